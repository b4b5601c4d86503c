"""Beginning again is one step, and Ctrl+Z brings the pile back."""

from __future__ import annotations

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.fresh_start import is_a_pile
from otnet_desktop.domain.messages import Draft
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.content import content_hash
from tests.factories import add_person
from tests.services.clocks import SettableClock, wall


def test_begin_again_and_take_it_back(workspace: Workspace, clock: SettableClock) -> None:
    for number in range(9):
        person = add_person(workspace.store, f"Person{number}", f"p{number}")
        workspace.outreach.log_sent(Draft(person, OutKind.INTRO))
    clock.set("2026-03-31T10:00")
    assert is_a_pile(workspace.reminders.due(), clock.now())
    before, keys = content_hash(workspace.store.database), [r.key for r in workspace.reminders.due()]
    plan = workspace.fresh_start.plan()
    assert plan.count == len(keys) == 9
    workspace.fresh_start.begin(plan)
    assert [r.key for r in workspace.reminders.due()] == keys[:3]
    assert not is_a_pile(workspace.reminders.due(), clock.now())
    assert [wall(r.due) for r in workspace.reminders.upcoming()] == ["2026-04-01T09:00"] * 3 + ["2026-04-02T09:00"] * 3
    assert workspace.history.undo_title() == "Fresh start"
    workspace.history.undo()
    assert content_hash(workspace.store.database) == before
    assert [r.key for r in workspace.reminders.due()] == keys


def test_what_faded_is_put_away(workspace: Workspace, clock: SettableClock) -> None:
    person = add_person(workspace.store, "Ann", "ann")
    workspace.outreach.log_sent(Draft(person, OutKind.INTRO))
    workspace.people.keep_in_touch(person, 60)
    clock.set("2026-03-26T10:00")
    (due,) = workspace.reminders.due()
    clock.set("2026-04-20T10:00")
    faded = workspace.fresh_start.plan().let_go
    assert {reminder.key for reminder in faded} <= {due.key, *(r.key for r in workspace.reminders.due())}
    workspace.fresh_start.begin(workspace.fresh_start.plan())
    assert not {r.key for r in faded} & {r.key for r in workspace.reminders.due()}
