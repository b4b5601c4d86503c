"""What is due becomes notifications and the tray's state, and their buttons do what they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from otnet_desktop.app.reminding import DO, LATER, SUMMARY, Reminding
from otnet_desktop.app.upkeep import Upkeep
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.domain.facts import ThanksHow
from otnet_desktop.domain.meetings import MeetingNotes, MeetingPlan
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.tray.notice import DEFAULT_ACTION, Urgency
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from tests.app.screens import Front, Screen
from tests.factories import profile
from tests.services.clocks import BOSTON, SettableClock, wall


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2026, 3, 18, 10, 0, tzinfo=BOSTON))


@pytest.fixture
def workspace(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path, clock, lambda: BOSTON)
    opened.noticing.look()  # it has been running
    yield opened
    opened.close()


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def window() -> Front:
    return Front()


@pytest.fixture
def intents(qapp: object) -> Intents:
    return Intents()


@pytest.fixture
def tray(qapp: object) -> Iterator[TrayIcon]:
    made = TrayIcon(QIcon())
    yield made
    made.close()


@pytest.fixture
def reminding(
    workspace: Workspace, screen: Screen, window: Front, intents: Intents, tray: TrayIcon
) -> Iterator[Reminding]:
    made = Reminding(workspace, intents, screen, tray, window)
    bridge = Bridge(workspace.announcer)
    bridge.changed.connect(made.heed)
    yield made
    bridge.close()


def met(workspace: Workspace, name: str, minutes_ago: float = 60) -> PersonId:
    """A thank-you is due in an hour, with a takeaway noted."""
    person = workspace.people.add(profile(name)).id
    end = workspace.clock.now() - timedelta(minutes=minutes_ago)
    meeting = workspace.meetings.held(MeetingPlan((person,), end - timedelta(minutes=30), end))
    workspace.meetings.keep(meeting.id, MeetingNotes(takeaways=("A secret",)))
    return person


def tick(workspace: Workspace, reminding: Reminding) -> None:
    workspace.reminders.tick()
    reminding.look()


def state(tray: TrayIcon) -> tuple[int, tuple[str, ...]]:
    assert tray._state is not None
    return tray._state.count, tuple(title for _, title in tray._state.items)


def test_the_tray_shows_from_the_start_what_was_told_before_it(
    workspace: Workspace, screen: Screen, window: Front, intents: Intents, tray: TrayIcon
) -> None:
    met(workspace, "Renata Ruiz", minutes_ago=180)
    workspace.reminders.tick()
    workspace.noticing.look()  # the program that ran before
    made = Reminding(workspace, intents, screen, tray, window)
    wake = made.next_instant()
    assert wake is not None
    assert wake > workspace.clock.now()  # so that nothing would make it look
    assert state(tray) == (1, ("Thank Renata",))
    assert tray.system_icon.toolTip().endswith("1 to do")
    assert screen.shown == []


def test_a_thank_you_is_told_when_it_is_due_and_only_once(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock, tray: TrayIcon
) -> None:
    met(workspace, "Renata Ruiz")
    wake = reminding.next_instant()
    assert wake is not None
    assert wall(wake) == "2026-03-18T11:00"
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    tick(workspace, reminding)
    (notice,) = screen.shown
    assert (notice.title, notice.body) == ("Thank Renata", "You met today. A short note now is perfect.")
    assert notice.actions == ((DO, "Write thank-you"), (LATER, "Later"))
    assert state(tray) == (1, ("Thank Renata",))
    wake = reminding.next_instant()
    assert wake is not None
    assert wall(wake) == "2026-03-19T09:00"  # once more when work begins


def test_its_buttons_do_what_they_say(
    workspace: Workspace,
    reminding: Reminding,
    screen: Screen,
    window: Front,
    intents: Intents,
    clock: SettableClock,
    qtbot: QtBot,
) -> None:
    met(workspace, "Renata Ruiz")
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    (notice,) = screen.shown
    for action in (DO, DEFAULT_ACTION):
        with qtbot.waitSignal(intents.follow_up_wanted) as wanted:
            screen.on_action(notice.id, action)
        assert wanted.args == [workspace.reminders.due()[0].key]
    assert window.raised == 2
    screen.on_action(notice.id, LATER)
    assert window.raised == 2
    assert workspace.reminders.due() == []
    assert wall(workspace.reminders.upcoming()[0].due) == "2026-03-18T14:00"
    clock.set("2026-03-18T14:00")
    tick(workspace, reminding)
    assert len(screen.shown) == 2


def test_a_notice_of_what_is_settled_leaves_the_screen(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock, tray: TrayIcon, intents: Intents
) -> None:
    renata = met(workspace, "Renata Ruiz")
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    (meeting,) = workspace.meetings.of(renata)
    workspace.thanks.thank([renata], meeting.ref, ThanksHow.CARD)
    assert screen.withdrawn == [screen.shown[0].id]
    assert state(tray) == (0, ())
    failures: list[Exception] = []
    intents.failed.connect(failures.append)
    screen.on_action(screen.shown[0].id, LATER)  # pressed although it was settled
    assert len(failures) == 1


def test_discreet_mode_names_nobody_and_no_note_ever_leaves(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock
) -> None:
    met(workspace, "Renata Ruiz")
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    workspace.preferences.change(discreet=True)
    met(workspace, "Kai Kahale", minutes_ago=90)
    clock.set("2026-03-18T11:30")
    tick(workspace, reminding)
    open_words, discreet = screen.shown
    assert "secret" not in f"{open_words.title}{open_words.body}".lower()
    assert (discreet.title, discreet.body) == ("A thank-you is due", "")
    assert discreet.actions == ((DO, "Open"), (LATER, "Later"))


def test_a_name_leaves_the_screen_when_one_turns_discreet(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock
) -> None:
    met(workspace, "Renata Ruiz")
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    (shown,) = screen.shown
    workspace.preferences.change(discreet=True)
    assert screen.withdrawn == [shown.id]
    assert workspace.reminders.due() != []


def test_locked_it_names_nobody_and_a_press_only_brings_the_lock_forward(
    workspace: Workspace,
    reminding: Reminding,
    screen: Screen,
    clock: SettableClock,
    window: Front,
    intents: Intents,
    tray: TrayIcon,
) -> None:
    met(workspace, "Renata Ruiz")
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    (shown,) = screen.shown
    wanted: list[str] = []
    intents.follow_up_wanted.connect(wanted.append)
    workspace.locking._is_locked = True
    reminding.heed(Changed(frozenset({Room.PREFERENCES}), None))
    assert screen.withdrawn == [shown.id]
    assert not any("Renata" in action.text() for action in tray.system_icon.contextMenu().actions())
    met(workspace, "Kai Kahale", minutes_ago=90)
    clock.set("2026-03-18T11:30")
    tick(workspace, reminding)
    assert screen.shown[-1].title == "A thank-you is due"
    screen.on_action(screen.shown[-1].id, DO)
    assert (window.raised, wanted) == (1, [])


def test_many_at_once_are_one_summary_that_opens_the_list(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock, intents: Intents, qtbot: QtBot
) -> None:
    for name in ("Ann Archer", "Bea Brown", "Cy Clark"):
        met(workspace, name)
    assert reminding.next_instant() is not None
    clock.set("2026-03-18T10:59")
    reminding.watch()
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    (notice,) = screen.shown
    assert notice.id == SUMMARY
    assert notice.title == "3 things for your network"
    assert [label for _, label in notice.actions] == ["Open list"]
    with qtbot.waitSignal(intents.due_list_wanted):
        screen.on_action(notice.id, DO)


def test_three_weeks_with_the_lid_closed_are_one_notification(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock
) -> None:
    for name in ("Ann Archer", "Bea Brown", "Cy Clark", "Di Dunn"):
        met(workspace, name)
    clock.set("2026-04-08T10:00")
    tick(workspace, reminding)
    tick(workspace, reminding)
    (notice,) = screen.shown
    assert notice.title == "While you were away"


def test_nothing_is_told_at_night_and_nothing_is_lost_by_it(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock
) -> None:
    met(workspace, "Renata Ruiz")
    clock.set("2026-03-18T21:00")
    tick(workspace, reminding)
    assert screen.shown == []
    wake = reminding.next_instant()
    assert wake is not None
    assert wall(wake) == "2026-03-19T09:00"
    clock.set("2026-03-19T09:00")
    tick(workspace, reminding)
    assert len(screen.shown) == 1


def test_being_awake_all_night_loses_nothing(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock
) -> None:
    met(workspace, "Renata Ruiz")
    for minute in ("2026-03-18T21:00", "2026-03-18T21:01", "2026-03-19T08:59", "2026-03-19T09:00"):
        clock.set(minute)
        wake = reminding.next_instant()
        if wake is not None and wake <= clock.now():
            tick(workspace, reminding)
        reminding.next_instant()
        reminding.watch()
    assert len(screen.shown) == 1


def test_a_clock_set_back_tells_nothing_twice(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock
) -> None:
    met(workspace, "Renata Ruiz")
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    clock.set("2026-03-18T10:30")
    tick(workspace, reminding)
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    assert len(screen.shown) == 1


def test_a_pause_lasts_until_tomorrow_and_then_tells_once(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock, tray: TrayIcon
) -> None:
    met(workspace, "Renata Ruiz")
    tray.pause_requested.emit()
    assert tray._state is not None
    assert tray._state.paused
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    assert screen.shown == []
    assert state(tray)[0] == 1
    wake = reminding.next_instant()
    assert wake is not None
    assert wall(wake) == "2026-03-19T09:00"
    clock.set("2026-03-19T09:00")
    tick(workspace, reminding)
    assert len(screen.shown) == 1
    assert not tray._state.paused


def test_a_meeting_about_to_begin_is_urgent(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock
) -> None:
    person = workspace.people.add(profile("Renata Ruiz")).id
    start = workspace.clock.now() + timedelta(hours=2)
    workspace.meetings.book(MeetingPlan((person,), start, start + timedelta(minutes=20)))
    clock.set("2026-03-18T11:30")
    tick(workspace, reminding)
    (notice,) = screen.shown
    assert notice.title == "Renata in 30 minutes"
    assert notice.urgency is Urgency.CRITICAL


def test_in_30_minutes_is_not_said_any_more_when_it_has_begun(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock
) -> None:
    person = workspace.people.add(profile("Renata Ruiz")).id
    start = workspace.clock.now() + timedelta(hours=2)
    workspace.meetings.book(MeetingPlan((person,), start, start + timedelta(minutes=20)))
    clock.set("2026-03-18T11:30")
    tick(workspace, reminding)
    (notice,) = screen.shown
    wake = reminding.next_instant()
    assert wake is not None
    assert wall(wake) == "2026-03-18T12:00"
    clock.set("2026-03-18T12:00")
    tick(workspace, reminding)
    assert screen.withdrawn == [notice.id]


def test_what_was_shown_is_remembered_after_a_restart(
    workspace: Workspace, reminding: Reminding, screen: Screen, clock: SettableClock, tmp_path: Path
) -> None:
    met(workspace, "Renata Ruiz")
    clock.set("2026-03-18T11:00")
    tick(workspace, reminding)
    workspace.close()
    again = open_workspace(tmp_path, clock, lambda: BOSTON)
    again.reminders.tick()
    assert again.noticing.look() == ()
    again.close()


def test_the_trial_shows_that_they_arrive(reminding: Reminding, screen: Screen, window: Front) -> None:
    reminding.try_out()
    (notice,) = screen.shown
    assert notice.title == "Notifications work"
    screen.on_action(notice.id, DEFAULT_ACTION)
    assert window.raised == 1


def test_the_data_are_looked_after_once_an_hour(
    workspace: Workspace, intents: Intents, clock: SettableClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = Tasks()
    done: list[str] = []
    met(workspace, "Renata Ruiz")
    monkeypatch.setattr(workspace.care, "tidy", lambda: done.append("tidied"))
    upkeep = Upkeep(workspace, tasks, intents)
    upkeep.look()
    qtbot.waitUntil(lambda: done == ["tidied"])
    assert len(workspace.care.backups()) == 1
    upkeep.look()
    clock.advance(minutes=61)
    upkeep.look()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert len(workspace.care.backups()) == 1

    def full() -> None:
        raise NotSaved("The disk is full.")

    failures: list[Exception] = []
    intents.failed.connect(failures.append)
    monkeypatch.setattr(workspace.care, "tidy", full)
    for _ in range(2):
        clock.advance(minutes=61)
        upkeep.look()
        qtbot.waitUntil(lambda: not tasks._under_way)
    assert len(failures) == 1
    tasks.close()
