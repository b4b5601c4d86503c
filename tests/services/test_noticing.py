"""When to look for notifications next: at once while something can be told, else when it can."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.notices import Form
from otnet_desktop.services.workspace import Workspace
from tests.factories import plan, profile
from tests.services.clocks import SettableClock


def met(workspace: Workspace, minutes_ago: float) -> None:
    """A thank-you is due two hours after the end."""
    person = workspace.people.add(profile("Renata Núñez")).id
    end = workspace.clock.now() - timedelta(minutes=minutes_ago)
    workspace.meetings.held(MeetingPlan((person,), end - timedelta(minutes=30), end))


def test_what_came_due_while_closed_is_told_at_once(workspace: Workspace, clock: SettableClock) -> None:
    met(workspace, minutes_ago=121)
    assert workspace.noticing.next_look() == clock.now()
    assert len(workspace.noticing.look()) == 1
    later = workspace.noticing.next_look()
    assert later is not None
    assert later > clock.now()


def test_a_change_at_the_very_moment_does_not_put_it_off(workspace: Workspace, clock: SettableClock) -> None:
    workspace.noticing.look()
    met(workspace, minutes_ago=119)
    assert workspace.noticing.next_look() == clock.now() + timedelta(minutes=1)
    clock.advance(minutes=1, seconds=1)
    workspace.people.add(profile("Dana Ruiz"))
    workspace.reminders.tick()
    assert workspace.noticing.next_look() == clock.now()


def test_at_night_the_next_look_is_in_the_morning(workspace: Workspace, clock: SettableClock) -> None:
    clock.set("2026-03-18T19:00")
    met(workspace, minutes_ago=30)
    clock.set("2026-03-18T23:00")
    workspace.reminders.tick()
    morning = workspace.noticing.next_look()
    clock.set("2026-03-19T08:00")
    assert morning is not None
    assert timedelta(0) <= morning - clock.now() <= timedelta(hours=1)


def test_the_first_look_ever_tells_once_and_nothing_very_old(workspace: Workspace, clock: SettableClock) -> None:
    """While something waits for Monday, nothing says yet up to when everything was told."""
    renata, dana, kai = (workspace.people.add(profile(name)).id for name in ("Renata Núñez", "Dana Ruiz", "Kai Kahale"))
    workspace.meetings.book(plan(renata))
    recent = workspace.meetings.book(plan(kai, in_days=91))
    clock.set("2026-06-20T11:00")  # a Saturday, three months after the first of them
    workspace.promises.make(dana, Side.ME, "my poster", date(2026, 6, 19), at=clock.now() - timedelta(days=9))
    assert [notice.keys for notice in workspace.noticing.look()] == [(f"OUTCOME:{recent.ref}:0",)]
    assert workspace.noticing.look() == ()
    assert workspace.noticing.look() == ()
    clock.set("2026-06-22T11:00")
    (notice,) = workspace.noticing.look()
    assert [key.partition(":")[0] for key in notice.keys] == ["PROMISE"]


@pytest.mark.parametrize(("awake", "forms"), [(True, [Form.SINGLE, Form.SINGLE]), (False, [Form.CATCH_UP])])
def test_a_long_quiet_morning_is_no_absence(
    workspace: Workspace, clock: SettableClock, awake: bool, forms: list[Form]
) -> None:
    """Two thank-yous fall due together an hour after the last look."""
    for _ in range(2):
        met(workspace, minutes_ago=60)
    workspace.noticing.look()
    workspace.noticing.next_look()
    clock.advance(minutes=59)
    if awake:
        workspace.noticing.watch()
    clock.advance(minutes=1)
    assert [notice.form for notice in workspace.noticing.look()] == forms


def test_a_pause_tells_nothing_and_everything_once_it_is_over(workspace: Workspace, clock: SettableClock) -> None:
    met(workspace, minutes_ago=60)
    workspace.noticing.look()
    workspace.noticing.pause()
    clock.advance(hours=2)
    assert workspace.noticing.look() == ()
    assert workspace.noticing.next_look() == workspace.noticing.paused_until()
    workspace.noticing.resume()
    assert workspace.noticing.paused_until() is None
    assert len(workspace.noticing.look()) == 1


def promised(workspace: Workspace, name: str, day: date) -> None:
    """Somebody was promised something for that day."""
    workspace.promises.make(workspace.people.add(profile(name)).id, Side.ME, "Poster", day)


def told(workspace: Workspace) -> list[str]:
    workspace.reminders.catch_up()
    assert workspace.noticing.next_look() is not None
    return [reminder.person for notice in workspace.noticing.look() for reminder in notice.reminders]


def test_a_morning_that_was_flown_over_is_told_on_arrival_and_once(workspace: Workspace, clock: SettableClock) -> None:
    workspace.preferences.change(zone="Pacific/Honolulu")
    workspace.reminders.catch_up()
    workspace.noticing.look()
    promised(workspace, "Renata Ruiz", date(2026, 3, 19))
    for wall in ("2026-03-18T20:00", "2026-03-18T22:00"):  # awake all the while, and it is the 18th in Honolulu
        clock.set(wall)
        workspace.noticing.look()
        workspace.noticing.watch()
    workspace.preferences.change(zone="Asia/Tokyo")  # where it is eleven in the morning of the 19th
    assert len(told(workspace)) == 1
    assert told(workspace) == []
    workspace.preferences.change(zone="Pacific/Kiritimati")
    assert told(workspace) == []


def test_a_version_or_habit_that_changes_nothing_tells_nothing_again(
    workspace: Workspace, clock: SettableClock
) -> None:
    workspace.reminders.catch_up()
    workspace.noticing.look()
    promised(workspace, "Renata Ruiz", date(2026, 3, 19))
    clock.set("2026-03-19T09:00")
    assert len(told(workspace)) == 1
    workspace.preferences.change(timing={"work_time": "08:00"})
    assert told(workspace) == []
