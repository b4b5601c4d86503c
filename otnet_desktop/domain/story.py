"""Everything about a person, or everyone, as one ordered story."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.messages import Message
from otnet_desktop.domain.people import PersonId


class StoryKind(StrEnum):
    """What an entry of the story tells."""

    ADDED = "added"
    MEETING = "meeting"
    ENCOUNTER = "encounter"
    WROTE = "wrote"
    HEARD = "heard"
    DRAFT = "draft"
    THANKED = "thanked"
    THANKS_SKIPPED = "thanks_skipped"
    PURPOSE = "purpose"
    STATUS = "status"
    MOVED = "moved"
    CADENCE = "cadence"
    WITHDRAWN = "withdrawn"
    PROMISED = "promised"
    PROMISE_KEPT = "promise_kept"
    INTRODUCED = "introduced"
    OPPORTUNITY = "opportunity"


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One entry: a meeting stands at its start, everything else at the instant it happened.

    ``values`` holds plain texts by name (``how``, ``status``, ``days``, ``text``, ``by``, ``name`` ...) that a screen
    or the command line words in its own way.
    """

    at: datetime
    kind: StoryKind
    people: tuple[PersonId, ...]
    meeting: Meeting | None = None
    message: Message | None = None
    values: dict[str, str] = field(default_factory=dict, hash=False)
