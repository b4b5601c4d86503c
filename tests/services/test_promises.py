"""Opportunities: their state, those who help, and what is left when somebody goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import SettableClock


def test_an_opportunity_outlives_the_person_it_came_through(workspace: Workspace, clock: SettableClock) -> None:
    through, helper = renata(workspace), somebody(workspace, "Kai")
    workspace.promises.note_opportunity(
        "Summer post", f.OpportunityState.ACCEPTED, person=through.id, helpers=[helper.id], ref="o1"
    )
    clock.set("2026-03-20T09:00")
    assert [(r.kind, r.person) for r in workspace.reminders.due()] == [(Kind.TELL_NEWS, "kai")]
    workspace.people.remove(through.id)
    assert [(r.kind, r.person) for r in workspace.reminders.due()] == [(Kind.TELL_NEWS, "kai")]
    assert workspace.care.check() == []


def test_undo_of_a_new_state_looks_again_at_the_person(workspace: Workspace, clock: SettableClock) -> None:
    person = renata(workspace)
    deadline = date(2026, 3, 24)
    workspace.promises.note_opportunity("Post", f.OpportunityState.OPEN, person=person.id, deadline=deadline, ref="o1")
    clock.set("2026-03-18T11:00")
    due = [r.key for r in workspace.reminders.due()]
    assert due == ["OPP:o1:7"]
    workspace.promises.note_opportunity("", f.OpportunityState.CLOSED, ref="o1")
    assert workspace.reminders.due() == []
    workspace.history.undo()
    assert [r.key for r in workspace.reminders.due()] == due


def test_a_deadline_is_put_off_for_everyone_it_concerns(workspace: Workspace, clock: SettableClock) -> None:
    through, helper = renata(workspace), somebody(workspace, "Kai")
    workspace.promises.note_opportunity(
        "Post", f.OpportunityState.OPEN, person=through.id, helpers=[helper.id], deadline=date(2026, 3, 24), ref="o1"
    )
    (due,) = workspace.reminders.due()
    workspace.reminders.snooze(due.key, clock.now() + timedelta(days=1))
    assert workspace.reminders.due() == []
    assert workspace.reminders.due_count() == 0
    assert workspace.care.check() == []
    clock.advance(days=1)
    assert [reminder.key for reminder in workspace.reminders.due()] == [due.key]
    assert workspace.reminders.due_count() == 1


def test_what_is_not_there_or_has_no_name_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        workspace.promises.keep("c-nowhere")
    with pytest.raises(BadInput, match="no name"):
        workspace.promises.note_opportunity("  ", f.OpportunityState.OPEN)
