"""The calendar file for others follows what one does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.services.calendars import FEED_NAME
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.scheduling.feed_keeper import FeedKeeper
from otnet_desktop.ui.tasks import Tasks
from tests.ui.network import add, book


@pytest.fixture
def keeper(workspace: Workspace, bridge: Bridge, intents: Intents) -> Iterator[FeedKeeper]:
    tasks = Tasks()
    made = FeedKeeper(workspace, bridge, intents, tasks)
    made._settling.setInterval(0)
    yield made
    tasks.close()


def test_a_meeting_is_there_soon_after_it_is_booked(
    qtbot: QtBot, workspace: Workspace, keeper: FeedKeeper, tmp_path: Path
) -> None:
    with qtbot.waitSignal(keeper.laid):
        workspace.calendars.change(feed=str(tmp_path))
    with qtbot.waitSignal(keeper.laid):
        book(workspace, add(workspace, "Renata Okafor"), start="2026-03-25T10:00")
    assert "SUMMARY:Video call with Renata Okafor" in (tmp_path / FEED_NAME).read_text()


def test_nothing_is_made_unless_asked(workspace: Workspace, keeper: FeedKeeper) -> None:
    add(workspace, "Renata Okafor")
    assert not keeper._settling.isActive()


def test_a_folder_that_is_gone_is_told_once(
    qtbot: QtBot, workspace: Workspace, keeper: FeedKeeper, intents: Intents, tmp_path: Path
) -> None:
    failed: list[Exception] = []
    intents.failed.connect(failed.append)
    gone = tmp_path / "gone"
    with qtbot.waitSignal(intents.failed):
        workspace.calendars.change(feed=str(gone))
    add(workspace, "Renata Okafor")
    qtbot.waitUntil(lambda: not keeper._settling.isActive())
    gone.mkdir()
    with qtbot.waitSignal(keeper.laid):
        add(workspace, "Bo Ek")
    assert len(failed) == 1
