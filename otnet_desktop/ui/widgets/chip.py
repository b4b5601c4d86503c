"""A filter one can switch on: "Due 3".

Public: ``Chip(key, text, count)`` with ``say(text, count)``. Switched on it is filled, not just tinted. Chips live in a
``chip_row.ChipRow``, which makes them one stop of the Tab key.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.ui.theme.literal import caption, one_line
from otnet_desktop.ui.widgets.buttons import FilledButton

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Chip(FilledButton):
    """One filter. ``text`` may come from outside (a tag): it is shown literally."""

    stepped = Signal(int)
    """An arrow key: 1 towards the end of the row, -1 towards its start, 0 for Home, -2 for End."""

    def __init__(self, key: str, text: str, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text, count)

    def say(self, text: str, count: int | None = None) -> None:
        """Show ``text`` and how many people are behind the filter; ``None`` says nothing of a number."""
        label = one_line(text)
        number = "" if count is None else self.locale().toString(count)
        self.setText(caption(f"{label} {number}"))
        if count is None:
            self.setAccessibleName(label)
        else:
            spoken = QCoreApplication.translate("Chip", "{name}, {number} people", "", count)
            self.setAccessibleName(spoken.format(name=label, number=number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the row, mirrored where people read from right to left."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            mirrored = sideways and self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-_STEPS[key] if mirrored else _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.stepped.emit(0 if key is Qt.Key.Key_Home else -2)
        else:
            super().keyPressEvent(event)
