"""Turns the services' announcements into a Qt signal, from whatever thread they come."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from otnet_desktop.domain.changes import Changed
from otnet_desktop.services.announcer import Announcer


class Bridge(QObject):
    """Every screen connects to ``changed`` and decides by itself whether to look again. It is heard in our thread."""

    changed = Signal(Changed)

    def __init__(self, announcer: Announcer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = announcer.subscribe(self.changed.emit)

    def close(self) -> None:
        """Stop listening."""
        self._stop()
