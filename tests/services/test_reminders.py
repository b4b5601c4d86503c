"""Reminders put off, put away, done; kept right across time, settings and restarts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.facts import OutKind, Side
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services import reminders
from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import SettableClock, wall

PATIENCE = 10
"""Seconds for what takes milliseconds."""


@pytest.fixture
def follow_up(workspace: Workspace, clock: SettableClock) -> str:
    """A follow-up that is due, as its key."""
    workspace.outreach.log_sent(Draft(renata(workspace).id, OutKind.INTRO))
    clock.set("2026-03-25T10:00")
    (due,) = workspace.reminders.due()
    return due.key


def test_later_means_later(workspace: Workspace, clock: SettableClock, follow_up: str) -> None:
    choices = workspace.reminders.later_choices(clock.now())
    assert {name: wall(at) for name, at in choices.items()} == {
        "3h": "2026-03-25T13:00",
        "tomorrow": "2026-03-26T09:00",
        "week": "2026-04-01T09:00",
        "two_weeks": "2026-04-08T09:00",
    }
    workspace.reminders.snooze(follow_up, choices["tomorrow"])
    assert workspace.reminders.due() == []
    clock.set("2026-03-26T09:00")
    assert [r.key for r in workspace.reminders.due()] == [follow_up]


def test_later_cannot_be_earlier(workspace: Workspace, clock: SettableClock, follow_up: str) -> None:
    with pytest.raises(BadInput, match="past"):
        workspace.reminders.snooze(follow_up, clock.now())


def test_put_off_and_put_away_survive_a_restart(workspace: Workspace, clock: SettableClock, follow_up: str) -> None:
    workspace.reminders.dismiss(follow_up)
    folder: Path = workspace.store.database.path.parent
    workspace.close()
    again = open_workspace(folder, clock, lambda: ZoneInfo("America/New_York"))
    assert again.reminders.due() == again.reminders.upcoming() == []
    again.history.undo()
    assert [r.key for r in again.reminders.due()] == [follow_up]
    again.close()


def test_a_settled_reminder_is_not_found(workspace: Workspace, follow_up: str) -> None:
    workspace.reminders.done(follow_up)
    with pytest.raises(NotFound):
        workspace.reminders.find(follow_up)


def test_a_promise_is_done_by_keeping_it(workspace: Workspace, clock: SettableClock) -> None:
    workspace.promises.make(renata(workspace).id, Side.ME, "send my poster")
    clock.set("2026-03-23T09:00")
    (due,) = workspace.reminders.due()
    assert due.kind is Kind.PROMISE_DUE
    workspace.reminders.done(due.key)
    assert workspace.reminders.due() == []
    assert [p.kept for p in workspace.promises.of(workspace.store.people.by_ref("renata").id)] == [True]


def test_other_habits_move_what_is_due(workspace: Workspace) -> None:
    workspace.outreach.log_sent(Draft(renata(workspace).id, OutKind.INTRO))
    assert [wall(r.due) for r in workspace.reminders.upcoming()] == ["2026-03-25T09:00"]
    workspace.preferences.change(timing={"follow_up_bd": 2, "work_time": "10:30"})
    workspace.reminders.look_at_everyone()
    assert [wall(r.due) for r in workspace.reminders.upcoming()] == ["2026-03-20T10:30"]


def test_a_journey_or_an_update_while_the_program_was_off_moves_what_is_due(
    workspace: Workspace, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.reminders.follow_habits()
    workspace.outreach.log_sent(Draft(renata(workspace).id, OutKind.INTRO))
    abroad = Workspace(workspace.store, clock, lambda: ZoneInfo("Europe/Lisbon"))
    assert [wall(r.due) for r in abroad.reminders.upcoming()] == ["2026-03-25T09:00"]
    abroad.reminders.follow_habits()
    assert [wall(r.due) for r in abroad.reminders.upcoming()] == ["2026-03-25T05:00"]
    assert abroad.care.check() == []
    heard: list[object] = []
    abroad.announcer.subscribe(heard.append)
    abroad.reminders.follow_habits()
    assert heard == []
    monkeypatch.setattr(reminders, "__version__", "99.0")
    abroad.reminders.follow_habits()
    assert len(heard) == 1


def test_where_nothing_tells_by_which_habits_it_was_derived_it_is_derived_anew(
    workspace: Workspace, clock: SettableClock
) -> None:
    workspace.outreach.log_sent(Draft(renata(workspace).id, OutKind.INTRO))
    abroad = Workspace(workspace.store, clock, lambda: ZoneInfo("Europe/Lisbon"))
    abroad.reminders.follow_habits()
    assert [wall(r.due) for r in abroad.reminders.upcoming()] == ["2026-03-25T05:00"]


@pytest.mark.parametrize("timing", [{"follow_up_bd": "soon"}, {"no_such": 1}, {"work_time": "25:00"}])
def test_habits_that_cannot_be_are_refused(workspace: Workspace, timing: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        workspace.preferences.change(timing=timing)
    assert workspace.preferences.current.timing == {}


def test_the_next_change_is_when_something_becomes_due(workspace: Workspace, clock: SettableClock) -> None:
    workspace.outreach.log_sent(Draft(renata(workspace).id, OutKind.INTRO))
    at = workspace.reminders.next_change()
    assert at is not None
    assert wall(at) == "2026-03-25T09:00"
    heard: list[object] = []
    workspace.announcer.subscribe(heard.append)
    workspace.reminders.tick()
    assert heard == [], "nothing changed, nobody is told"
    clock.set("2026-03-25T09:00")
    workspace.reminders.tick()
    assert len(heard) == 1


def test_what_time_overtook_in_weeks_is_left_to_a_worker(
    workspace: Workspace, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "AT_ONCE", 1)
    workspace.reminders.follow_habits()
    for person in (renata(workspace), somebody(workspace, "Bo"), somebody(workspace, "Cy")):
        workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO))
    clock.set("2026-04-20T09:00")
    heard: list[Changed] = []
    workspace.announcer.subscribe(heard.append)
    assert workspace.reminders.due() == []
    assert workspace.reminders.is_behind()
    workspace.reminders.tick()
    workspace.reminders.catch_up()
    told = Changed(frozenset({Room.REMINDERS}), None)
    assert heard == [told, told]
    assert not workspace.reminders.is_behind()
    assert len(workspace.reminders.due()) == 3
    assert workspace.care.check() == []
    workspace.reminders.catch_up()
    assert len(heard) == 2


def test_one_who_saves_gets_in_between_two_slices_of_a_worker(
    workspace: Workspace, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.reminders.follow_habits()
    for person in (renata(workspace), somebody(workspace, "Bo"), somebody(workspace, "Cy")):
        workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO))
    clock.set("2026-04-20T09:00")
    pausing, saved, pauses = Event(), Event(), list[float]()

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        pausing.set()
        assert saved.wait(PATIENCE)

    def catch_up() -> None:
        with workspace.roster.elsewhere():
            workspace.reminders.catch_up()

    monkeypatch.setattr(reminders, "AT_ONCE", 1)
    monkeypatch.setattr(reminders, "sleep", pause)
    with ThreadPoolExecutor(1) as worker:
        caught_up = worker.submit(catch_up)
        assert pausing.wait(PATIENCE)
        somebody(workspace, "Di")
        saved.set()
        caught_up.result(PATIENCE)
    assert len(pauses) == 2
    assert min(pauses) >= 0.008, "who waits for SQLite's lock asks again after 1, 2, 5 ms"
    assert workspace.care.check() == []


def test_nobody_waits_for_the_window_s_own_slices(
    workspace: Workspace, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for person in (renata(workspace), somebody(workspace, "Bo")):
        workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO))
    clock.set("2026-04-20T09:00")
    monkeypatch.setattr(reminders, "AT_ONCE", 1)
    pauses: list[float] = []
    monkeypatch.setattr(reminders, "sleep", pauses.append)
    workspace.reminders.refresh()
    assert pauses == []


def test_a_clock_set_back_leaves_nobody_behind_for_ever(workspace: Workspace, clock: SettableClock) -> None:
    workspace.people.channel(renata(workspace).id, ok=True)
    workspace.reminders.catch_up()
    clock.set("2019-03-18T10:00")
    workspace.reminders.catch_up()
    assert workspace.store.outlooks.outdated(clock.now()) == []


def test_what_is_due_waits_for_nobody_who_writes(workspace: Workspace, clock: SettableClock) -> None:
    """Time has overtaken somebody while a worker brings people in: they are looked at again when it has ended."""
    workspace.outreach.log_sent(Draft(renata(workspace).id, OutKind.INTRO))
    clock.set("2026-03-25T10:00")
    begun, looked = Event(), Event()

    def bring_in() -> None:
        with workspace.roster.elsewhere(), workspace.store.transaction():
            begun.set()
            looked.wait(PATIENCE)

    with ThreadPoolExecutor(1) as worker:
        bringing = worker.submit(bring_in)
        assert begun.wait(PATIENCE)
        assert workspace.reminders.due() == []
        assert workspace.noticing.look() == ()
        workspace.reminders.tick()
        looked.set()
        bringing.result(PATIENCE)
    assert len(workspace.reminders.due()) == 1
    assert len(workspace.noticing.look()) == 1
