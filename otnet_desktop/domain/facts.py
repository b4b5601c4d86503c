"""The events a user confirms. Everything the app suggests is derived from these and from nothing else.

Each fact carries ``at`` (an aware instant) and ``seq``, which orders facts of the same instant. People, meetings,
promises and opportunities are named by their refs. The vocabulary is that of a network told as facts
(see CONTRIBUTING, "A network told as facts").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from otnet_desktop.domain.fact_kinds import (
    Gate,
    InKind,
    MeetingFormat,
    MeetingOutcome,
    OpportunityState,
    OutKind,
    Side,
    ThanksHow,
)
from otnet_desktop.domain.people import Status

__all__ = [
    "CadenceSet", "ChannelChecked", "Dismissed", "DraftSaved", "Encountered", "Fact", "Gate", "GatheringFact",
    "InKind", "JobMoved", "Joined", "KeyPointNoted", "MeetingAgreed", "MeetingCancelled", "MeetingFormat",
    "MeetingMoved", "MeetingOutcome", "OpportunityNoted", "OpportunityState", "OutKind", "OutcomeRecorded",
    "PersonAdded", "PersonFact", "PromiseKept", "PromiseMade", "PurposeSet", "Received", "Referred", "Sent", "Side",
    "Snoozed", "StatusSet", "Thanked", "ThanksHow", "ThanksSkipped", "Withdrawn",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that happened at an instant."""

    at: datetime
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFact(Fact):
    """Something that is about one person and nobody else."""

    pid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded(PersonFact):
    """A person was typed or imported; nothing is due because of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposeSet(PersonFact):
    """Why I write to them."""

    kind: str = ""
    gate: Gate = Gate.NOT_NEEDED


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPointNoted(PersonFact):
    """One thing worth knowing before writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSaved(PersonFact):
    """A message was written and not sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelChecked(PersonFact):
    """There is an address that works, or there is none any more."""

    ok: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(PersonFact):
    """I sent something, and said so."""

    kind: OutKind
    needs_reply: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Received(PersonFact):
    """They answered, or their mail system did."""

    kind: InKind
    ask_again_on: date | None = None
    return_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(PersonFact):
    """I let it go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSet(PersonFact):
    """Archived, do not contact or deceased was set, or (``on=False``) taken back."""

    status: Status
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class JobMoved(PersonFact):
    """They changed jobs (to ``organisation``, where known); perhaps the old address went with it."""

    address_lost: bool = False
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceSet(PersonFact):
    """Keep in touch every so many days; 0 is off."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAgreed(Fact):
    """A meeting was booked."""

    mid: str
    pids: tuple[str, ...]
    start: datetime
    end: datetime
    format: MeetingFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMoved(Fact):
    """The same meeting, at another time."""

    mid: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCancelled(Fact):
    """A meeting will not take place."""

    mid: str
    by: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRecorded(Fact):
    """What became of a meeting, and who of the invited was absent."""

    mid: str
    outcome: MeetingOutcome
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Encountered(Fact):
    """Met by chance or at an event."""

    mid: str
    pids: tuple[str, ...]
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Fact):
    """Somebody also took part in a meeting or encounter that is told elsewhere."""

    mid: str
    pid: str


GatheringFact = MeetingAgreed | MeetingMoved | MeetingCancelled | OutcomeRecorded | Encountered | Joined
"""What is told of a meeting or encounter; it concerns all its guests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanked(Fact):
    """A thank-you was given for a meeting (``mid``), an encounter, or (``mid=""``) an answer by mail."""

    mid: str
    pids: tuple[str, ...]
    how: ThanksHow
    forced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksSkipped(PersonFact):
    """No thank-you will be given, for a reason of one's own."""

    mid: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade(PersonFact):
    """Somebody offered something."""

    cid: str
    by: Side
    text: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseKept(Fact):
    """A promise was kept, or let go."""

    cid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred(Fact):
    """``by`` pointed me to ``to``."""

    by: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityNoted(Fact):
    """An opportunity, or its new state. ``pid`` is the person it came through, if any."""

    oid: str
    state: OpportunityState
    pid: str = ""
    title: str = ""
    deadline: date | None = None
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed(Fact):
    """A reminder was put off until an instant."""

    key: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed(Fact):
    """A reminder was put away for good."""

    key: str
