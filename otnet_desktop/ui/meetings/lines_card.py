"""Sentences one takes away from a meeting: written as they come, one a line.

Public: ``LinesCard(title, add_text, part, keeper)`` with ``show_lines(lines)``, ``add_one()`` and ``save_now()``.
``part`` is the field of ``MeetingNotes`` they are kept in.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from otnet_desktop.ui.meetings.kept_rows import KeptRows
from otnet_desktop.ui.meetings.line_row import LineRow
from otnet_desktop.ui.meetings.meeting_keeper import MeetingKeeper
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.research.autosave import Kept
from otnet_desktop.ui.widgets.card import Card


class LinesCard(Card):
    """What was written, and a line for more."""

    def __init__(
        self, title: str, add_text: str, part: str, keeper: MeetingKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent=parent)
        self._name = title
        self._part = part
        self._tried = ""
        self._keeper = keeper
        self.line = QLineEdit()
        self._rows: KeptRows[LineRow] = KeptRows(self.line)
        self.line.setAccessibleName(add_text)
        self.line.setPlaceholderText(add_text)
        self.line.editingFinished.connect(self._add)
        self.body.addLayout(self._rows.column)
        self.hint = PrivacyHint(keeper.privacy)
        self.hint.removed.connect(self._take_out)
        self.body.addWidget(self.line)
        self.body.addWidget(self.hint)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show what is kept, unless it is what stands there, or something newer is being typed."""
        self.hint.look_at(*lines)
        if lines != self._lines() and not self._rows.are_typed_in:
            self._rows.show([self._row(line) for line in lines])
            if lines[-1:] == (self._tried,) == (self._typed(),):  # it could not be kept before, and is seen above now
                self.line.clear()

    def add_one(self) -> None:
        """Keep what stands in the line, and be ready for the next."""
        self._add()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save_now(self) -> None:
        """Save everything that is being typed."""
        self._add()
        self._rows.save_now()

    def _lines(self) -> tuple[str, ...]:
        return tuple(text for text in (row.text() for row in self._rows) if text)

    def _typed(self) -> str:
        return " ".join(self.line.text().split())

    def _row(self, line: str) -> LineRow:
        row = LineRow(line, self._name, self._save)
        row.removed.connect(self._remove)
        row.entered.connect(self.add_one)
        return row

    def _add(self) -> None:
        self._tried = text = self._typed()
        if text and self._keeper.keep(None, **{self._part: (*self._lines(), text)}) is not None:
            self.line.clear()

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, LineRow)
        self._rows.drop(row)
        self._save(None)

    def _take_out(self, texts: list[str]) -> None:
        """Words that may tell who a client is; a line that was nothing else goes."""
        self._keeper.keep(None, **{self._part: tuple(text for text in texts if text)})

    def _save(self, sitting: int | None) -> Kept | None:
        return self._keeper.keep(sitting, **{self._part: self._lines()})
