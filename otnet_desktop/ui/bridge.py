"""Turns the services' announcements into a Qt signal, from whatever thread they come."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QThread, Signal

from otnet_desktop.domain.changes import Changed
from otnet_desktop.services.announcer import Announcer


class Bridge(QObject):
    """Every screen connects to ``changed`` and decides by itself whether to look again. It is heard in our thread."""

    changed = Signal(Changed)
    _said_elsewhere = Signal(Changed)

    def __init__(self, announcer: Announcer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said_elsewhere.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._stop = announcer.subscribe(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._stop()

    def _hear(self, changed: Changed) -> None:
        if QThread.currentThread() is self.thread():
            self.changed.emit(changed)
        else:
            self._said_elsewhere.emit(changed)

    def _pass_on(self, changed: Changed) -> None:
        self.changed.emit(changed)
