"""The checklist of a meeting: by how one meets, ticked per meeting, another one afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from otnet_desktop.domain.facts import MeetingFormat, MeetingOutcome, Side
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.meetings.checklist_card import ChecklistCard
from tests.services.clocks import SettableClock
from tests.ui.meetings.test_meeting_sheet import Opener, opener
from tests.ui.network import add, book

__all__ = ["opener"]


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


@pytest.fixture
def meeting(workspace: Workspace, renata: PersonId) -> Meeting:
    return book(workspace, renata, start="2026-03-20T10:00")


def items(card: ChecklistCard) -> tuple[str, ...]:
    assert card.list is not None
    return tuple(row.text for row in card.list.rows)


def done(card: ChecklistCard) -> list[str]:
    assert card.list is not None
    return [row.text for row in card.list.rows if row.box.isChecked()]


def test_it_fits_how_one_meets(opener: Opener, workspace: Workspace, meeting: Meeting) -> None:
    card = opener.open(meeting).checklist
    lists = workspace.material.checklists
    assert items(card) == lists["virtual_meeting"]
    workspace.meetings.edit(meeting.id, replace(meeting.plan, format=MeetingFormat.PHONE))
    assert items(card) == lists["phone"]


def test_ticks_are_the_meetings_own_and_stay_when_it_is_moved(
    opener: Opener, workspace: Workspace, renata: PersonId, meeting: Meeting
) -> None:
    card = opener.open(meeting).checklist
    assert card.list is not None
    card.list.fold.click()
    card.list.rows[1].box.click()
    assert done(card) == [card.list.rows[1].text]
    other = book(workspace, renata, start="2026-03-27T10:00")
    card = opener.open(other).checklist
    assert done(card) == []
    assert card.list is not None
    card.list.fold.click()
    card.list.rows[0].box.click()
    workspace.history.undo()
    workspace.meetings.move(meeting.id, other.plan.start, other.plan.end)
    card = opener.open(meeting).checklist
    assert len(done(card)) == 1
    workspace.history.undo()
    workspace.history.undo()
    workspace.history.undo()
    assert done(card) == [], "moved back, the other one unbooked, the tick taken back"


def test_afterwards_another_list_helps_and_none_where_nothing_came_of_it(
    opener: Opener, workspace: Workspace, clock: SettableClock, meeting: Meeting
) -> None:
    card = opener.open(meeting).checklist
    clock.advance(days=3)
    workspace.meetings.went(meeting.id, MeetingOutcome.HELD)
    assert items(card) == workspace.material.checklists["after"]
    workspace.meetings.went(meeting.id, MeetingOutcome.NO_SHOW_ME)
    assert not card.isVisible()
    workspace.meetings.cancel(meeting.id, Side.ME)
    assert not card.isVisible()
