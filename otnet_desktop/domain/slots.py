"""Which of one's free times to offer: a few, on different days and at different hours, civil for both.

Public: ``starts(windows, length, zone)`` (every time a meeting of that length could begin) and
``propose(windows, length, zone, their_zone, count)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from otnet_desktop.domain.availability import Span

USUAL_LENGTH = timedelta(minutes=20)
"""Career services advise 15 to 30 minutes for a first conversation."""

OFFERED = 3
"""Two or three times are a choice; more are work."""

GRID = timedelta(minutes=30)
"""Meetings begin on the hour or the half hour, as the wall shows it."""

CIVIL = (time(8), time(20))
"""Nobody is asked to talk before or after, on their own wall, as long as there is another time."""

APART = timedelta(hours=2)
"""Between two times on one day: closer ones would be one offer said twice."""

FEWEST_DAYS_AHEAD = 2
"""Working days. Somebody busy has the next two full already."""


def starts(windows: Iterable[Span], length: timedelta, zone: ZoneInfo) -> tuple[Span, ...]:
    """Every time that fits, on the half hours of the wall; a window without one begins where it begins."""
    found: list[Span] = []
    for window in windows:
        at = _on_the_grid(window.start, zone)
        if at + length > window.end:
            at = window.start
        while at + length <= window.end:
            found.append(Span(at, at + length))
            at += GRID
    return tuple(found)


def propose(
    windows: Iterable[Span],
    length: timedelta,
    zone: ZoneInfo,
    their_zone: ZoneInfo | None = None,
    count: int = OFFERED,
) -> tuple[Span, ...]:
    """Up to ``count`` times, earliest first: on different days if there are, at different hours."""
    every = starts(windows, length, zone)
    pool = [slot for slot in every if is_civil(slot, their_zone or zone)] or every
    chosen = _one_a_day(pool, zone, count)
    for slot in pool:
        if len(chosen) < count and all(abs(slot.start - other.start) >= APART for other in chosen):
            chosen.append(slot)
    return tuple(sorted(chosen))


def is_civil(slot: Span, zone: ZoneInfo) -> bool:
    """Whether it is within the day there, from beginning to end."""
    begins, ends = slot.start.astimezone(zone), slot.end.astimezone(zone)
    return begins.date() == ends.date() and CIVIL[0] <= begins.time() and ends.time() <= CIVIL[1]


def _one_a_day(pool: Sequence[Span], zone: ZoneInfo, count: int) -> list[Span]:
    """Early and late in turn, no two within ``APART`` (over midnight)."""
    days: dict[date, list[Span]] = {}
    for slot in pool:
        days.setdefault(_day(slot, zone), []).append(slot)
    chosen: list[Span] = []
    for slots in days.values():
        slot = slots[0] if len(chosen) % 2 == 0 else slots[-1]
        if len(chosen) < count and all(abs(slot.start - other.start) >= APART for other in chosen):
            chosen.append(slot)
    return chosen


def _day(slot: Span, zone: ZoneInfo) -> date:
    return slot.start.astimezone(zone).date()


def _on_the_grid(at: datetime, zone: ZoneInfo) -> datetime:
    """The first half hour on the wall from ``at`` on."""
    wall = at.astimezone(zone)
    over = timedelta(minutes=wall.minute % 30, seconds=wall.second, microseconds=wall.microsecond)
    return (at + (GRID - over) if over else at).astimezone(UTC)
