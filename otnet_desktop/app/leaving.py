"""Somebody quits: what they wrote and could not be saved is not given up before they said so twice.

Public: ``Leaving(window, tell)`` with ``may_go()``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.unsaved import Keeps, Unsaved, must_wait, unsaved_texts


class Leaving(QObject):
    """A signal of the system, as at the end of a session, is not asked back."""

    def __init__(self, window: MainWindow, tell: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._tell = tell
        self._told_of: list[Unsaved] = []

    def may_go(self) -> bool:
        """Whether everything is saved by now, or will be at the end, or was told of before; else it is told now."""
        for keeper in self._window.findChildren(Keeps):
            keeper.flush()
        left = [] if must_wait() else unsaved_texts()
        if not left or left == self._told_of:
            return True
        self._told_of = left
        self._tell(self.tr("Not everything you wrote could be saved. Save a copy, or quit once more to give it up."))
        return False
