"""Lines to read and choose from, all of them literal text.

Public: ``lines_table(name, key, heads, rows, wide)``; ``wide`` is the column that takes the room that is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP

ROWS_IN_SIGHT = 12


def lines_table(name: str, key: str, heads: Sequence[str], rows: Sequence[Sequence[str]], wide: int) -> QTableWidget:
    """One stop for Tab; the arrows go from line to line, Enter acts."""
    table = QTableWidget(len(rows), len(heads))
    table.setAccessibleName(name)
    table.setObjectName(key)
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.setItem(row, column, QTableWidgetItem(text))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setDefaultSectionSize(look().metrics.line() + 3 * STEP)
    lines = min(len(rows), ROWS_IN_SIGHT) + 1
    table.setMinimumHeight(lines * table.verticalHeader().defaultSectionSize() + 3 * STEP)
    return table
