"""Calendars are read at the start and when their files change."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.scheduling.calendar_watch import CalendarWatch
from otnet_desktop.ui.settings.calendar_settings import CalendarSettings
from otnet_desktop.ui.tasks import Tasks
from tests.services.test_calendars import busy_walls, calendar


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "calendars" / "work.ics"
    made.parent.mkdir()
    made.write_text(calendar("20260325"))
    return made


@pytest.fixture
def watch(workspace: Workspace, bridge: Bridge, tasks: Tasks) -> CalendarWatch:
    made = CalendarWatch(workspace, bridge, tasks)
    made._settling.setInterval(0)
    return made


def test_nothing_is_watched_unless_asked(watch: CalendarWatch) -> None:
    assert watch._watcher is None
    assert watch._reading is None


def test_what_was_chosen_before_is_read_at_the_start(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, tasks: Tasks, file: Path
) -> None:
    workspace.calendars.change(watched=(str(file),))
    with qtbot.waitSignal(CalendarWatch(workspace, bridge, tasks).read):
        pass
    assert busy_walls(workspace) == ["2026-03-25T10:00"]


@pytest.mark.parametrize("whole_folder", [False, True])
def test_a_file_that_changes_or_is_replaced_is_read_again(
    qtbot: QtBot, workspace: Workspace, watch: CalendarWatch, file: Path, whole_folder: bool
) -> None:
    with qtbot.waitSignal(watch.read):
        workspace.calendars.change(watched=(str(file.parent if whole_folder else file),))
    file.write_text(calendar("20260326"))
    qtbot.waitUntil(lambda: busy_walls(workspace) == ["2026-03-26T10:00"])
    beside = file.with_suffix(".part")
    for day in ("20260327", "20260328"):
        beside.write_text(calendar(day))
        beside.replace(file)
        qtbot.waitUntil(lambda day=day: busy_walls(workspace) == [f"2026-03-{day[-2:]}T10:00"])  # type: ignore[misc]
    file.unlink()
    qtbot.waitUntil(lambda: busy_walls(workspace) == [])


@pytest.mark.parametrize("whole_folder", [False, True])
def test_a_file_that_comes_later_is_read(
    qtbot: QtBot, workspace: Workspace, watch: CalendarWatch, file: Path, whole_folder: bool
) -> None:
    file.unlink()
    with qtbot.waitSignal(watch.read):
        workspace.calendars.change(watched=(str(file.parent if whole_folder else file),))
    assert busy_walls(workspace) == []
    file.write_text(calendar("20260326"))
    qtbot.waitUntil(lambda: busy_walls(workspace) == ["2026-03-26T10:00"])


def test_the_zone_one_lives_in_moves_floating_times(
    qtbot: QtBot, workspace: Workspace, watch: CalendarWatch, file: Path
) -> None:
    with qtbot.waitSignal(watch.read):
        workspace.calendars.change(watched=(str(file),))
    with qtbot.waitSignal(watch.read):
        workspace.preferences.change(zone="Europe/London")
    assert busy_walls(workspace) == ["2026-03-25T06:00"]


def test_the_settings_choose_and_say_how_it_went(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, watch: CalendarWatch, file: Path
) -> None:
    card = CalendarSettings(workspace, bridge, intents)
    qtbot.addWidget(card)
    (file.parent / "broken.ics").write_text(calendar("tomorrow") + "…")
    with qtbot.waitSignal(watch.read):
        card.watch(str(file.parent))
    qtbot.waitUntil(lambda: card.said.text() == "2 entries read. 1 entry does not say when it begins.")
    assert card.watched.item(0).text() == str(file.parent)
    with qtbot.waitSignal(watch.read):
        card.remove.click()
    assert workspace.calendars.places().watched == ()
    assert busy_walls(workspace) == []
