"""When the clocks of a zone change, found by looking at each day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

BEGIN, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2037, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Transition:
    """The first instant of a new offset, and what the wall clock shows there by the old one and by the new one."""

    zone: str
    at: datetime
    wall_before: datetime
    wall_after: datetime


def transitions(name: str) -> Iterator[Transition]:
    """Every change of the offset from 2024 to 2036."""
    zone = ZoneInfo(name)
    day = BEGIN
    while day < END:
        next_day = day + timedelta(days=1)
        old, new = _offset(day, zone), _offset(next_day, zone)
        if old != new:
            at = _first_with(new, day, next_day, zone)
            yield Transition(name, at, (at + old).replace(tzinfo=None), (at + new).replace(tzinfo=None))
        day = next_day


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def _first_with(offset: timedelta, old: datetime, new: datetime, zone: ZoneInfo) -> datetime:
    while new - old > timedelta(minutes=1):
        middle = old + timedelta(minutes=(new - old) // timedelta(minutes=2))
        if _offset(middle, zone) == offset:
            new = middle
        else:
            old = middle
    return new
