"""Which relationship nudges may be shown: one at a time, and never beside an outstanding thank-you."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.rules.gatherings import Gathering
from otnet_desktop.domain.rules.moment import Moment

CAN_BE_SAID_IN_PERSON = frozenset({Kind.KEEP_IN_TOUCH, Kind.CLOSE_LOOP, Kind.CONGRATULATE})
"""Nudges that wait while a meeting with the person is near."""

NEAR = timedelta(days=14)

PRIORITY = {kind: kind.priority for kind in Kind}
NUDGES = frozenset(kind for kind in Kind if kind.is_relationship_nudge)


def order(reminder: Reminder) -> tuple[bool, int, datetime, datetime, str]:
    """Active ones first, then what matters most, then what has waited longest, then what must be done soonest."""
    return (not reminder.active, PRIORITY[reminder.kind], reminder.due, reminder.deadline or NEVER, reminder.key)


NEVER = datetime.max.replace(tzinfo=UTC)
"""The deadline of what has none."""


def arbitrate(
    pile: Iterable[Reminder], ahead: Sequence[Gathering], moment: Moment
) -> tuple[tuple[Reminder, ...], tuple[Reminder, ...]]:
    """What is shown, and what is held back. Nudges that are not due yet are shown as upcoming."""
    shown: list[Reminder] = []
    held_back: list[Reminder] = []
    pile = sorted(pile, key=order)
    taken = any(reminder.kind is Kind.THANK_YOU for reminder in pile)
    for reminder in pile:
        if not reminder.active or reminder.kind not in NUDGES:
            shown.append(reminder)
        elif taken or (reminder.kind in CAN_BE_SAID_IN_PERSON and _meeting_is_near(ahead, moment)):
            held_back.append(reminder)
        else:
            shown.append(reminder)
            taken = True
    return tuple(shown), tuple(held_back)


def _meeting_is_near(ahead: Sequence[Gathering], moment: Moment) -> bool:
    return any(moment.has_reached(meeting.start - NEAR) for meeting in ahead)
