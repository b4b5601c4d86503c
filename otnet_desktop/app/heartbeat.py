"""The reminder clock: sleeps until something is due, and notices when time itself did something odd.

One timer wakes the program at most once a minute while nothing is due. At each waking it looks at two clocks: the wall
clock, which people set, and a steady one, which nobody can. From their difference it knows a sleep, a clock that was
set, and a journey into another zone, and tells the program once, however long it was away.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from otnet_desktop.services.clock import Clock

log = logging.getLogger(__name__)

LONGEST_NAP = timedelta(seconds=60)
"""A timer does not run while the machine sleeps, so what came due meanwhile is told at most this long after waking."""

SHORTEST_NAP = timedelta(seconds=1)
TOLERANCE = timedelta(seconds=10)
"""Less than this is a busy machine or a clock being corrected, not a sleep or a jump."""

NextInstant = Callable[[], datetime | None]
OnTick = Callable[[datetime, timedelta, bool], None]


class Heartbeat(QObject):
    """Calls ``on_tick(now, slept, jumped)`` when the next instant is reached, after a sleep and after a clock jump.

    ``next_instant`` says when something next becomes worth telling (``None``: nothing in sight). It is asked at every
    waking, so it must be cheap. An instant in the past is told at once, and again each minute until it is answered with
    a later one, so that nothing is lost by a tick that came to nothing.
    ``zone`` names the machine's zone and ``on_zone(name)`` hears of a new one, before a tick of the same waking.
    ``woke`` is emitted at every waking, for what else must be looked at now and then without a timer of its own.
    """

    woke = Signal()

    def __init__(
        self,
        clock: Clock,
        next_instant: NextInstant,
        on_tick: OnTick,
        *,
        zone: Callable[[], str],
        on_zone: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._next_instant = next_instant
        self._on_tick = on_tick
        self._zone = zone
        self._on_zone = on_zone
        self._is_telling = False
        self._last_now = datetime.min.replace(tzinfo=UTC)
        self._last_steady = 0.0
        self._last_zone = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # Rounded to whole seconds, so that the system can wake once for many programs.
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.beat)

    @property
    def nap(self) -> timedelta | None:
        """How long it means to sleep from the last waking; ``None`` when stopped."""
        return timedelta(milliseconds=self._timer.interval()) if self._timer.isActive() else None

    def looks(self) -> tuple[datetime | None, datetime | None]:
        """When it looked last, and when it will at the latest; nothing before it began."""
        nap = self.nap
        return (None, None) if nap is None else (self._last_now, self._last_now + nap)

    def start(self) -> None:
        """Begin; tells at once what came due while the program was not running."""
        self._look_at_clocks()
        self._last_zone = self._zone()
        self._tell(self._last_now, timedelta(0), jumped=False)

    def stop(self) -> None:
        """No more ticks."""
        self._timer.stop()

    def replan(self) -> None:
        """Data changed: what is next may be another instant, or one that has come already."""
        if self._timer.isActive() and not self._is_telling:  # while telling, the plan is made afterwards anyway
            self.beat()

    def beat(self) -> None:
        """One waking: look at the clocks and the zone, tell what there is to tell, and lie down again."""
        nap = timedelta(milliseconds=self._timer.interval())
        wall, steady = self._look_at_clocks()
        slept = max(timedelta(0), steady - nap)
        slept = slept if slept > TOLERANCE else timedelta(0)
        jumped = abs(wall - steady) > TOLERANCE
        zone = self._zone()
        if zone != self._last_zone:
            log.info("The time zone changed from %s to %s.", self._last_zone, zone)
            self._last_zone = zone
            self._on_zone(zone)
        if jumped:
            log.info("The clock was set by %s.", wall - steady)
        try:
            self._tell(self._last_now, slept, jumped)
        finally:  # what waits for each waking (the lock after idling) is not to blame where telling failed
            self.woke.emit()

    def _look_at_clocks(self) -> tuple[timedelta, timedelta]:
        """Time passed since the last look: by the wall clock, by the steady one."""
        now, steady = self._clock.now(), self._clock.monotonic()
        passed = now - self._last_now, timedelta(seconds=steady - self._last_steady)
        self._last_now, self._last_steady = now, steady
        return passed

    def _tell(self, now: datetime, slept: timedelta, jumped: bool) -> None:
        due = self._next_instant()
        self._lie_down(due, now)  # first, so that a tick that fails is not the last one
        if not (slept or jumped or (due is not None and due <= now)):
            return
        self._is_telling = True
        try:
            self._on_tick(now, slept, jumped)
        finally:
            self._is_telling = False
        if self._timer.isActive():  # not when the tick ended the program
            self._lie_down(self._next_instant(), now)

    def _lie_down(self, due: datetime | None, now: datetime) -> None:
        nap = LONGEST_NAP if due is None or due <= now else min(LONGEST_NAP, max(SHORTEST_NAP, due - now))
        self._timer.start(ceil(nap / timedelta(milliseconds=1)))
