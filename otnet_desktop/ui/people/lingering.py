"""Whom to show: at once, or when one has stopped there for a moment.

Public: ``Lingering(parent)`` with ``person``, ``later(person)``, ``now(person)`` and the signal ``told(person)``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

LINGER_MS = 90
"""Somebody walked to with the keys, or found while typing, is shown when one stops there."""


class Lingering(QObject):
    """Remembers who was meant last."""

    told = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.person = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LINGER_MS)
        self._timer.timeout.connect(self._tell)

    def later(self, person: int) -> None:
        """When nobody else is meant by then."""
        self.person = person
        self._timer.start()

    def now(self, person: int) -> None:
        """At once."""
        self.person = person
        self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        self.told.emit(self.person)
