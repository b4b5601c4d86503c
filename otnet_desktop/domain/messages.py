"""What was written, received or is still a draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from otnet_desktop.domain.facts import InKind, OutKind
from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId

MessageId = NewType("MessageId", int)


class MessageState(StrEnum):
    """``HANDED_OVER``: the mail program or clipboard has it; only the user's word makes it ``SENT``."""

    DRAFT = "draft"
    HANDED_OVER = "handed_over"
    SENT = "sent"
    RECEIVED = "received"


class Channel(StrEnum):
    """How something was said."""

    EMAIL = "email"
    PHONE = "phone"
    LINKEDIN = "linkedin"
    TEXT = "text"
    CARD = "card"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class Draft:
    """A message being written. ``reminder`` is the key of the reminder it answers, ``meeting`` the one it is about.

    ``also`` are those it goes to besides ``person``: one message to several.
    """

    person: PersonId
    kind: OutKind
    subject: str = ""
    body: str = ""
    channel: Channel = Channel.EMAIL
    reminder: str = ""
    meeting: MeetingId | None = None
    also: tuple[PersonId, ...] = ()

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Everybody it goes to."""
        return (self.person, *self.also)


@dataclass(frozen=True, slots=True)
class Reply:
    """What they answered, as one logs it."""

    person: PersonId
    kind: InKind
    body: str = ""
    channel: Channel = Channel.EMAIL
    ask_again_on: date | None = None
    return_on: date | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message on record; ``kind`` is a value of OutKind or InKind, ``at`` when it was sent, received or saved."""

    id: MessageId
    person: PersonId
    state: MessageState
    channel: Channel
    kind: str
    subject: str
    body: str
    at: datetime
    reminder: str = ""
    meeting: MeetingId | None = None
    needs_reply: bool = False
    also: tuple[PersonId, ...] = ()

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Everybody it went or goes to."""
        return (self.person, *self.also)

    @property
    def draft(self) -> Draft:
        """What I wrote, to be gone on with."""
        return Draft(
            self.person,
            OutKind(self.kind),
            self.subject,
            self.body,
            self.channel,
            self.reminder,
            self.meeting,
            self.also,
        )

    @property
    def is_mine(self) -> bool:
        """Whether I wrote it."""
        return self.state is not MessageState.RECEIVED
