"""A line to type in below a list that grows with every Enter.

Public: ``FollowingLine``: while it has the keyboard, the pane around it scrolls after it.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from otnet_desktop.ui.theme.metrics import STEP


class FollowingLine(QLineEdit):
    """Pushed down by what was just added, it would leave the pane, and one would go on typing blindly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._stay_in_sight)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Once everything around it has its place."""
        super().moveEvent(event)
        self._soon.start()

    def _stay_in_sight(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.hasFocus():
            around.ensureWidgetVisible(self, 0, 3 * STEP)
