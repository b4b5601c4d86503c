"""The trash is emptied by itself, and what may not be left behind is wiped again until it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.app.upkeep import Upkeep
from otnet_desktop.domain.errors import DataDamaged
from otnet_desktop.services.second_place import Caught
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Tasks
from tests.services.acquaintances import somebody
from tests.services.clocks import BOSTON, SettableClock


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2026, 3, 18, 10, 0, tzinfo=BOSTON))


@pytest.fixture
def workspace(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path, clock, lambda: BOSTON)
    yield opened
    opened.close()


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_whoever_lay_in_the_trash_for_thirty_days_goes(
    workspace: Workspace, tasks: Tasks, clock: SettableClock, qtbot: QtBot
) -> None:
    somebody(workspace, "Bo")
    workspace.people.remove(somebody(workspace, "Zyxwvu").id)
    upkeep = Upkeep(workspace, tasks, Intents())
    upkeep.look()
    qtbot.waitUntil(lambda: not tasks._under_way)
    assert workspace.trash.count() == 1
    for days in (29, 1):  # the second time the clock is believed
        clock.advance(days=days)
        somebody(workspace, f"Cy{days}")
        upkeep.look()
        qtbot.waitUntil(lambda: not tasks._under_way)
    assert workspace.trash.count() == 0
    assert b"zyxwvu" not in workspace.store.database.path.read_bytes().lower()
    assert b"zyxwvu" not in workspace.care.backups()[0].path.read_bytes().lower()


def test_what_had_to_wait_for_somebody_who_saved_is_done_at_the_next_waking(
    workspace: Workspace, tasks: Tasks, clock: SettableClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[bool] = [False, True]
    monkeypatch.setattr(workspace.trash, "wipe", lambda: tried.pop(0))
    upkeep = Upkeep(workspace, tasks, Intents())
    for _ in range(2):
        upkeep.look()
        qtbot.waitUntil(lambda: not tasks._under_way)
        clock.advance(minutes=1)
    upkeep.look()
    assert tried == []


def test_of_damaged_data_nothing_is_wiped_or_backed_up_and_it_is_told_once(
    workspace: Workspace, tasks: Tasks, clock: SettableClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody(workspace, "Bo")
    intents = Intents()
    failed: list[Exception] = []
    intents.failed.connect(failed.append)
    upkeep = Upkeep(workspace, tasks, intents)
    touched: list[str] = []
    for service, names in ((workspace.trash, ("purge", "wipe")), (workspace.care, ("back_up_if_due", "tidy"))):
        for name in names:
            monkeypatch.setattr(service, name, lambda name=name: touched.append(name))
    monkeypatch.setattr(workspace.soundness, "damage", lambda: "It is damaged (page 7).")
    for _hour in range(2):
        upkeep.look()
        qtbot.waitUntil(lambda: not tasks._under_way)
        clock.advance(hours=1)
    assert touched == []
    assert [type(error) for error in failed] == [DataDamaged]
    monkeypatch.setattr(workspace.soundness, "damage", lambda: "")
    workspace.store.database.damage = ""
    upkeep.look()
    qtbot.waitUntil(lambda: not tasks._under_way)
    assert touched == ["purge", "wipe", "back_up_if_due", "tidy"]


def test_whole_data_are_looked_at_once_a_day(
    workspace: Workspace, tasks: Tasks, clock: SettableClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[datetime] = []

    def look() -> str:
        looks.append(clock.now())
        return ""

    monkeypatch.setattr(workspace.soundness, "damage", look)
    upkeep = Upkeep(workspace, tasks, Intents())
    for _hour in range(25):
        upkeep.look()
        qtbot.waitUntil(lambda: not tasks._under_way)
        clock.advance(hours=1)
    assert looks == [clock.now() - timedelta(hours=25), clock.now() - timedelta(hours=1)]


def test_the_end_of_the_program_waits_for_no_slow_stick(
    workspace: Workspace, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def catch_up(is_wanted: Callable[[], bool]) -> Caught:
        asked.append(is_wanted())
        for task in tasks._under_way:
            task.cancel()
        asked.append(is_wanted())
        return Caught()

    monkeypatch.setattr(workspace.second_place, "catch_up", catch_up)
    Upkeep(workspace, tasks, Intents()).look()
    qtbot.waitUntil(lambda: not tasks._under_way)
    assert asked == [True, False]


def test_a_second_place_that_is_away_is_told_once_and_stops_no_backup(
    workspace: Workspace, tasks: Tasks, clock: SettableClock, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stick, intents = tmp_path_factory.mktemp("stick"), Intents()
    workspace.second_place.choose(stick)
    drawer = stick.rename(stick.with_name("drawer"))
    said: list[str] = []
    intents.said.connect(said.append)
    upkeep = Upkeep(workspace, tasks, intents)
    for day in range(1, 3):
        somebody(workspace, f"Cy{day}")
        clock.advance(days=1)
        upkeep.look()
        qtbot.waitUntil(lambda: not tasks._under_way)
        assert len(workspace.care.backups()) == day
    assert said == ["The second place for backups is not there now. It is caught up with when it is back."]
    drawer.rename(stick)
    clock.advance(days=1)
    upkeep.look()
    qtbot.waitUntil(lambda: not tasks._under_way)
    assert len(list(stick.glob("*/*.db"))) == 2


def test_a_second_place_that_cannot_be_written_is_told_once(
    workspace: Workspace, tasks: Tasks, clock: SettableClock, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stick, intents = tmp_path_factory.mktemp("stick"), Intents()
    workspace.second_place.choose(stick)
    (folder,) = stick.iterdir()
    at = clock.now() + timedelta(days=1)
    (folder / f"otnet-{at:%Y%m%d-%H%M%S}-daily.db").mkdir()  # in the place of the backup
    failed: list[Exception] = []
    intents.failed.connect(failed.append)
    upkeep = Upkeep(workspace, tasks, intents)
    for _day in range(2):
        clock.advance(days=1)
        upkeep.look()
        qtbot.waitUntil(lambda: not tasks._under_way)
    assert len(failed) == 1
    assert len(workspace.care.backups()) == 1
