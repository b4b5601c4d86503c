"""Rows one below the other, with a button for another at their foot.

Public: ``lay_rows(owner, rows, add)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.metrics import STEP


def lay_rows(owner: QWidget, rows: QVBoxLayout, add: QWidget) -> None:
    """Give ``owner`` a layout of the rows it will fill in, and of ``add`` at their leading edge."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(STEP)
    column.addLayout(rows)
    foot = QHBoxLayout()
    foot.addWidget(add)
    foot.addStretch(1)
    column.addLayout(foot)
