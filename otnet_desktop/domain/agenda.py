"""Which notifications will be shown, and when, if nothing is done meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from otnet_desktop.domain.facts import Fact
from otnet_desktop.domain.notices import Notice, arrange
from otnet_desktop.domain.outlook import look_into, seat
from otnet_desktop.domain.reminders import Kind, Outlook, Reminder
from otnet_desktop.domain.rules.casefile import CaseFile, lay_out
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime

Popups = dict[datetime, dict[str, Reminder]]
"""What pops up at each minute, by key."""


def agenda(facts: Iterable[Fact], timing: Timing, start: datetime, end: datetime) -> list[Notice]:
    """The notices from ``start`` (included) to ``end`` (excluded), the program running all the while."""
    popups = _popups(lay_out(facts), timing, start, end)
    days: dict[date, list[datetime]] = defaultdict(list)
    for minute in sorted(popups):
        days[worktime(timing).day(minute)].append(minute)
    return [notice for minutes in days.values() for notice in _of_a_day(minutes, popups, timing)]


def unfold(
    case: CaseFile, person: str, timing: Timing, start: datetime, end: datetime
) -> Iterator[tuple[datetime, Outlook]]:
    """How one person will stand from ``start`` to ``end``: each outlook with the instant from which it holds."""
    at = start
    while at < end:
        outlook = look_into(case, person, timing, at)
        yield at, outlook
        at = outlook.valid_until or end


def _popups(case: CaseFile, timing: Timing, start: datetime, end: datetime) -> Popups:
    popups: Popups = defaultdict(dict)
    for person in list(case.people):
        for since, outlook in unfold(case, person, timing, start, end):
            until = min(outlook.valid_until or end, end)
            for reminder in outlook.active:
                for popup in reminder.popups:
                    if since <= popup < until:
                        _add(popups[popup.replace(second=0, microsecond=0)], reminder)
    return popups


def _add(at_that_minute: dict[str, Reminder], reminder: Reminder) -> None:
    """What a meeting asks for pops up once, for the first of its guests."""
    other = at_that_minute.get(reminder.key)
    if other is None or seat(reminder) < seat(other):
        at_that_minute[reminder.key] = reminder


def _of_a_day(minutes: list[datetime], popups: Popups, timing: Timing) -> Iterator[Notice]:
    """So many a day and no more; room is kept for the meetings of the day."""
    room = timing.popups_per_day
    meetings = {
        minute: sum(reminder.kind is Kind.MEETING_SOON for reminder in popups[minute].values()) for minute in minutes
    }
    for minute in minutes:
        kept = sum(count for later, count in meetings.items() if later > minute)
        notices = arrange(minute, popups[minute].values(), room, kept, timing)
        room -= len(notices)
        yield from notices
