"""The words of notifications that tell of several reminders, and the shapes that all such words have."""

from __future__ import annotations

from dataclasses import dataclass

from otnet_desktop.domain.reminders import Kind


@dataclass(frozen=True, slots=True)
class Counted:
    """A text with a number in it; ``field`` names the number."""

    field: str
    one: str
    many: str


Template = str | Counted
Choice = tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """``discreet`` names nobody and nothing, for screens that others can see."""

    title: Choice
    why: Choice
    button: str
    discreet: str


DIGEST = Words(
    (Counted("count", "{count} thing for your network", "{count} things for your network"),),
    ("{lines}",),
    "Open list", "{count} reminders",
)  # fmt: skip
CATCH_UP = Words(("While you were away",), ("{lines}",), "Open list", "{count} reminders")

AND_MORE = Counted("more", "and {more} more", "and {more} more")
WITH_OTHERS = Counted("others", "{given} and {others} other", "{given} and {others} others")
JUST = ("today", "yesterday")

KIND_COUNTS: dict[Kind, Counted] = {
    Kind.APOLOGY: Counted("n", "{n} apology", "{n} apologies"),
    Kind.THANK_YOU: Counted("n", "{n} thank-you", "{n} thank-yous"),
    Kind.MEETING_SOON: Counted("n", "{n} meeting soon", "{n} meetings soon"),
    Kind.MEETING_OUTCOME: Counted("n", "{n} meeting to note", "{n} meetings to note"),
    Kind.MEETING_PREP: Counted("n", "{n} meeting to prepare", "{n} meetings to prepare"),
    Kind.REPLY_NEEDED: Counted("n", "{n} reply", "{n} replies"),
    Kind.RESCHEDULE: Counted("n", "{n} new time to find", "{n} new times to find"),
    Kind.PROMISE_DUE: Counted("n", "{n} promise", "{n} promises"),
    Kind.OPPORTUNITY_DEADLINE: Counted("n", "{n} deadline", "{n} deadlines"),
    Kind.FIX_ADDRESS: Counted("n", "{n} address to fix", "{n} addresses to fix"),
    Kind.DECLINE_ACK: Counted("n", "{n} optional note", "{n} optional notes"),
    Kind.FOLLOW_UP: Counted("n", "{n} follow-up", "{n} follow-ups"),
    Kind.ASK_AGAIN: Counted("n", "{n} to ask again", "{n} to ask again"),
    Kind.CLOSE_LOOP: Counted("n", "{n} introduction to thank for", "{n} introductions to thank for"),
    Kind.TELL_NEWS: Counted("n", "{n} to share news with", "{n} to share news with"),
    Kind.CONGRATULATE: Counted("n", "{n} congratulation", "{n} congratulations"),
    Kind.STALE_DRAFT: Counted("n", "{n} draft", "{n} drafts"),
    Kind.THEIR_PROMISE: Counted("n", "{n} offer to ask about", "{n} offers to ask about"),
    Kind.KEEP_IN_TOUCH: Counted("n", "{n} to keep in touch with", "{n} to keep in touch with"),
}
