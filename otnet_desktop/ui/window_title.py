"""What the title of the window says: how much is due, whose data these are when they are not the user's own.

Public: ``WindowTitle(window)`` with ``say_due(count)`` and ``call(name)``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class WindowTitle(QObject):
    """Lives and dies with its window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._called = ""
        self._due = 0

    def say_due(self, count: int) -> None:
        """The number of things due."""
        self._due = count
        self._show()

    def call(self, name: str) -> None:
        """A word more, for data that are not the user's own."""
        self._called = name
        self._show()

    def _show(self) -> None:
        # Qt itself puts the program's name behind a title that does not end with it.
        name = QGuiApplication.applicationDisplayName()
        number = self._window.locale().toString(self._due)
        due = self.tr("{number} due").format(number=number) if self._due else ""
        self._window.setWindowTitle(" - ".join(part for part in (due, self._called, name) if part))
