"""When one is free: painting the week, days that differ, and what calendars and meetings take away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from otnet_desktop.domain.availability import FreeDay, FreeTime, Hours, Span, free_windows, tidied
from otnet_desktop.domain.busy_times import IN_ORDER, BusyTime
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.worktime import worktime
from otnet_desktop.services.steps import Steps


class AvailabilityService:
    """Busy times are only remembered while the program runs: they belong to the calendars they came from."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store
        self._busy: tuple[BusyTime, ...] = ()

    def hours(self) -> Hours:
        """Everything that was painted."""
        return self._store.free_times.hours()

    def paint(self, weekly: Iterable[FreeTime], sitting: int | None = None) -> int | None:
        """Paint the week anew; ``sitting`` is that of ``ResearchService.save_notes``."""
        with self._steps.step("Paint free times", [], Room.SCHEDULE, sitting=sitting) as step:
            self._store.free_times.paint(tidied(weekly))
        return step

    def add_day(self, own: FreeDay) -> None:
        """One day differs. Raises BadInput where it ends before it begins."""
        if own.end <= own.start:
            raise BadInput("That time ends before it begins.", "Check the times.")
        with self._steps.step("Change a day", [], Room.SCHEDULE):
            self._store.free_times.add_day(own)

    def drop_day(self, own: FreeDay) -> None:
        """The day is like any other again."""
        with self._steps.step("Change a day", [], Room.SCHEDULE):
            self._store.free_times.drop_day(own)

    def take_busy(self, busy: Iterable[BusyTime]) -> None:
        """What the calendars say now; everything they said before is forgotten."""
        now = tuple(sorted(busy, key=IN_ORDER))
        if now != self._busy:
            self._busy = now
            self._steps.announce(Changed(frozenset({Room.SCHEDULE}), None))

    def busy_between(self, start: datetime, end: datetime) -> list[BusyTime]:
        """What the calendars say at that time, earliest first."""
        return [busy for busy in self._busy if busy.span.start < end and start < busy.span.end]

    def free(self, start: datetime, end: datetime) -> tuple[Span, ...]:
        """When one is free from one instant to another: neither meeting somebody nor busy elsewhere."""
        busy = [taken.span for taken in self.busy_between(start, end)]
        met = [Span(begin, over) for _, begin, over in self._store.meeting_times.planned(start, end)]
        return free_windows(self.hours(), self._steps.timing(), [*busy, *met], start, end)

    def ahead(self, working_days: int, length: timedelta) -> tuple[Span, ...]:
        """When one is free from so many working days on, for so long."""
        rhythm = worktime(self._steps.timing())
        day = rhythm.add_business_days(rhythm.day(self._steps.clock.now()), working_days)
        start = rhythm.at(day, datetime.min.time())
        return self.free(start, start + length)
