"""The contact list: which people, in which order, and what a row tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from otnet_desktop.domain.reminders import Reminder, Stage
from otnet_desktop.domain.status import PersonId, Status

RESTING = frozenset({Stage.QUIET, Stage.DECLINED, Stage.WITHDRAWN, Stage.LATER, Stage.KIT_PAUSED})
WAITING = frozenset({Stage.AWAITING_REPLY, Stage.NUDGED})
ANSWERING = frozenset({Stage.IN_CONVERSATION, Stage.SCHEDULING, Stage.RESCHEDULING})
"""Here one waits as well, while the next word is theirs."""
FINDING_A_TIME = frozenset({Stage.SCHEDULING, Stage.RESCHEDULING})
"""To meet, besides those ``SCHEDULED`` whose meeting is not over."""


class Chip(StrEnum):
    """The filters above the list. ``ALL`` leaves out archived people only."""

    ALL = "all"
    DUE = "due"
    WAITING = "waiting"
    TO_MEET = "to_meet"
    RESTING = "resting"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class ListView:
    """What the list shows: a chip, and perhaps a tag, a setting and a practice area (codes) as well."""

    chip: Chip = Chip.ALL
    tag: str = ""
    setting: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: ``next`` is the most important reminder, active or upcoming."""

    id: PersonId
    ref: str
    name: str
    headline: str
    stage: Stage
    status: Status
    next: Reminder | None = None
    next_meeting: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody found, and the line that matched ("Note: the *sensory* path") when it was not the name or place."""

    id: PersonId
    matched: str = ""
