"""Where each kind of reminder is done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.availability import FreeTime
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.facts import InKind, Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Reply
from otnet_desktop.domain.offers import offer_line
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.followups.doing import Doing
from otnet_desktop.ui.intents import Intents
from tests.factories import school_ot
from tests.services.clocks import BOSTON, SettableClock


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return workspace.people.add(school_ot()).id


@pytest.fixture
def doing(workspace: Workspace, intents: Intents) -> Doing:
    owner = QObject(intents)
    return Doing(workspace, intents, owner)


def due(workspace: Workspace, kind: Kind) -> str:
    (key,) = [reminder.key for reminder in workspace.reminders.due() if reminder.kind is kind]
    return key


def test_an_answer_is_written(
    doing: Doing, workspace: Workspace, intents: Intents, renata: PersonId, clock: SettableClock, qtbot: QtBot
) -> None:
    workspace.outreach.log_reply(Reply(renata, InKind.QUESTION))
    clock.advance(days=1)
    key = due(workspace, Kind.REPLY_NEEDED)
    with qtbot.waitSignal(intents.compose_wanted) as wanted:
        intents.follow_up_wanted.emit(key)
    assert wanted.args == [renata, key, ""]


def test_a_meeting_is_opened(
    doing: Doing, workspace: Workspace, intents: Intents, renata: PersonId, clock: SettableClock, qtbot: QtBot
) -> None:
    start = clock.now() + timedelta(hours=2)
    meeting = workspace.meetings.book(MeetingPlan((renata,), start, start + timedelta(minutes=20)))
    clock.advance(minutes=100)
    with qtbot.waitSignal(intents.open_meeting_wanted) as wanted:
        doing.do(due(workspace, Kind.MEETING_SOON))
    assert wanted.args == [meeting.id]


def test_an_address_is_fixed_on_the_card(
    doing: Doing, workspace: Workspace, intents: Intents, renata: PersonId, qtbot: QtBot
) -> None:
    workspace.outreach.log_reply(Reply(renata, InKind.BOUNCE))
    with qtbot.waitSignal(intents.edit_person_wanted) as wanted:
        doing.do(due(workspace, Kind.FIX_ADDRESS))
    assert wanted.args == [renata]


def test_a_deadline_is_met_among_the_opportunities(
    doing: Doing, workspace: Workspace, intents: Intents, renata: PersonId, clock: SettableClock, qtbot: QtBot
) -> None:
    told = Opportunity(0, "", "Post", person=renata, deadline=(clock.now() + timedelta(days=5)).date())
    workspace.opportunities.write(told)
    with qtbot.waitSignal(intents.journey_wanted) as wanted:
        doing.do(due(workspace, Kind.OPPORTUNITY_DEADLINE))
    assert wanted.args == ["opportunities"]


def test_the_second_time_they_cannot_come_the_next_step_is_left_to_them(
    doing: Doing, workspace: Workspace, intents: Intents, renata: PersonId, clock: SettableClock, qtbot: QtBot
) -> None:
    for _ in range(2):
        start = clock.now() + timedelta(days=3)
        meeting = workspace.meetings.book(MeetingPlan((renata,), start, start + timedelta(minutes=20)))
        workspace.meetings.cancel(meeting.id, Side.THEM)
    clock.advance(days=4)
    with qtbot.waitSignal(intents.undoable) as told:
        doing.do(due(workspace, Kind.RESCHEDULE))
    assert told.args == ["Left with them"]
    assert workspace.reminders.due() == []


def test_times_of_their_own_are_booked(
    doing: Doing, workspace: Workspace, intents: Intents, renata: PersonId, clock: SettableClock, qtbot: QtBot
) -> None:
    workspace.outreach.log_reply(Reply(renata, InKind.SLOTS))
    clock.advance(days=1)
    with qtbot.waitSignal(intents.meeting_wanted) as wanted:
        doing.do(due(workspace, Kind.REPLY_NEEDED))
    assert wanted.args == [renata]


def test_who_would_like_to_meet_is_offered_times_at_once(
    doing: Doing, workspace: Workspace, intents: Intents, renata: PersonId, clock: SettableClock, qtbot: QtBot
) -> None:
    """What is free stands in the letter when it opens; with nothing free its gaps are left to be filled."""
    workspace.outreach.log_reply(Reply(renata, InKind.YES))
    clock.advance(days=1)
    key = due(workspace, Kind.REPLY_NEEDED)
    with qtbot.waitSignal(intents.compose_wanted):
        doing.do(key)
    assert "‹two or three times" in workspace.composing.begin(renata, key).draft.body
    workspace.availability.paint([FreeTime(day, 600, 720) for day in range(5)])
    with qtbot.waitSignal(intents.compose_wanted) as wanted:
        doing.do(key)
    assert wanted.args == [renata, key, ""]
    said = [offer_line(offer.span, BOSTON, None) for offer in workspace.offers.open(renata)]
    assert len(said) == 3
    assert all(time in workspace.composing.begin(renata, key).draft.body for time in said)


@pytest.mark.parametrize("side", [Side.THEM, Side.ME])
def test_who_declines_a_time_is_offered_others_at_once(
    doing: Doing, workspace: Workspace, renata: PersonId, clock: SettableClock, side: Side
) -> None:
    workspace.availability.paint([FreeTime(day, 600, 720) for day in range(5)])
    start = clock.now() + timedelta(days=3)
    meeting = workspace.meetings.book(MeetingPlan((renata,), start, start + timedelta(minutes=20)))
    workspace.meetings.cancel(meeting.id, side)
    clock.advance(days=2)
    doing.do(due(workspace, Kind.RESCHEDULE))
    assert len(workspace.offers.open(renata)) == 3


def test_what_is_settled_already_is_told(doing: Doing, intents: Intents, qtbot: QtBot) -> None:
    with qtbot.waitSignal(intents.failed) as told:
        doing.do(f"REPLY:nobody:{datetime(2026, 3, 1, tzinfo=UTC):%Y%m%d}")
    assert isinstance(told.args[0], NotFound)
