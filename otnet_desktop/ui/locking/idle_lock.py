"""Notices that nobody has done anything for a while.

Public: ``IdleLock(clock, minutes)`` with ``start()``, ``stop()``, ``look()`` and the signal ``idle``. It looks at what
arrives at whole windows, not at every control: a key, a click, a wheel, a move of the pointer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from otnet_desktop.services.clock import Clock

Kind = QEvent.Type
BY_HAND = (Kind.KeyPress, Kind.MouseButtonPress, Kind.MouseMove, Kind.Wheel, Kind.TouchBegin, Kind.TabletPress)


class IdleLock(QObject):
    """``minutes`` is asked each time; 0 is never."""

    idle = Signal()

    def __init__(self, clock: Clock, minutes: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._minutes = minutes
        self._is_on = False
        self._last = clock.now(), clock.monotonic()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        if not self._is_on:
            self._is_on = True
            application.focusWindowChanged.connect(self._watch)
            self._watch(QGuiApplication.focusWindow())
        self._note()
        self.look()

    def stop(self) -> None:
        """Not any more."""
        application = QGuiApplication.instance()
        if self._is_on and isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._watch)
        self._is_on = False
        self._timer.stop()

    def look(self) -> None:
        """Whether it is long enough; also called after the computer slept, as timers sleep with it."""
        wanted = timedelta(minutes=self._minutes())
        if not self._is_on or not wanted:
            self._timer.stop()
            return
        now, steady = self._last
        passed = max(self._clock.now() - now, timedelta(seconds=self._clock.monotonic() - steady))
        if passed >= wanted:
            self._note()
            self.idle.emit()
        self._timer.start(max(1000, int((wanted - passed) / timedelta(milliseconds=1))))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody is there."""
        if event.type() in BY_HAND:
            self._note()
        return False

    def _note(self) -> None:
        self._last = self._clock.now(), self._clock.monotonic()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
