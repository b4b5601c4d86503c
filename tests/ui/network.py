"""A few people and meetings for tests of the window, with as little said as possible."""

from __future__ import annotations

from datetime import datetime, timedelta

from otnet_desktop.domain.facts import MeetingOutcome
from otnet_desktop.domain.meetings import Meeting, MeetingPlan
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.services.workspace import Workspace
from tests.services.clocks import BOSTON


def boston(wall: str) -> datetime:
    """A wall time in Boston, such as ``2026-03-18T10:00``."""
    return datetime.fromisoformat(wall).replace(tzinfo=BOSTON)


def add(workspace: Workspace, name: str, **more: object) -> PersonId:
    """Somebody by name."""
    given, _, family = name.partition(" ")
    return workspace.people.add(Profile(given=given, family=family, **more)).id  # type: ignore[arg-type]


def book(workspace: Workspace, *people: PersonId, start: str, minutes: int = 30, **more: object) -> Meeting:
    """A meeting at a wall time in Boston."""
    at = boston(start)
    plan = MeetingPlan(people, at, at + timedelta(minutes=minutes), **more)  # type: ignore[arg-type]
    return workspace.meetings.agreed(plan)


def met(workspace: Workspace, *people: PersonId, start: str, **more: object) -> Meeting:
    """A meeting that took place."""
    meeting = book(workspace, *people, start=start, **more)  # type: ignore[arg-type]
    workspace.meetings.turned_out(meeting.id, MeetingOutcome.HELD)
    return workspace.meetings.get(meeting.id)
