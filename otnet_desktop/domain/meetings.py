"""A meeting, and what one takes away from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.people import PersonId

MeetingId = NewType("MeetingId", int)

LONGEST = timedelta(days=1)
"""What lasts longer is no meeting but a mistyped date."""


class MeetingState(StrEnum):
    """How a meeting stands, told by its last fact."""

    PLANNED = "planned"
    CANCELLED_BY_ME = "cancelled_by_me"
    CANCELLED_BY_THEM = "cancelled_by_them"
    HELD = "held"
    NO_SHOW_THEM = "no_show_them"
    NO_SHOW_ME = "no_show_me"


class MeetingKind(StrEnum):
    """Agreed beforehand, or met by chance."""

    MEETING = "meeting"
    ENCOUNTER = "encounter"


class Consent(StrEnum):
    """Whether they agreed to notes being taken."""

    NOT_ASKED = "not_asked"
    ASKED_YES = "asked_yes"
    ASKED_NO = "asked_no"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask, whether it was asked, and the answer."""

    text: str
    asked: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """What one agrees on. Zones are IANA names: mine when it was booked, and theirs."""

    people: tuple[PersonId, ...]
    start: datetime
    end: datetime
    format: MeetingFormat = MeetingFormat.VIRTUAL
    title: str = ""
    place: str = ""
    link: str = ""
    zone: str = ""
    their_zone: str = ""
    kind: MeetingKind = MeetingKind.MEETING
    event: str = ""
    is_mentoring: bool = False


@dataclass(frozen=True, slots=True)
class MeetingNotes:
    """What one keeps of a meeting."""

    notes: str = ""
    consent: Consent = Consent.NOT_ASKED
    takeaways: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting on record. ``absent`` are invited people who did not come; ``sequence`` is iCalendar's (RFC 5545)."""

    id: MeetingId
    ref: str
    uid: str
    sequence: int
    state: MeetingState
    plan: MeetingPlan
    kept: MeetingNotes
    absent: tuple[PersonId, ...] = ()
