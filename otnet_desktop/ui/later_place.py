"""A place of the side rail that is made when one first goes there, so that no start has to wait for it.

Public: ``LaterPlace(name, make)`` with ``made()``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.ui.theme.palette import Surface, set_surface


class LaterPlace(QWidget):
    """Empty until it is seen; then whatever ``make`` makes."""

    def __init__(self, name: str, make: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, Surface.GROUND)
        self.setAccessibleName(name)
        self._make = make
        self.place: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def made(self) -> QWidget:
        """What is in it, made now if it was not yet."""
        if self.place is None:
            self.place = self._make()
            self._column.addWidget(self.place)
            self.place.show()
        return self.place

    def first_field(self) -> QWidget:
        """Where one begins by keyboard, as what is in it says."""
        place = self.made()
        wanted = getattr(place, "first_field", None)
        return wanted() if wanted is not None else place

    def showEvent(self, event: QShowEvent) -> None:
        """It is wanted now."""
        self.made()
        super().showEvent(event)
