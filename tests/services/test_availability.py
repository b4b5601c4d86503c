"""Painting free times, and what takes them away."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from otnet_desktop.domain.availability import FreeDay, FreeTime, Hours, Span
from otnet_desktop.domain.busy_times import BusyTime
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.services.workspace import Workspace
from tests.factories import profile
from tests.services.clocks import BOSTON

WEDNESDAYS = (FreeTime(2, 600, 720),)


def span(start: str, end: str) -> Span:
    begin, stop = (datetime.fromisoformat(wall).replace(tzinfo=BOSTON).astimezone(UTC) for wall in (start, end))
    return Span(begin, stop)


WEEK = span("2026-03-23T00:00", "2026-03-30T00:00")


def free(workspace: Workspace) -> tuple[Span, ...]:
    return workspace.availability.free(WEEK.start, WEEK.end)


def test_painting_is_one_step_that_can_be_undone(workspace: Workspace) -> None:
    told: list[Changed] = []
    workspace.announcer.subscribe(told.append)
    workspace.availability.paint(WEDNESDAYS)
    assert free(workspace) == (span("2026-03-25T10:00", "2026-03-25T12:00"),)
    assert told[-1].touches(Room.SCHEDULE)
    sitting = workspace.availability.paint([*WEDNESDAYS, FreeTime(2, 700, 760)])
    workspace.availability.paint([FreeTime(0, 60, 120)], sitting)
    assert workspace.history.undo() == "Paint free times"
    assert workspace.availability.hours().weekly == WEDNESDAYS
    workspace.history.undo()
    assert workspace.availability.hours() == Hours()


def test_a_day_off_and_back(workspace: Workspace) -> None:
    workspace.availability.paint(WEDNESDAYS)
    off = FreeDay(date(2026, 3, 25))
    workspace.availability.add_day(off)
    assert free(workspace) == ()
    workspace.availability.drop_day(off)
    assert len(free(workspace)) == 1
    with pytest.raises(BadInput):
        workspace.availability.add_day(FreeDay(date(2026, 3, 25), 60, 60))


def test_holidays_are_those_of_the_settings(workspace: Workspace) -> None:
    workspace.availability.paint(WEDNESDAYS)
    workspace.preferences.change(timing={"holidays": ["2026-03-25"]})
    assert free(workspace) == ()


def test_meetings_here_take_time_until_they_are_called_off(workspace: Workspace) -> None:
    workspace.availability.paint(WEDNESDAYS)
    ann = workspace.people.add(profile("Ann")).id
    at = span("2026-03-25T10:30", "2026-03-25T11:00")
    meeting = workspace.meetings.book(MeetingPlan((ann,), at.start, at.end))
    left = (span("2026-03-25T10:00", "2026-03-25T10:30"), span("2026-03-25T11:00", "2026-03-25T12:00"))
    assert free(workspace) == left
    workspace.meetings.cancel(meeting.id, Side.THEM)
    assert len(free(workspace)) == 1


def test_calendars_take_time_and_are_told_once(workspace: Workspace) -> None:
    told: list[Changed] = []
    workspace.availability.paint(WEDNESDAYS)
    workspace.announcer.subscribe(told.append)
    dentist = BusyTime(span("2026-03-25T09:00", "2026-03-25T11:30"), "Dentist")
    workspace.availability.take_busy([dentist])
    workspace.availability.take_busy([dentist])
    assert len(told) == 1
    assert free(workspace) == (span("2026-03-25T11:30", "2026-03-25T12:00"),)
    assert workspace.availability.busy_between(dentist.span.start, WEEK.end) == [dentist]
    assert workspace.availability.busy_between(dentist.span.end, WEEK.end) == []


def test_free_time_ahead_begins_after_working_days(workspace: Workspace) -> None:
    """It is Wednesday: two working days on is Friday."""
    workspace.availability.paint([FreeTime(day, 600, 660) for day in range(7)])
    first = workspace.availability.ahead(2, timedelta(days=2))[0]
    assert first.start.astimezone(BOSTON).strftime("%A %H:%M") == "Friday 10:00"
