"""Which meeting a letter is about, where no reminder says so.

Public: ``meeting_for(letter, person, meetings)`` and ``earlier_meeting(person, meetings, meeting)``; ``meetings`` are
those of the person, earliest first.
"""

from __future__ import annotations

from collections.abc import Sequence

from otnet_desktop.domain.letter_choice import NOTES
from otnet_desktop.domain.meetings import Meeting, MeetingState
from otnet_desktop.domain.people import PersonId

FELL_THROUGH = ("reschedule_", "no_show", "apology")
"""Letters about meetings that did not take place, or are not to as they were agreed."""


def meeting_for(letter: str, person: PersonId, meetings: Sequence[Meeting]) -> Meeting | None:
    """The next one to confirm or to move, the last that fell through or went on without them, else the last held."""
    planned = [m for m in meetings if m.state is MeetingState.PLANNED]
    if letter == "confirm":
        return planned[0] if planned else None
    if letter.startswith(FELL_THROUGH):
        missed = [m for m in meetings if m.state not in (MeetingState.HELD, MeetingState.PLANNED)]
        if letter.startswith("reschedule_") and planned:
            return planned[0]
        return missed[-1] if missed else None
    if letter == NOTES:
        return next((m for m in reversed(meetings) if m.state is MeetingState.HELD and person in m.absent), None)
    return next(iter(_held(person, meetings)[-1:]), None)


def earlier_meeting(person: PersonId, meetings: Sequence[Meeting], meeting: Meeting | None) -> Meeting | None:
    """The one that took place before, to be thankful for in the same letter."""
    held = _held(person, meetings)
    return held[held.index(meeting) - 1] if meeting in held[1:] else None


def _held(person: PersonId, meetings: Sequence[Meeting]) -> list[Meeting]:
    return [m for m in meetings if m.state is MeetingState.HELD and person not in m.absent]
