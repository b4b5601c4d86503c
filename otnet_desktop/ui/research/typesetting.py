"""Markdown as it is read in a narrow pane: calm headings, every line break kept, no link that nothing would open.

Public: ``typeset(document, markdown)``, ``blocks_of(document)`` and ``NO_MARKER``. Qt alone makes headings twice as
large as the text, joins lines that were typed one below the other, and keeps any link and picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

from otnet_desktop.ui.theme.literal import literal_tip
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.links import as_opened, is_allowed

FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML

BREAK = "\ue000"
"""Stands at the end of a line that goes on below, until Qt has typeset the rest; nobody's text holds it."""

LINE_SEPARATOR = "\u2028"
"""Qt's own break inside a paragraph."""

KEEPS_ITS_END = re.compile(r"\s*(```|~~~|\[[^\]]+\]:)|.*\||[\s\-=*_:#>+]*$")
"""Lines whose end means something to Markdown: fences, tables, rules, addresses of links, nothing at all."""


def typeset(document: QTextDocument, markdown: str) -> None:
    """Make ``document`` read as ``markdown`` says."""
    text = markdown.replace(BREAK, "").replace("\r\n", "\n").replace("\r", "\n")
    document.setMarkdown("\n".join(_marked(line) for line in text.split("\n")), FEATURES)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in list(blocks_of(document)):
        _calm(cursor, block)
    for start, length, put in sorted(_replacements(document), reverse=True):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(put)
    cursor.endEditBlock()


def _marked(line: str) -> str:
    return line if KEEPS_ITS_END.match(line) else f"{line.rstrip()} {BREAK}"


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """The paragraphs and list items, in their order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _calm(cursor: QTextCursor, block: QTextBlock) -> None:
    """A heading a little larger than the text, lists close together, plain words where a link leads nowhere."""
    level = block.blockFormat().headingLevel()
    if block.textList() is None and block.blockFormat().marker() is not NO_MARKER:
        _take_box_away(cursor, block)
    for fragment in list(_fragments(block)):
        shape = fragment.charFormat()
        href = shape.anchorHref()
        if not level and not href and not shape.toolTip():
            continue
        # A tip tells where a link leads; the one in the text would be taken for markup, and read files for it.
        shape.setToolTip(literal_tip(as_opened(href)))
        if href and not is_allowed(href):
            for look_of_links in LINK:
                shape.clearProperty(look_of_links)
        if level:
            shape.setFont(look().metrics.font(TextSize.TITLE if level == 1 else TextSize.BODY), FONT_ONLY)
            shape.setFontWeight(QFont.Weight.DemiBold)
            shape.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(shape)
    if level or block.textList() is not None:
        form = block.blockFormat()
        form.setTopMargin(2 * STEP if level else STEP // 2)
        form.setBottomMargin(STEP // 2)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)


LINK = (
    QTextFormat.Property.IsAnchor,
    QTextFormat.Property.AnchorHref,
    QTextFormat.Property.AnchorName,
    QTextFormat.Property.TextUnderlineStyle,
    QTextFormat.Property.FontUnderline,
    QTextFormat.Property.ForegroundBrush,
)


def _take_box_away(cursor: QTextCursor, block: QTextBlock) -> None:
    """Qt leaves the box of the last task on the paragraph below the list."""
    form = block.blockFormat()
    form.setMarker(NO_MARKER)
    cursor.setPosition(block.position())
    cursor.setBlockFormat(form)


NO_MARKER = QTextBlockFormat.MarkerType.NoMarker

FONT_ONLY = QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly


def _replacements(document: QTextDocument) -> Iterator[tuple[int, int, str]]:
    """Where something else is to stand, how much it takes the place of, and what: breaks, and words for pictures."""
    for block in blocks_of(document):
        text = block.text()
        for found in re.finditer(f" ?{BREAK}( ?)", text):
            put = LINE_SEPARATOR if found[1] and found.end() < len(text) else ""
            yield block.position() + found.start(), found.end() - found.start(), put
        for fragment in _fragments(block):
            if fragment.charFormat().isImageFormat():
                said = fragment.charFormat().property(QTextFormat.Property.ImageAltText)
                yield fragment.position(), fragment.length(), str(said or "")
