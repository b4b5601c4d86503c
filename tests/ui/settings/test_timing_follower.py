"""A worker looks at everyone after weeks of sleep and after a journey; the window only hears of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft
from otnet_desktop.services import reminders
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings import timing_follower
from otnet_desktop.ui.settings.timing_follower import TimingFollower
from otnet_desktop.ui.tasks import Tasks
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import SettableClock


@pytest.fixture
def follower(workspace: Workspace, bridge: Bridge, intents: Intents, qtbot: QtBot) -> Iterator[TimingFollower]:
    tasks = Tasks()
    with qtbot.waitSignal(bridge.changed):
        made = TimingFollower(workspace, bridge, tasks, intents)
    yield made
    tasks.close()


@pytest.mark.usefixtures("follower")
def test_after_weeks_of_sleep_a_worker_catches_up(
    workspace: Workspace, clock: SettableClock, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for person in (renata(workspace), somebody(workspace, "Bo")):
        workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO))
    monkeypatch.setattr(reminders, "AT_ONCE", 1)
    clock.set("2026-04-20T09:00")
    workspace.reminders.tick()
    assert workspace.reminders.is_behind()
    qtbot.waitUntil(lambda: not workspace.reminders.is_behind())
    assert len(workspace.reminders.due()) == 2


@pytest.mark.usefixtures("follower")
def test_other_habits_are_followed(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(workspace.reminders, "look_at_everyone", lambda: looked.append(True))
    monkeypatch.setattr(reminders, "__version__", "99.0")
    workspace.announcer.announce(Changed(frozenset({Room.PREFERENCES}), None))
    qtbot.waitUntil(lambda: looked == [True])


@pytest.mark.usefixtures("follower")
def test_where_the_data_are_locked_it_is_told_once_and_tried_again(
    workspace: Workspace, intents: Intents, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    tries, told = [0], list[Exception]()

    def catch_up() -> None:
        tries[0] += 1
        if tries[0] < 3:
            raise DataUnavailable("Another program is writing.", "Close it.")

    monkeypatch.setattr(timing_follower, "AGAIN_MS", 1)
    monkeypatch.setattr(workspace.reminders, "catch_up", catch_up)
    intents.failed.connect(told.append)
    workspace.announcer.announce(Changed(frozenset({Room.PREFERENCES}), None))
    qtbot.waitUntil(lambda: tries == [3])
    assert len(told) == 1
