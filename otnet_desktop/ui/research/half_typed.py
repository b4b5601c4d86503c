"""A line that Enter keeps, and nobody pressed Enter: what stands in it is kept before it would be gone.

Public: ``HalfTyped(line, keep)`` with ``settle()``, before the line is about something else. ``keep(text)`` keeps it or
puts it where it can be found.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from otnet_desktop.ui.unsaved import Keeps, Unsaved


class HalfTyped(Keeps):
    """As long as one sees the line, one may be in the middle of a word, and nothing is done."""

    def __init__(self, line: QLineEdit, keep: Callable[[str], None]) -> None:
        super().__init__(line)
        self._line = line
        self._keep = keep

    def settle(self) -> None:
        """Keep what stands there, and leave the line empty."""
        text = self._line.text().strip()
        self._line.clear()
        if text:
            self._keep(text)

    def flush(self) -> None:
        """The window is closed: nobody will press Enter any more."""
        if not self._line.isVisible():
            self.settle()

    def unsaved(self) -> list[Unsaved]:
        """Nothing has failed so far."""
        return []
