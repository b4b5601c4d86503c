"""Hours of mentoring and professional development, for boards that count them.

A conversation in one's network is not mentoring: only meetings the user marks as such are counted. Two hours of
mentoring were one unit (PDU) in older NBCOT charts; the current one was not seen, and hence the rate is the user's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId

MINUTES = 60


class HoursKind(StrEnum):
    """What the time was spent on."""

    MENTORING = "mentoring"
    COURSE = "course"
    READING = "reading"
    PRESENTING = "presenting"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Hours:
    """One line of the log: an entry of one's own (``id``), or a meeting that counts as mentoring (``meeting``)."""

    day: date
    minutes: int
    kind: HoursKind
    text: str = ""
    person: PersonId | None = None
    id: int = 0
    meeting: MeetingId | None = None


def minutes_of(log: Iterable[Hours], kind: HoursKind | None = None) -> int:
    """All minutes, or those of one kind."""
    return sum(hours.minutes for hours in log if kind is None or hours.kind is kind)


def units(minutes: int, hours_per_unit: float) -> float:
    """So many units at a rate ("2 h = 1 PDU" is 2.0); none without a rate. Not rounded: boards round by themselves."""
    return minutes / MINUTES / hours_per_unit if hours_per_unit > 0 else 0.0
