"""Where each kind of reminder is done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.facts import InKind, Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Reply
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.followups.doing import Doing
from otnet_desktop.ui.intents import Intents
from tests.factories import school_ot
from tests.services.clocks import SettableClock


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


def test_what_is_settled_already_is_told(doing: Doing, intents: Intents, qtbot: QtBot) -> None:
    with qtbot.waitSignal(intents.failed) as told:
        doing.do(f"REPLY:nobody:{datetime(2026, 3, 1, tzinfo=UTC):%Y%m%d}")
    assert isinstance(told.args[0], NotFound)
