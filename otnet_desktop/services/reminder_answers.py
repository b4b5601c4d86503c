"""What one writes to settle a reminder."""

from __future__ import annotations

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.reminders import Kind, Reminder

ANSWERS = {
    Kind.APOLOGY: f.OutKind.APOLOGY,
    Kind.THANK_YOU: f.OutKind.THANKS,
    Kind.REPLY_NEEDED: f.OutKind.REPLY,
    Kind.RESCHEDULE: f.OutKind.SLOTS,
    Kind.DECLINE_ACK: f.OutKind.DECLINE_ACK,
    Kind.FOLLOW_UP: f.OutKind.NUDGE,
    Kind.ASK_AGAIN: f.OutKind.ASK,
    Kind.CLOSE_LOOP: f.OutKind.CLOSE_LOOP,
    Kind.TELL_NEWS: f.OutKind.NEWS,
    Kind.CONGRATULATE: f.OutKind.CONGRATULATE,
    Kind.STALE_DRAFT: f.OutKind.INTRO,
    Kind.KEEP_IN_TOUCH: f.OutKind.KEEP_IN_TOUCH,
}
"""What one writes to answer each kind of reminder."""


def answer_to(reminder: Reminder) -> f.OutKind | None:
    """The kind of message that settles a reminder; none where it is not settled by writing."""
    if reminder.kind is Kind.REPLY_NEEDED and reminder.variant == "scheduling":
        return f.OutKind.SLOTS
    return ANSWERS.get(reminder.kind)
