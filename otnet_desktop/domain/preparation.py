"""What one wants before one's eyes just before a conversation, gathered from everywhere it was noted."""

from __future__ import annotations

from dataclasses import dataclass

from otnet_desktop.domain.meetings import Meeting, MeetingState, Question
from otnet_desktop.domain.messages import Message, MessageState
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.domain.promises import Promise
from otnet_desktop.domain.research import KeyPoint, Purpose

EXCHANGED = (MessageState.SENT, MessageState.RECEIVED)


@dataclass(frozen=True, slots=True)
class Guest:
    """One of those one will meet. ``said`` are the last words each way, the earlier first; ``promises`` the open ones.

    ``introduced_by`` is a name, "" for nobody; ``last_time`` what one took away from the meeting before this one.
    """

    person: PersonId
    profile: Profile
    purpose: Purpose | None = None
    key_points: tuple[KeyPoint, ...] = ()
    said: tuple[Message, ...] = ()
    promises: tuple[Promise, ...] = ()
    introduced_by: str = ""
    last_time: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preparation:
    """A meeting, who comes, and what is still to be asked."""

    meeting: Meeting
    guests: tuple[Guest, ...]

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What was not asked yet."""
        return tuple(question for question in self.meeting.kept.questions if not question.asked)


def last_words(messages: list[Message]) -> tuple[Message, ...]:
    """The last of mine and the last of theirs that was really said, the earlier first."""
    said = sorted((one for one in messages if one.state in EXCHANGED and one.body.strip()), key=lambda one: one.at)
    last = {one.is_mine: one for one in said}
    return tuple(sorted(last.values(), key=lambda one: one.at))


def taken_away_before(meeting: Meeting, meetings: list[Meeting]) -> tuple[str, ...]:
    """What one took away from the last meeting that took place before this one."""
    held = [
        one
        for one in meetings
        if one.state is MeetingState.HELD and one.id != meeting.id and one.plan.start < meeting.plan.start
    ]
    return max(held, key=lambda one: one.plan.start).kept.takeaways if held else ()
