"""What goes with an invitation that one sends oneself: a few words, the time on both clocks, and what the file does.

Public: ``Occasion`` and ``invitation_text(occasion)``. Letters are English (see ``letter_values``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.letter_values import BY
from otnet_desktop.domain.meetings import Meeting, MeetingState
from otnet_desktop.domain.offers import offer_line

OUT = "The attached file takes it out of your calendar."


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting, what its guests are called, who writes, and both zones."""

    meeting: Meeting
    names: Sequence[str]
    my_name: str
    zone: ZoneInfo
    their_zone: ZoneInfo | None


def invitation_text(occasion: Occasion) -> tuple[str, str]:
    """Subject and body: for a new time, another one, or a meeting that is called off."""
    meeting = occasion.meeting
    plan = meeting.plan
    when = offer_line(Span(plan.start, plan.end), occasion.zone, occasion.their_zone)
    where = plan.link or plan.place or BY[plan.format]
    match meeting.state:
        case MeetingState.CANCELLED_BY_ME:
            subject = f"Called off: {when}"
            said = f"I am sorry, I have to call off our meeting on {when}. {OUT}"
        case MeetingState.CANCELLED_BY_THEM:
            subject = f"Called off: {when}"
            said = (
                f"Thank you for telling me that {when} does not work. The attached file takes it out of your calendar."
            )
        case _ if meeting.sequence:
            subject = f"New time: {when}"
            said = f"Our meeting moves to {when}, {where}. The attached invitation takes the place of the one before."
        case _:
            subject = f"Invitation: {when}"
            said = f"Thank you. I have us down for {when}, {where}. The attached invitation puts it into your calendar."
    return subject, f"Dear {_together(occasion.names)},\n\n{said}\n\nKind regards,\n{occasion.my_name}".rstrip()


def _together(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
