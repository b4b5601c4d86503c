"""Reminders around a meeting: prepare, it is soon, how did it go."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.rules.desk import Desk, Suggestion
from otnet_desktop.domain.rules.gatherings import Gathering

TIME_TO_PREPARE = timedelta(hours=2)
"""A meeting that begins sooner after work does is not worth a preparation reminder on the day itself."""

KEY_WORDS = {Kind.MEETING_PREP: "PREP", Kind.MEETING_SOON: "SOON", Kind.MEETING_OUTCOME: "OUTCOME"}


def around_meetings(desk: Desk) -> None:
    """Whatever is next for each meeting whose outcome is not known."""
    for meeting in desk.story.gatherings.open:
        if desk.moment.has_reached(meeting.end):
            _ask_how_it_went(desk, meeting)
        else:
            _prepare(desk, meeting)
            _soon(desk, meeting)


def _prepare(desk: Desk, meeting: Gathering) -> None:
    due = _time_to_prepare(desk, meeting)
    if due is not None:
        desk.put(replace(_suggestion(Kind.MEETING_PREP, meeting, due), expires=meeting.start))


def _time_to_prepare(desk: Desk, meeting: Gathering) -> datetime | None:
    """The business day before; on the day itself if it was booked too late for that, but not on the same day."""
    rhythm = desk.rhythm
    day = rhythm.day(meeting.start)
    due = rhythm.at_work(rhythm.last_business_day(day - timedelta(days=1)))
    if meeting.booked_at <= due:
        return due
    on_the_day = rhythm.at_work(day)
    if rhythm.day(meeting.booked_at) < day and meeting.start >= on_the_day + TIME_TO_PREPARE:
        return on_the_day
    return None


def _soon(desk: Desk, meeting: Gathering) -> None:
    in_person = meeting.format is MeetingFormat.IN_PERSON
    minutes = desk.timing.soon_inperson_min if in_person else desk.timing.soon_remote_min
    due = meeting.start - timedelta(minutes=minutes)
    desk.put(replace(_suggestion(Kind.MEETING_SOON, meeting, due), expires=meeting.start))


def _ask_how_it_went(desk: Desk, meeting: Gathering) -> None:
    rhythm = desk.rhythm
    due = rhythm.shift(meeting.end + timedelta(minutes=desk.timing.outcome_delay_min), any_day=True)
    next_day = rhythm.at_work(rhythm.day(due) + timedelta(days=1))
    desk.put(replace(_suggestion(Kind.MEETING_OUTCOME, meeting, due), variant="", again=(next_day,)))


def _suggestion(kind: Kind, meeting: Gathering, due: datetime) -> Suggestion:
    return Suggestion(
        kind=kind,
        key=f"{KEY_WORDS[kind]}:{meeting.mid}:{meeting.moves}",
        due=due,
        since=meeting.booked_at,
        variant=meeting.format or "",
        meeting=meeting.mid,
        companions=meeting.guests,
        values={"start": meeting.start.isoformat(), "end": meeting.end.isoformat()},
    )
