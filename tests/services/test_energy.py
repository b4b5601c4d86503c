"""The energy budget counts what was asked this week, and puts a draft off until the next."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft
from otnet_desktop.services.workspace import Workspace
from tests.factories import add_person
from tests.services.clocks import SettableClock, wall


def test_asks_of_this_week_are_counted(workspace: Workspace, clock: SettableClock) -> None:
    person = add_person(workspace.store, "Renata Núñez", "renata")
    workspace.preferences.change(asks_per_week=2)
    clock.set("2026-03-15T23:59")  # a Sunday: last week
    workspace.outreach.log_sent(Draft(person, OutKind.INTRO))
    clock.set("2026-03-16T00:00")
    workspace.outreach.log_sent(Draft(person, OutKind.ASK))
    workspace.outreach.log_sent(Draft(person, OutKind.THANKS))
    week = workspace.energy.this_week()
    assert (week.asked, week.wanted, week.is_full) == (1, 2, False)
    clock.set("2026-03-22T12:00")
    workspace.outreach.log_sent(Draft(person, OutKind.INTRO))
    assert workspace.energy.this_week().is_full
    assert wall(workspace.energy.this_week().next_week) == "2026-03-23T09:00"
    clock.set("2026-03-23T00:00")
    assert workspace.energy.this_week().asked == 0


def test_without_a_wish_nothing_is_full(workspace: Workspace) -> None:
    person = add_person(workspace.store, "Renata Núñez", "renata")
    workspace.outreach.log_sent(Draft(person, OutKind.INTRO))
    assert not workspace.energy.this_week().is_full


@pytest.mark.parametrize("day", ["2026-03-17T10:00", "2026-03-20T10:00"])
def test_a_draft_waits_until_monday(workspace: Workspace, clock: SettableClock, day: str) -> None:
    person = add_person(workspace.store, "Renata Núñez", "renata")
    clock.set(day)
    assert not workspace.energy.wait(person)
    workspace.outreach.save_draft(Draft(person, OutKind.INTRO, "Hello", "Dear Renata"))
    assert workspace.energy.wait(person)
    (reminder,) = workspace.people.outlook(person).reminders
    assert wall(reminder.due) == "2026-03-23T09:00"
    workspace.history.undo()
    (reminder,) = workspace.people.outlook(person).reminders
    assert wall(reminder.due) != "2026-03-23T09:00"
