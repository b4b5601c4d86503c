"""Opportunities as one edits them; what follows from their state is the reminders' business."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.facts import OpportunityState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.workspace import Workspace
from tests.services.clocks import SettableClock
from tests.ui.network import add

POST = Opportunity(0, "", "Hand therapist", deadline=date(2026, 3, 27), organisation="Harbor", url="https://h.example")


@pytest.fixture
def uma(workspace: Workspace) -> PersonId:
    return add(workspace, "Uma Day")


def test_it_comes_back_as_it_was_told(workspace: Workspace, uma: PersonId) -> None:
    vic = add(workspace, "Vic Roe")
    told = replace(POST, person=uma, helpers=(vic,), kind="job", notes="Night shifts", state=OpportunityState.APPLYING)
    ref = workspace.opportunities.write(told)
    (kept,) = workspace.opportunities.all()
    assert kept == replace(told, id=kept.id, ref=ref)
    less = replace(kept, title="Therapist", deadline=None, helpers=(uma,), person=None, notes="", url="")
    workspace.opportunities.write(less)
    assert workspace.opportunities.by_ref(ref) == less
    workspace.history.undo()
    assert workspace.opportunities.by_ref(ref) == kept


def test_the_state_is_a_fact_told_once(workspace: Workspace, uma: PersonId, clock: SettableClock) -> None:
    ref = workspace.opportunities.write(replace(POST, person=uma, helpers=(uma,), state=OpportunityState.APPLYING))
    clock.set("2026-03-20T09:00")
    workspace.reminders.tick()
    assert [reminder.kind for reminder in workspace.reminders.due()] == [Kind.OPPORTUNITY_DEADLINE]
    known = workspace.opportunities.by_ref(ref)
    assert known is not None
    workspace.opportunities.write(replace(known, notes="Asked twice"))
    workspace.opportunities.write(replace(known, state=OpportunityState.ACCEPTED))
    clock.set("2026-03-24T09:00")
    workspace.reminders.tick()
    assert [reminder.kind for reminder in workspace.reminders.due()] == [Kind.TELL_NEWS]
    facts = workspace.store.database.sql("SELECT count(*) FROM fact WHERE type = 'opportunity'").fetchone()
    assert facts == (2,)


def test_open_ones_come_first_the_nearer_deadline_first(workspace: Workspace) -> None:
    told = [
        replace(POST, title="Over", state=OpportunityState.CLOSED),
        replace(POST, title="Some day", deadline=None),
        replace(POST, title="Later", deadline=date(2026, 5, 1)),
        replace(POST, title="Soon"),
    ]
    for one in told:
        workspace.opportunities.write(one)
    assert [one.title for one in workspace.opportunities.all()] == ["Soon", "Later", "Some day", "Over"]


def test_it_needs_a_name(workspace: Workspace) -> None:
    with pytest.raises(BadInput):
        workspace.opportunities.write(replace(POST, title=" "))


def test_taken_out_it_asks_for_nothing(workspace: Workspace, uma: PersonId, clock: SettableClock) -> None:
    ref = workspace.opportunities.write(replace(POST, person=uma))
    assert [hit.id for hit in workspace.roster.find("harbor")] == [uma]
    workspace.opportunities.remove(ref)
    clock.set("2026-03-20T09:00")
    workspace.reminders.tick()
    assert workspace.reminders.due() == []
    assert workspace.roster.find("harbor") == []
    workspace.history.undo()
    assert [one.ref for one in workspace.opportunities.all()] == [ref]
    assert [reminder.kind for reminder in workspace.reminders.due()] == [Kind.OPPORTUNITY_DEADLINE]
