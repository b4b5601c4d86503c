"""What listens, and when, so that the window locks by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.app.locks import Locks
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.window_keeper import WindowKeeper
from tests.services.clocks import SettableClock
from tests.ui.locking.locked import PASSPHRASE
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


@pytest.fixture
def locks(real: RealWindow, workspace: Workspace) -> Iterator[Locks]:
    tray = TrayIcon(real.window.windowIcon(), real.window, is_wanted=False)
    made = Locks(real.window, workspace, real.tasks, WindowKeeper(real.window, tray), tray)
    made.listen()
    yield made
    made.close()
    tray.close()


@pytest.mark.parametrize("by", ["screen", "idling"])
def test_while_a_passphrase_is_set_the_screen_and_idling_are_heard(
    real: RealWindow, locks: Locks, workspace: Workspace, clock: SettableClock, by: str
) -> None:
    intents = real.window.intents
    intents.rewriting.emit(True)
    assert locks._screen.is_on
    if by == "screen":
        locks._screen.locked.emit()
    else:
        clock.advance(minutes=workspace.preferences.current.lock_after)
        locks.check()
    workspace.locking.set_passphrase(PASSPHRASE)
    intents.rewriting.emit(False)
    assert workspace.locking.is_locked
    assert locks._idle._is_on


def test_what_must_be_told_is_seen_where_it_is_locked(real: RealWindow, locks: Locks, workspace: Workspace) -> None:
    locks.tell("Not all is saved.")
    assert real.said == ["Not all is saved."]
    workspace.locking.set_passphrase(PASSPHRASE)
    locks.locker.lock()
    locks.tell("Not all is saved.")
    assert locks.locker.lock_window.page.field.said == "Not all is saved."
    assert real.said == ["Not all is saved."], "nobody could see it there"


def test_without_a_passphrase_nothing_listens(real: RealWindow, locks: Locks) -> None:
    real.window.intents.rewriting.emit(True)
    real.window.intents.rewriting.emit(False)
    assert not locks._idle._is_on
    assert not locks._screen.is_on
    assert not locks.is_locked
