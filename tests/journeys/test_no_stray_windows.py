"""Nothing is shown before it has its place: on a slow machine it would flash up as a window of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.main_window import MainWindow
from tests.journeys.test_first_walk import running
from tests.journeys.test_tip_8_journey import somebody
from tests.services.clocks import SettableClock
from tests.ui.network import book


class Watcher(QObject):
    """Remembers which windows were shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only looks."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def watcher(qapp: QApplication) -> Watcher:
    made = Watcher()
    qapp.installEventFilter(made)
    return made


def test_only_the_window_is_shown(watcher: Watcher, tmp_path: Path, clock: SettableClock, qtbot: QtBot) -> None:
    with running(tmp_path, clock, qtbot) as desktop:
        window = desktop.window
        noor = somebody(desktop, "Noor Haddad")
        meeting = book(desktop.workspace, noor, start="2026-03-18T09:00")
        window.intents.person_wanted.emit(noor)
        window.intents.compose_wanted.emit(noor, "", "")
        window.intents.open_meeting_wanted.emit(meeting.id)
        window.intents.times_wanted.emit(noor)
        for act in (Act.TIMELINE, Act.COMPASS, Act.JOURNEY, Act.PEOPLE):
            window.go_to(act.value)
            qtbot.wait(0)
        assert watcher.shown == [MainWindow.__name__]
