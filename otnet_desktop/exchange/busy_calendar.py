"""When a calendar file (.ics) says one is busy. What takes no time is left out: free, called off, declined.

Public: ``Reader`` (for whom, and for how long) and ``read_calendar(text, reader)``. Times without a zone, and whole
days, are those of the reader's wall. One's own meetings, put there by this program, are not read back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.busy_times import IN_ORDER, BusyTime, CalendarReading, Trouble
from otnet_desktop.domain.wall_time import instant_of
from otnet_desktop.domain.worktime import A_DAY
from otnet_desktop.exchange.calendar_entry import Entry, Unreadable, Zones, entry_of
from otnet_desktop.exchange.calendar_file import ONLY_ONCE, REPEATS, CalendarFile, take_apart
from otnet_desktop.exchange.ics import DOMAIN
from otnet_desktop.exchange.recurrence import A_TIME, MOST_TIMES, Effort, TooMuch, occurrences

LONGEST_STAY = timedelta(days=366)
"""What began longer ago is over; what claims to last longer is cut."""

FEW = 20_000
"""Characters of what says when an entry comes again, or does not: so many are read without being counted."""
MOST_DATES = 1_200
"""Beyond those: each may stand in a line of its own, with its zone. Even taking that apart takes long."""
LONGEST_DATES = 100 * MOST_DATES
"""Characters, of dates and of whatever stands in their place."""
DATES = re.compile(r"^(?:RDATE|EXDATE)[:;].*$", re.MULTILINE | re.IGNORECASE)
RULES = re.compile(r"^RRULE[:;].*$", re.MULTILINE | re.IGNORECASE)
A_DATE = re.compile(r"\d{8}")


@dataclass(frozen=True, slots=True)
class Reader:
    """From when until when to read (instants), in whose zone, and by which addresses one is invited."""

    first: datetime
    last: datetime
    zone: tzinfo
    me: frozenset[str] = frozenset()


def read_calendar(text: str, reader: Reader) -> CalendarReading:
    """The busy times, earliest first, and what could not be read."""
    file = take_apart(text)
    troubles: Counter[Trouble] = Counter()
    if not file.is_calendar:
        return CalendarReading(troubles={Trouble.NO_CALENDAR: 1})
    entries = list(_entries(file, reader, troubles))
    effort = Effort()
    replaced: dict[str, set[datetime | date]] = {}
    for entry in entries:
        if entry.replaces is not None:
            replaced.setdefault(entry.uid, set()).add(entry.replaces)
    busy: set[BusyTime] = set()
    for entry in entries:
        if not entry.is_busy or entry.uid.endswith(f"@{DOMAIN}"):
            continue
        gone = (entry.not_at, replaced.get(entry.uid, set()) if entry.replaces is None else set())
        try:
            busy.update(_busy_times(entry, gone, reader, effort))
        except TooMuch:
            troubles[Trouble.TOO_OFTEN] += 1
        except (OverflowError, ValueError):  # before the first or after the last year there is
            troubles[Trouble.DAMAGED] += 1
    return CalendarReading(tuple(sorted(busy, key=IN_ORDER)), len(file.entries), dict(troubles))


def _entries(file: CalendarFile, reader: Reader, troubles: Counter[Trouble]) -> Iterator[Entry]:
    zones = Zones(file.zones)
    me = reader.me | {file.owner.lower()} if file.owner else reader.me
    long_ago = f"{reader.first - LONGEST_STAY:%Y%m%d}"
    for text in file.entries:
        if len(text) > FEW and _is_endless(text):
            troubles[Trouble.TOO_MANY_DATES] += 1
            continue
        began = ONLY_ONCE.search(text)
        if began is not None and began[1] < long_ago and not REPEATS.search(text):
            continue
        try:
            entry = entry_of(text, zones, me)
        except Unreadable as unreadable:
            troubles[unreadable.trouble] += 1
        else:
            troubles.update(entry.troubles)
            yield entry


def _is_endless(text: str) -> bool:
    """Whether an entry tells more dates than it is worth taking apart for."""
    dates, rules = (sum(map(len, lines.findall(text))) for lines in (DATES, RULES))
    if rules > FEW or dates > LONGEST_DATES:
        return True
    return dates > FEW and sum(len(A_DATE.findall(line)) for line in DATES.findall(text)) > MOST_DATES


def _busy_times(
    entry: Entry, gone: Sequence[AbstractSet[datetime | date]], reader: Reader, effort: Effort
) -> Iterator[BusyTime]:
    """``gone``: dates left out, and dates that another entry stands in for; nobody joins them, they may be many."""
    zone = entry.zone or reader.zone
    length = min(entry.length, LONGEST_STAY)
    for start, lasts in _dates(entry, length, zone, reader, effort):
        begins = instant_of(start, zone)[0]
        if any({start, start.date(), begins} & dates for dates in gone):
            continue
        ends = instant_of(start + lasts, zone)[0] if entry.is_all_day else begins + lasts
        if begins < ends and begins < reader.last and ends > reader.first:
            yield BusyTime(Span(begins, ends), entry.name)


def _dates(
    entry: Entry, length: timedelta, zone: tzinfo, reader: Reader, effort: Effort
) -> Iterator[tuple[datetime, timedelta]]:
    """When it begins, on its wall, and for how long."""
    first = reader.first.astimezone(zone).replace(tzinfo=None) - length - A_DAY
    last = reader.last.astimezone(zone).replace(tzinfo=None) + A_DAY
    if entry.rule is None:
        yield entry.start, length
    else:
        for start in occurrences(entry.rule, entry.start, first, last, effort):
            yield start, length
    if len(entry.again_at) > MOST_TIMES:
        raise TooMuch
    for start, lasts in entry.again_at:
        effort.spend(A_TIME)
        yield start, lasts if lasts > timedelta() else length
