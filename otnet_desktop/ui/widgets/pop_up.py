"""Menus that open where one is.

Public: ``pop_up_at(menu, widget)``.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget


def pop_up_at(menu: QMenu, widget: QWidget) -> None:
    """Open ``menu`` right under ``widget``, from its leading edge."""
    corner = QPoint(0, widget.height())
    if widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        corner.setX(widget.width() - menu.sizeHint().width())
    menu.popup(widget.mapToGlobal(corner))
