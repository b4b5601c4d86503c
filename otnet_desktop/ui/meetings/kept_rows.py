"""Rows that are kept as one types, one below the other, above a line for more.

Public: ``KeptRows(line)``: a sequence of its rows, with ``column`` (its layout), ``show(rows)``, ``drop(row)``,
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
        tab_before(self._line, [stop for row in self._rows for stop in row.stops()])

    def drop(self, row: Row) -> None:
        """Without that one; the keyboard goes on to the line."""
        self._rows.remove(row)
        self._let_go(row)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def are_typed_in(self) -> bool:
        """Whether something newer stands in them than is kept."""
        return any(row.autosave.pending for row in self._rows)

    def save_now(self) -> None:
        """Save everything that is being typed."""
        for row in self._rows:
            row.autosave.end_sitting()

    def _let_go(self, row: Row) -> None:
        self.column.removeWidget(row)
        row.hide()
        row.deleteLater()
