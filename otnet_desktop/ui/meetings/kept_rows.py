"""Rows that are kept as one types, one below the other, above a line for more.

Public: ``KeptRows(line)``: a sequence of its rows, with ``column`` (its layout), ``show(rows)``, ``drop(row)``,
``move(row, place)``, ``index(row)``, ``place_at(y, row)``,
``are_typed_in`` and ``save_now()``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.ui.meetings.line_row import LineRow
from otnet_desktop.ui.meetings.question_row import QuestionRow
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.tab_order import tab_before

Row = TypeVar("Row", bound=LineRow | QuestionRow)


class KeptRows(Generic[Row]):
    """Tab goes through them in their order, then to the line."""

    def __init__(self, line: QWidget) -> None:
        self.column = QVBoxLayout()
        self.column.setSpacing(STEP)
        self._line = line
        self._rows: list[Row] = []

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __getitem__(self, place: int) -> Row:
        return self._rows[place]

    def show(self, rows: Sequence[Row]) -> None:
        """These rows in place of the others."""
        for row in self._rows:
            self._let_go(row)
        self._rows = list(rows)
        for row in self._rows:
            self.column.addWidget(row)
        self._order()

    def drop(self, row: Row) -> None:
        """Without that one; the keyboard goes on to the line."""
        self._rows.remove(row)
        self._let_go(row)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def move(self, row: Row, place: int) -> bool:
        """Put it there among the others; whether that changed anything. The keyboard stays with it."""
        place = max(0, min(place, len(self._rows) - 1))
        if self._rows.index(row) == place:
            return False
        self._rows.remove(row)
        self._rows.insert(place, row)
        self.column.removeWidget(row)
        self.column.insertWidget(place, row)
        self._order()
        return True

    def index(self, row: Row) -> int:
        """Where it stands."""
        return self._rows.index(row)

    def place_at(self, y: int, row: Row) -> int:
        """Where a row belongs that is held at this height of the screen: below those whose middle is above it."""
        return sum(other.mapToGlobal(other.rect().center()).y() < y for other in self._rows if other is not row)

    @property
    def are_typed_in(self) -> bool:
        """Whether something newer stands in them than is kept."""
        return any(row.autosave.pending for row in self._rows)

    def save_now(self) -> None:
        """Save everything that is being typed."""
        for row in self._rows:
            row.autosave.end_sitting()

    def _order(self) -> None:
        tab_before(self._line, [stop for row in self._rows for stop in row.stops()])

    def _let_go(self, row: Row) -> None:
        self.column.removeWidget(row)
        row.hide()
        row.deleteLater()
