"""How many meetings there were in each month or year: the timeline seen from afar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otnet_desktop.domain.people import PersonId

MONTHS = 12


class Grain(StrEnum):
    """How far away one stands."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month or a year with meetings in it: from ``start`` to before ``end``.

    ``months`` counts the meetings of each month in it (one number for a month); ``people`` are in the order one met.
    """

    start: date
    end: date
    months: tuple[int, ...]
    people: tuple[PersonId, ...]

    @property
    def meetings(self) -> int:
        """All of them."""
        return sum(self.months)


def dense(meetings: Iterable[tuple[date, Sequence[PersonId]]], grain: Grain) -> list[Stretch]:
    """The stretches with meetings in them, the latest first, from the day and the people of each meeting."""
    months: dict[date, list[int]] = {}
    people: dict[date, dict[PersonId, None]] = {}
    for day, there in meetings:
        is_month = grain is Grain.MONTH
        start = day.replace(day=1) if is_month else day.replace(month=1, day=1)
        months.setdefault(start, [0] * (1 if is_month else MONTHS))[0 if is_month else day.month - 1] += 1
        people.setdefault(start, {}).update(dict.fromkeys(there))
    return [
        Stretch(start, end_of(start, grain), tuple(months[start]), tuple(people[start]))
        for start in sorted(months, reverse=True)
    ]


def end_of(start: date, grain: Grain) -> date:
    """The first day after a stretch."""
    if grain is Grain.YEAR or start.month == MONTHS:
        return date(start.year + 1, 1, 1)
    return start.replace(month=start.month + 1)
