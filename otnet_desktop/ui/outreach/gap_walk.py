"""From one gap of a letter to the next. What was written into a gap of the subject stands wherever that gap is.

Public: ``GapWalk(subject, body)`` with ``go_on()``.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from otnet_desktop.domain.letters import first_gap, gaps_in


class Chosen(NamedTuple):
    """A gap that is being written over, and what stands before and behind it."""

    mark: str
    before: str
    behind: str


class GapWalk(QObject):
    """The subject first; without a gap in either nothing happens."""

    def __init__(self, subject: QLineEdit, body: QPlainTextEdit) -> None:
        super().__init__(subject)
        self._subject = subject
        self._body = body
        self._chosen: Chosen | None = None
        subject.editingFinished.connect(self._put_everywhere)

    def go_on(self) -> None:
        """Choose the next gap, so that typing fills it."""
        self._put_everywhere()
        text = self._subject.text()
        in_subject, in_body = first_gap(text), first_gap(self._body.toPlainText())
        if in_subject is not None:
            start, end = in_subject
            self._chosen = Chosen(text[start:end], text[:start], text[end:])
            self._subject.setSelection(start, end - start)
            self._subject.setFocus(Qt.FocusReason.OtherFocusReason)
        elif in_body is not None:
            self._select(*in_body)
            self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, start: int, end: int) -> QTextCursor:
        cursor = self._body.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._body.setTextCursor(cursor)
        return cursor

    def _put_everywhere(self) -> None:
        """Nobody writes the same twice; Ctrl+Z in the text takes it back."""
        chosen, text = self._chosen, self._subject.text()
        if chosen is None or not (text.startswith(chosen.before) and text.endswith(chosen.behind)):
            return
        written = text[len(chosen.before) : len(text) - len(chosen.behind)].strip()
        if not written or gaps_in(written):
            return
        self._chosen = None
        while (start := self._body.toPlainText().find(chosen.mark)) >= 0:
            self._select(start, start + len(chosen.mark)).insertText(written)
