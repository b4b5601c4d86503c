"""A row or column of buttons as one stop of the Tab key, in which the arrows walk.

Public: ``step_of(event, direction)`` (what an arrow asks for), ``FIRST`` and ``LAST``, and ``Walk`` with
``show_buttons``, ``step(button, by)`` (answers the button that has the focus now) and ``stop_at(button)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

FIRST: Final = -1_000
LAST: Final = 1_000

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: FIRST, Qt.Key.Key_End: LAST}


def step_of(event: QKeyEvent, direction: Qt.LayoutDirection) -> int:
    """How far the key walks, 0 for any other key. Left and right change places in a mirrored window."""
    key = Qt.Key(event.key())
    if key in _SIDEWAYS:
        return -_SIDEWAYS[key] if direction is Qt.LayoutDirection.RightToLeft else _SIDEWAYS[key]
    return _STEPS.get(key, 0)


class Walk:
    """Keeps exactly one of its buttons a stop of the Tab key."""

    def __init__(self) -> None:
        self._buttons: list[QAbstractButton] = []

    def show_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        """These, in this order. The stop is the one with the focus, else one that is on, else the first."""
        self._buttons = list(buttons)
        focused = [button for button in self._buttons if button.hasFocus()]
        on = [button for button in self._buttons if button.isChecked()]
        for button in (focused + on + self._buttons)[:1]:
            self.stop_at(button)

    def stop_at(self, button: QAbstractButton) -> None:
        """Let the Tab key come to ``button`` and to no other."""
        for each in self._buttons:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is button else Qt.FocusPolicy.ClickFocus)

    def step(self, button: QAbstractButton, by: int) -> QAbstractButton:
        """Walk from ``button``; at either end one stays."""
        index = self._buttons.index(button) + by
        reached = self._buttons[max(0, min(index, len(self._buttons) - 1))]
        self.stop_at(reached)
        reached.setFocus(Qt.FocusReason.OtherFocusReason)
        return reached
