"""When one is free: what was painted for each week, days that differ, minus holidays, meetings and what calendars say.

Painted times are those of the clock on the wall: 10:00 stays 10:00 when clocks change. Everything that comes out is in
UTC. Public: ``FreeTime`` and ``FreeDay`` (what was painted), ``Hours`` (both), ``Span`` (an answer), ``painted``,
``tidied``, ``merged``, ``without`` and ``free_windows``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import A_DAY, Worktime, worktime

WHOLE_DAY = 24 * 60
"""Minutes; the end of a day, and of one painted to its end."""

STEP_MIN = 30
"""Weekly times are painted in steps of this many minutes."""

HORIZON = timedelta(days=400)
"""No free time is looked for further ahead; calendars are read as far."""

Minutes = tuple[int, int]
"""From and to, counted from midnight on the wall clock: 0 to 1440."""

Mark = TypeVar("Mark", int, datetime)
"""What a piece of time begins and ends with."""


@dataclass(frozen=True, slots=True, order=True)
class FreeTime:
    """Free every week on that day; weekdays count from Monday = 0, minutes from midnight on the wall."""

    weekday: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class FreeDay:
    """One day that differs: free beyond the week's painting, or not free then."""

    day: date
    start: int = 0
    end: int = WHOLE_DAY
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """Everything that was painted."""

    weekly: tuple[FreeTime, ...] = ()
    days: tuple[FreeDay, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From one instant to another, in UTC."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return self.end - self.start


def painted(day: date, hours: Hours, holidays: frozenset[date] = frozenset()) -> tuple[Minutes, ...]:
    """What is free that day by the painting alone, earliest first.

    On a holiday nothing is; what was said about the very day counts on a holiday too, and "not free" counts most.
    """
    weekly = (
        [] if day in holidays else [(free.start, free.end) for free in hours.weekly if free.weekday == day.weekday()]
    )
    said = [own for own in hours.days if own.day == day]
    more = [(own.start, own.end) for own in said if own.is_free]
    less = [(own.start, own.end) for own in said if not own.is_free]
    return _minus(_union([*weekly, *more]), _union(less))


def tidied(weekly: Iterable[FreeTime]) -> tuple[FreeTime, ...]:
    """The same week without overlaps, in order; what ends before it begins is left out."""
    weekly = list(weekly)
    return tuple(
        FreeTime(weekday, start, end)
        for weekday in range(7)
        for start, end in _union([(free.start, free.end) for free in weekly if free.weekday == weekday])
    )


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time, as few spans as can be, earliest first."""
    return tuple(Span(start, end) for start, end in _union([(span.start, span.end) for span in spans]))


def without(free: Iterable[Span], busy: Iterable[Span]) -> tuple[Span, ...]:
    """What of ``free`` is left, earliest first."""
    kept = _union([(span.start, span.end) for span in free])
    taken = _union([(span.start, span.end) for span in busy])
    return tuple(Span(start, end) for start, end in _minus(kept, taken))


def free_windows(
    hours: Hours, timing: Timing, busy: Iterable[Span], start: datetime, end: datetime
) -> tuple[Span, ...]:
    """When one is free from one instant to another, no further than ``HORIZON``."""
    rhythm = worktime(timing)
    end = min(end, start + HORIZON)
    first, last = rhythm.day(start), rhythm.day(end)
    free = [span for day in _days(first, last) for span in _painted_spans(day, hours, timing, rhythm)]
    within = (Span(max(span.start, start), min(span.end, end)) for span in free)
    return without(within, busy)


def _painted_spans(day: date, hours: Hours, timing: Timing, rhythm: Worktime) -> list[Span]:
    """A time that clocks skip begins or ends when they have; one that comes twice begins and ends at the first."""
    return [
        Span(_instant(day, start, rhythm), _instant(day, end, rhythm))
        for start, end in painted(day, hours, timing.holidays)
    ]


def _instant(day: date, minute: int, rhythm: Worktime) -> datetime:
    if minute >= WHOLE_DAY:
        return rhythm.midnight_after(day)
    return rhythm.at(day, time(minute // 60, minute % 60))


def _days(first: date, last: date) -> Iterable[date]:
    while first <= last:
        yield first
        first += A_DAY


def _union(pieces: Sequence[tuple[Mark, Mark]]) -> tuple[tuple[Mark, Mark], ...]:
    found: list[tuple[Mark, Mark]] = []
    for start, end in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def _minus(kept: Sequence[tuple[Mark, Mark]], taken: Sequence[tuple[Mark, Mark]]) -> tuple[tuple[Mark, Mark], ...]:
    """Both in order and without overlaps."""
    found: list[tuple[Mark, Mark]] = []
    rest = list(taken)
    for begin, end in kept:
        while rest and rest[0][1] <= begin:
            rest.pop(0)
        at = begin
        for start, stop in rest:
            if start >= end:
                break
            if start > at:
                found.append((at, start))
            at = max(at, stop)
        if at < end:
            found.append((at, end))
    return tuple(found)
