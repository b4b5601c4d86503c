"""Light highlighting of Markdown while it is typed: headings, bold, italic, lists, task boxes, quotes, links.

Public: ``MarkdownHighlighter(document)``. Very long lines are left alone, so that a pasted page stays quick.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.tokens import Role

LONGEST_LINE = 2_000

_HEADING = re.compile(r"#{1,6} ")
_QUOTE = re.compile(r"\s*> ?")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)]) (\[[ xX]\] )?")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![*\w])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![*\w])")
_LINK = re.compile(r"\[[^\]\n]+\]\([^)\s]+\)|https?://[^\s<>)]+")


class MarkdownHighlighter(QSyntaxHighlighter):
    """Colours come from the look in force: call ``rehighlight`` when it changes."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._bold = _format(bold=True)
        self._italic = _format(italic=True)

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """One line; Markdown that spans lines stays plain."""
        if not text or len(text) > LONGEST_LINE:
            return
        if heading := _HEADING.match(text):
            self.setFormat(0, len(text), self._bold)
            self.setFormat(0, heading.end(), _format(Role.ACCENT, bold=True))
            return
        if quote := _QUOTE.match(text):
            self.setFormat(0, len(text), _format(Role.SOFT))
            self.setFormat(0, quote.end(), _format(Role.ACCENT))
        elif item := _ITEM.match(text):
            self.setFormat(0, item.end(), _format(Role.ACCENT, bold=True))
            if (item.group(1) or "").casefold() == "[x] ":
                self.setFormat(item.end(), len(text) - item.end(), _format(Role.SOFT))
        for pattern, style in ((_BOLD, self._bold), (_ITALIC, self._italic)):
            for match in pattern.finditer(text):
                self.setFormat(match.start(), match.end() - match.start(), style)
        for match in _LINK.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), _format(Role.ACCENT))


def _format(role: Role | None = None, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    if role is not None:
        made.setForeground(look()[role])
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if italic:
        made.setFontItalic(True)
    return made
