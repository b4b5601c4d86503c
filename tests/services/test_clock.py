"""The real clock, and the one that stands still."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from otnet_desktop.services.clock import Clock, FixedClock, SystemClock


def test_the_system_clock_is_aware_and_in_utc() -> None:
    clock: Clock = SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.monotonic() <= clock.monotonic()


def test_a_fixed_clock_stands_still_in_utc() -> None:
    clock: Clock = FixedClock(datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1))))
    assert clock.now() == clock.now() == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert clock.now().tzinfo is UTC
