"""What the rules answer with: stages, reminders and how a person stands at an instant."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from otnet_desktop.domain.status import Status


class Kind(StrEnum):
    """Every kind of reminder, in order of priority (first matters most)."""

    APOLOGY = "APOLOGY"
    THANK_YOU = "THANK_YOU"
    MEETING_SOON = "MEETING_SOON"
    MEETING_OUTCOME = "MEETING_OUTCOME"
    MEETING_PREP = "MEETING_PREP"
    REPLY_NEEDED = "REPLY_NEEDED"
    RESCHEDULE = "RESCHEDULE"
    PROMISE_DUE = "PROMISE_DUE"
    OPPORTUNITY_DEADLINE = "OPPORTUNITY_DEADLINE"
    FIX_ADDRESS = "FIX_ADDRESS"
    DECLINE_ACK = "DECLINE_ACK"
    FOLLOW_UP = "FOLLOW_UP"
    ASK_AGAIN = "ASK_AGAIN"
    CLOSE_LOOP = "CLOSE_LOOP"
    TELL_NEWS = "TELL_NEWS"
    CONGRATULATE = "CONGRATULATE"
    STALE_DRAFT = "STALE_DRAFT"
    THEIR_PROMISE = "THEIR_PROMISE"
    KEEP_IN_TOUCH = "KEEP_IN_TOUCH"

    @property
    def priority(self) -> int:
        """1 for the most important, 19 for the least."""
        return list(Kind).index(self) + 1

    @property
    def is_relationship_nudge(self) -> bool:
        """Kinds 11 to 19: one active at a time per person, and none beside an outstanding thank-you."""
        return self.priority >= Kind.DECLINE_ACK.priority


class Stage(StrEnum):
    """Where a person stands on the journey."""

    IDEA = "idea"
    PREPARING = "preparing"
    READY = "ready"
    AWAITING_REPLY = "awaiting_reply"
    NUDGED = "nudged"
    IN_CONVERSATION = "in_conversation"
    SCHEDULING = "scheduling"
    SCHEDULED = "scheduled"
    RESCHEDULING = "rescheduling"
    MET = "met"
    THANKED = "thanked"
    IN_TOUCH = "in_touch"
    KIT_PAUSED = "kit_paused"
    LATER = "later"
    DECLINED = "declined"
    QUIET = "quiet"
    WITHDRAWN = "withdrawn"
    ADDRESS_PROBLEM = "address_problem"


class Ball(StrEnum):
    """Whose turn it is."""

    ME = "me"
    THEM = "them"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing worth doing. Never stored as such; the ``key`` is stable, so that a snooze finds it again.

    ``values`` fill the wording (days, instants, refs and texts by name). ``popups`` are the instants at which a
    notification may be shown, at most three, the first at ``due`` (after any snooze). ``companions`` are all guests
    of a meeting that the reminder is about: each of them carries it under the same key, and a list shows it once.
    """

    key: str
    kind: Kind
    person: str
    due: datetime
    active: bool
    variant: str = ""
    meeting: str = ""
    companions: tuple[str, ...] = ()
    deadline: datetime | None = None
    expires: datetime | None = None
    overdue: bool = False
    snoozes: int = 0
    popups: tuple[datetime, ...] = ()
    values: dict[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a person stands at an instant, and what is worth doing.

    ``reminders`` are active and upcoming ones in order (active first, then priority, then due); ``held_back`` are
    relationship nudges that wait for something more important. The answer stays right until ``valid_until``
    (exclusive; ``None``: until a new fact), so it may be kept that long.
    """

    person: str
    stage: Stage
    status: Status = Status.ACTIVE
    ball: Ball = Ball.NONE
    approach: int = 0
    nudges: int = 0
    reminders: tuple[Reminder, ...] = ()
    held_back: tuple[Reminder, ...] = ()
    last_reached_out: datetime | None = None
    last_in_touch: datetime | None = None
    next_meeting: datetime | None = None
    valid_until: datetime | None = None

    @property
    def active(self) -> tuple[Reminder, ...]:
        """What is due now."""
        return tuple(r for r in self.reminders if r.active)
