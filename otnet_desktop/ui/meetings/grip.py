"""Where a row is taken hold of, to put it elsewhere among its like.

Public: ``Grip(name)`` with the signals ``stepped(int)`` (a place up or down, by the arrows), ``dragged(int)`` (a height
on the screen, while it is dragged) and ``dropped``; ``step_of(event)``: -1 or 1 for Alt with an arrow, else 0.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolButton, QWidget

from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.metrics import TARGET
from otnet_desktop.ui.theme.tokens import Role

ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Grip(QToolButton):
    """A button that is dragged instead of pressed."""

    stepped = Signal(int)
    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag, or use the arrows, to put it elsewhere"))
        self.setAutoRaise(True)
        self.setMinimumSize(TARGET, TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        dress(self, "menu", Role.SOFT, drawn=16)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where one is."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays where it is."""
        super().mouseReleaseEvent(event)
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow alone is enough here."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            self.stepped.emit(ARROWS[key])
        else:
            super().keyPressEvent(event)


def step_of(event: QKeyEvent) -> int:
    """Which way a row goes by this key."""
    key = Qt.Key(event.key())
    return ARROWS.get(key, 0) if event.modifiers() == Qt.KeyboardModifier.AltModifier else 0
