"""A clock that tests turn by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MONDAY_MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


class FakeClock:
    """Both clocks move together with ``pass_time``; ``set_wall`` moves the one people can set."""

    def __init__(self, now: datetime = MONDAY_MORNING) -> None:
        self._now = now
        self._steady = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._steady

    def pass_time(self, span: timedelta) -> None:
        self._now += span
        self._steady += span.total_seconds()

    def set_wall(self, by: timedelta) -> None:
        self._now += by
