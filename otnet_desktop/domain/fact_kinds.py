"""The kinds in which facts speak: what was written, what was answered, what became of it. Read them from ``facts``."""

from __future__ import annotations

from enum import StrEnum


class OutKind(StrEnum):
    """What I wrote. Anything not listed is kept as OTHER."""

    INTRO = "intro"
    ASK = "ask"
    NUDGE = "nudge"
    SLOTS = "slots"
    REPLY = "reply"
    CONFIRM = "confirm"
    DECLINE_ACK = "decline_ack"
    APOLOGY = "apology"
    THANKS = "thanks"
    KEEP_IN_TOUCH = "keep_in_touch"
    UPDATE = "update"
    CONGRATULATE = "congratulate"
    CLOSE_LOOP = "close_loop"
    NEWS = "news"
    OTHER = "other"


class InKind(StrEnum):
    """What they answered."""

    YES = "yes"
    QUESTION = "question"
    SLOTS = "slots"
    ANOTHER_TIME = "another_time"
    ANSWER = "answer"
    NO = "no"
    LATER = "later"
    OUT_OF_OFFICE = "ooo"
    BOUNCE = "bounce"
    DO_NOT_CONTACT = "dnc"
    NOTE = "note"


class Side(StrEnum):
    """Me or them."""

    ME = "me"
    THEM = "them"


class MeetingFormat(StrEnum):
    """How a meeting takes place."""

    VIRTUAL = "virtual"
    IN_PERSON = "in_person"
    PHONE = "phone"


class MeetingOutcome(StrEnum):
    """What became of a meeting."""

    HELD = "held"
    NO_SHOW_THEM = "no_show_them"
    NO_SHOW_ME = "no_show_me"


class ThanksHow(StrEnum):
    """How a thank-you was given."""

    EMAIL = "email"
    CARD = "card"
    IN_PERSON = "in_person"
    LINKEDIN = "linkedin"
    TEXT = "text"
    PHONE = "phone"


class OpportunityState(StrEnum):
    """How far an opportunity has come."""

    OPEN = "open"
    EXPLORING = "exploring"
    APPLYING = "applying"
    APPLIED = "applied"
    INTERVIEWING = "interviewing"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CLOSED = "closed"


class Gate(StrEnum):
    """Whether the school's gatekeeper has been asked (placement and capstone purposes only)."""

    NOT_NEEDED = "not_needed"
    OPEN = "open"
    ASKED = "asked"
    CLEARED = "cleared"
