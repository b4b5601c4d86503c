"""Repeating dates of a calendar (RFC 5545 3.3.10), looked for within a bounded effort.

A stranger's rule may never match or match a million times, so this asks day by day whether the rule fits, and each day
and each date costs. Rules by the hour or shorter, by week number and by second are not read. Public: ``Rule``,
``rule_of(parts)``, ``Effort``, ``occurrences(rule, start, first, last, effort)``.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import Any

from otnet_desktop.domain.worktime import A_DAY

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
UNNUMBERED = ("DAILY", "WEEKLY")
"""Nothing is the second Monday of a week: there the number says nothing."""
UNREAD = frozenset({"BYWEEKNO", "BYSECOND", "BYEASTER", "RSCALE"})
MOST_TIMES = 1000
"""Occurrences of one rule within what is read; more is a prank or a mistake."""
A_TIME = 8
"""What an occurrence costs whoever asked for it, in days looked at."""

Day = tuple[int, int]
"""Which one (0 for every, -1 for the last) and which day of the week, Monday = 0."""


class TooMuch(Exception):
    """The effort that was allowed is spent."""


@dataclass(slots=True)
class Effort:
    """How many days may still be looked at, by all rules of a file together: well under a second."""

    days: int = 400_000
    each: int = 40_000
    """By one rule: a hundred years of days."""

    def spend(self, days: int) -> None:
        """Raises TooMuch where there are not so many left."""
        self.days -= days
        if self.days < 0:
            raise TooMuch


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as far as it is read; ``until`` is on the wall of the entry, ``count`` 0 for no end.

    What a rule lists is kept as sets: a list of a thousand times the same hour is one hour.
    """

    freq: str
    interval: int = 1
    count: int = 0
    until: datetime | None = None
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    days: frozenset[Day] = frozenset()
    hours: frozenset[int] = frozenset()
    minutes: frozenset[int] = frozenset()
    positions: frozenset[int] = frozenset()
    week_start: int = 0


def rule_of(parts: Mapping[str, Sequence[Any]], until: datetime | None) -> Rule | None:
    """The rule that a calendar's parts (``{"FREQ": ["WEEKLY"], ...}``) mean; none for one that is not read."""
    told = {name.upper(): list(values) for name, values in parts.items()}
    freq = str(told.get("FREQ", [""])[0]).upper()
    if freq not in FREQUENCIES or UNREAD & told.keys():
        return None
    days = tuple(_day(str(value)) for value in told.get("BYDAY", ()))
    start_of_week = str(told.get("WKST", ["MO"])[0]).upper()
    if None in days or start_of_week not in WEEKDAYS:
        return None

    def numbers(name: str) -> frozenset[int]:
        return frozenset(int(value) for value in told.get(name, ()))

    interval, count = int((told.get("INTERVAL") or [1])[0]), int((told.get("COUNT") or [0])[0])
    if interval < 1 or count < 0:
        return None
    return Rule(
        freq,
        interval,
        count,
        until,
        numbers("BYMONTH"),
        numbers("BYMONTHDAY"),
        numbers("BYYEARDAY"),
        frozenset((0 if freq in UNNUMBERED else day[0], day[1]) for day in days if day is not None),
        frozenset(hour for hour in numbers("BYHOUR") if 0 <= hour < 24),
        frozenset(minute for minute in numbers("BYMINUTE") if 0 <= minute < 60),
        numbers("BYSETPOS"),
        WEEKDAYS.index(start_of_week),
    )


def occurrences(rule: Rule, start: datetime, first: datetime, last: datetime, effort: Effort) -> Iterator[datetime]:
    """When it comes again on the wall, from ``first`` until before ``last``; ``start`` itself counts as one.

    Raises TooMuch when it takes more effort than is left, or comes more often than anything real does.
    """
    if rule.until is not None and rule.until < first and start < first:
        return
    told = 0
    for at in _dates(rule, start, None if rule.count else first.date(), last.date(), effort):
        if first <= at < last:
            told += 1
            if told > MOST_TIMES:
                raise TooMuch
            effort.spend(A_TIME)
            yield at


def _dates(rule: Rule, start: datetime, near: date | None, last: date, effort: Effort) -> Iterator[datetime]:
    """Every date up to ``last``, the first one included; only from shortly before ``near`` on, where one is given."""
    yield start
    counted, spent = 1, 0
    fits, clocks = _with_defaults(rule, start), _clocks(rule, start)
    for begins, days in _periods(fits, start.date(), near):
        if begins > last:
            return
        effort.spend(1 + len(days))
        fitting = [day for day in days if _fits(fits, day)]
        dates = len(fitting) * len(clocks)
        spent += 1 + len(days) + dates
        if spent > effort.each:  # before the others pay for it
            raise TooMuch
        effort.spend(dates)
        found = [datetime.combine(day, clock) for day in fitting for clock in clocks]
        for at in _at_positions(found, rule.positions):
            if at <= start:
                continue
            counted += 1
            if (rule.until is not None and at > rule.until) or (rule.count and counted > rule.count):
                return
            yield at


def _clocks(rule: Rule, start: datetime) -> list[time]:
    hours, minutes = sorted(rule.hours) or [start.hour], sorted(rule.minutes) or [start.minute]
    return [time(hour, minute, start.second) for hour, minute in product(hours, minutes)]


def _with_defaults(rule: Rule, start: datetime) -> Rule:
    """What the rule leaves open is taken from the first date."""
    if rule.month_days or rule.year_days or rule.days or rule.freq == "DAILY":
        return rule
    if rule.freq == "WEEKLY":
        return replace(rule, days=frozenset({(0, start.weekday())}))
    if rule.freq == "MONTHLY" or rule.months:
        return replace(rule, month_days=frozenset({start.day}))
    return replace(rule, months=frozenset({start.month}), month_days=frozenset({start.day}))


def _periods(rule: Rule, start: date, near: date | None) -> Iterator[tuple[date, list[date]]]:
    """Each period (day, week, month, year) the rule looks at: when it begins, and its days that might be meant."""
    number = 0
    if near is not None and near > start:
        number = max(0, _periods_between(rule, start, near) // rule.interval - 1)
    while True:
        try:
            yield _days_of(rule, start, number * rule.interval)
        except (OverflowError, ValueError):  # beyond the calendar
            return
        number += 1


def _periods_between(rule: Rule, start: date, end: date) -> int:
    if rule.freq == "DAILY":
        return (end - start).days
    if rule.freq == "WEEKLY":
        return (end - start).days // 7
    return (end.year - start.year) * 12 + end.month - start.month if rule.freq == "MONTHLY" else end.year - start.year


def _days_of(rule: Rule, start: date, number: int) -> tuple[date, list[date]]:
    if rule.freq == "DAILY":
        day = start + number * A_DAY
        return day, [day]
    if rule.freq == "WEEKLY":
        begins = start - timedelta(days=(start.weekday() - rule.week_start) % 7) + timedelta(weeks=number)
        return begins, [begins + day * A_DAY for day in range(7)]
    if rule.freq == "MONTHLY":
        months = start.year * 12 + start.month - 1 + number
        begins = date(months // 12, months % 12 + 1, 1)
        return begins, _month_of(begins)
    begins = date(start.year + number, 1, 1)
    months_of_it = (begins.replace(month=month) for month in range(1, 13) if not rule.months or month in rule.months)
    return begins, [day for first in months_of_it for day in _month_of(first)]


def _month_of(first: date) -> list[date]:
    return [first + day * A_DAY for day in range(_month(first))]


def _fits(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days and not {day.day, day.day - _month(day) - 1} & rule.month_days:
        return False
    if rule.year_days and not {_day_of_year(day), _day_of_year(day) - _year(day) - 1} & rule.year_days:
        return False
    return not rule.days or not rule.days.isdisjoint(_said_as(rule, day))


def _said_as(rule: Rule, day: date) -> Iterator[Day]:
    """The ways in which a rule may mean a day: as any of its weekday, as the second one, as the last one."""
    weekday = day.weekday()
    yield 0, weekday
    in_a_month = rule.freq == "MONTHLY" or bool(rule.months)
    at, length = (day.day, _month(day)) if in_a_month else (_day_of_year(day), _year(day))
    yield (at - 1) // 7 + 1, weekday
    yield -((length - at) // 7 + 1), weekday


def _at_positions(found: list[datetime], positions: frozenset[int]) -> list[datetime]:
    if not positions:
        return found
    behind = len(found) + 1
    return [at for number, at in enumerate(found, 1) if number in positions or number - behind in positions]


def _day_of_year(day: date) -> int:
    return day.timetuple().tm_yday


def _month(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _year(day: date) -> int:
    return 366 if isleap(day.year) else 365


def _day(text: str) -> Day | None:
    name, number = text.strip().upper()[-2:], text.strip()[:-2].removeprefix("+")
    if name not in WEEKDAYS or not (not number or number.lstrip("-").isdigit()):
        return None
    return int(number or 0), WEEKDAYS.index(name)
