"""What a calendar says one is busy with, and how its reading went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from otnet_desktop.domain.availability import Span


class Trouble(StrEnum):
    """Why something in a calendar could not be read, or not wholly."""

    NO_CALENDAR = "no_calendar"
    """The file is none."""
    CANNOT_BE_OPENED = "cannot_be_opened"
    DAMAGED = "damaged"
    NO_START = "no_start"
    UNKNOWN_ZONE = "unknown_zone"
    RULE = "rule"
    """It repeats in a way that is not read; its first date counts."""
    TOO_OFTEN = "too_often"
    """It repeats more often than is worked out."""
    TOO_MANY_DATES = "too_many_dates"
    """It tells more dates than are read, and was left out."""
    LATER_CHANGES = "later_changes"
    """A change of all later dates was read for its first one only."""


@dataclass(frozen=True, slots=True)
class BusyTime:
    """One appointment; ``name`` is what the calendar calls it."""

    span: Span
    name: str = ""


IN_ORDER = attrgetter("span.start", "span.end", "name")
"""The order of busy times, as a key to sort by: far quicker than comparing them."""


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """What a calendar file said: busy times, how many entries it has, and how many of them had which trouble."""

    busy: tuple[BusyTime, ...] = ()
    entries: int = 0
    troubles: Mapping[Trouble, int] = field(default_factory=dict)
