"""The only place that asks what time it is."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Time as an argument: the real one below, a fixed or a fast one in tests."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds from an unknown start that never go back and also pass while the machine sleeps."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since the machine started, sleep included where the system can tell.

        Linux has a clock of its own for that; Windows counts sleep by itself; macOS does not, so that there a sleep
        looks like a clock set forward, which is told apart by nobody and treated alike.
        """
        boot_time = getattr(time, "CLOCK_BOOTTIME", None)
        return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


class FixedClock:
    """A clock that stands still at an instant somebody asked for (``--now``)."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        """The instant asked for."""
        return self._instant

    def monotonic(self) -> float:
        """The machine's own: waiting takes as long as ever."""
        return time.monotonic()
