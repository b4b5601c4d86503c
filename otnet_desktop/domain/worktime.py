"""Business days, quiet hours, quiet days, holidays and clock changes: the one place that turns days into instants.

Instants are aware UTC datetimes, so that subtracting two of them gives elapsed time even across a clock change.
Days and clock times are those on the user's wall, in ``Timing.zone``.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from otnet_desktop.domain.timing import Timing

A_DAY = timedelta(days=1)
WHOLE_WEEK = frozenset(range(7))
LAST_MINUTE = time(23, 59)

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
"""Days beyond these are slips of the pen. Whatever is counted from days between them stays inside the calendar."""


class Worktime:
    """The user's working rhythm. Get one from ``worktime(timing)``; it remembers what it has worked out."""

    def __init__(self, timing: Timing) -> None:
        self._zone = timing.zone
        self._holidays = timing.holidays
        self._quiet_start = timing.quiet_start
        self._quiet_end = timing.quiet_end
        # Somebody who rests every day of the week still wants to be reminded on some day.
        self._quiet_days = timing.quiet_days if timing.quiet_days < WHOLE_WEEK else frozenset[int]()
        self._work_clock = timing.quiet_end if self._is_quiet_clock(timing.work_time) else timing.work_time
        self._instants: dict[tuple[date, time], datetime] = {}
        self._later_days: dict[tuple[date, int], date] = {}

    # -- the wall clock ----------------------------------------------------------------------------------------

    def local(self, instant: datetime) -> datetime:
        """The instant as the user's wall clock shows it."""
        return instant.astimezone(self._zone)

    def day(self, instant: datetime) -> date:
        """The day on the user's calendar."""
        return instant.astimezone(self._zone).date()

    def at(self, day: date, clock: time) -> datetime:
        """When the wall clock shows ``clock`` that day.

        A time that occurs twice (clocks go back) means the first; one that is skipped (clocks go forward) means
        the moment right after the gap.
        """
        known = self._instants.get((day, clock))
        if known is None:
            known = self._instants[(day, clock)] = self._work_out(day, clock)
        return known

    def _work_out(self, day: date, clock: time) -> datetime:
        wall = datetime.combine(day, clock)
        instant = wall.replace(tzinfo=self._zone).astimezone(UTC)
        if self.local(instant).replace(tzinfo=None) == wall:
            return instant
        return self._end_of_gap(wall)

    def _end_of_gap(self, wall: datetime) -> datetime:
        """The first instant after the gap that ``wall`` falls into, found by halving."""
        before = wall.replace(tzinfo=self._zone, fold=1).astimezone(UTC)
        after = wall.replace(tzinfo=self._zone, fold=0).astimezone(UTC)
        old_offset = self.local(before).utcoffset()
        while after - before > timedelta(seconds=1):
            middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
            if self.local(middle).utcoffset() == old_offset:
                before = middle
            else:
                after = middle
        return after

    # -- business days -----------------------------------------------------------------------------------------

    def is_business_day(self, day: date) -> bool:
        """Neither a quiet day of the week nor a holiday."""
        return day.weekday() not in self._quiet_days and day not in self._holidays

    def add_business_days(self, day: date, count: int) -> date:
        """Counts business days strictly after ``day``: Friday + 5 and Saturday + 5 are both the next Friday."""
        later = self._later_days.get((day, count))
        if later is None:
            later = day
            for _ in range(count):
                later = self.first_business_day(later + A_DAY)
            self._later_days[(day, count)] = later
        return later

    def first_business_day(self, day: date) -> date:
        """``day`` itself or the nearest business day after it."""
        while not self.is_business_day(day):
            day += A_DAY
        return day

    def last_business_day(self, day: date) -> date:
        """``day`` itself or the nearest business day before it."""
        while not self.is_business_day(day):
            day -= A_DAY
        return day

    # -- days to instants --------------------------------------------------------------------------------------

    def at_work(self, day: date) -> datetime:
        """When work begins that day (09:00 by default), whatever day it is."""
        return self.at(day, self._work_clock)

    def business_days_after(self, instant: datetime, count: int) -> datetime:
        """When work begins so many business days later."""
        return self.at_work(self.add_business_days(self.day(instant), count))

    def end_of_work(self, day: date) -> datetime:
        """When the quiet hours begin: what is meant by "by that day"."""
        return self.at(day, LAST_MINUTE if self._quiet_start == self._quiet_end else self._quiet_start)

    def midnight_after(self, day: date) -> datetime:
        """When the day is over."""
        return self.at(day + A_DAY, time(0))

    # -- quiet hours -------------------------------------------------------------------------------------------

    def is_quiet(self, instant: datetime) -> bool:
        """Whether the instant falls into the quiet hours."""
        return self._is_quiet_clock(self.local(instant).time())

    def shift(self, instant: datetime, *, any_day: bool) -> datetime:
        """The instant, or the first fitting one after it.

        Out of the quiet hours (evening: the next day when work begins, early morning: the same day), then, unless
        the thing may be done on any day, on to a business day.
        """
        wall = self.local(instant)
        day = wall.date()
        if self._is_quiet_clock(wall.time()):
            if self._quiet_end <= self._quiet_start <= wall.time():
                day += A_DAY
            instant = self.at(day, max(self._work_clock, self._quiet_end))
        if any_day or self.is_business_day(day):
            return instant
        return self.at_work(self.first_business_day(day))

    def _is_quiet_clock(self, clock: time) -> bool:
        if self._quiet_start <= self._quiet_end:
            return self._quiet_start <= clock < self._quiet_end
        return clock >= self._quiet_start or clock < self._quiet_end


@lru_cache(maxsize=16)
def worktime(timing: Timing) -> Worktime:
    """The working rhythm that belongs to these habits."""
    return Worktime(timing)
