"""Which checklist belongs to a meeting, by how one meets and by whether it is over."""

from __future__ import annotations

from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.meetings import Meeting, MeetingKind, MeetingState

BEFORE = {
    MeetingFormat.VIRTUAL: "virtual_meeting",
    MeetingFormat.IN_PERSON: "in_person",
    MeetingFormat.PHONE: "phone",
}
BEFORE_BOOKING = "before_booking"
"""Before a time is agreed on; there is no meeting yet, so it belongs to the person."""

AFTER = "after"


def checklist_of(meeting: Meeting) -> str:
    """The list that helps now; "" for a meeting that is off, or of which nothing came."""
    match meeting.state:
        case MeetingState.PLANNED:
            return BEFORE[meeting.plan.format] if meeting.plan.kind is MeetingKind.MEETING else ""
        case MeetingState.HELD:
            return AFTER
    return ""
