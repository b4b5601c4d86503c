"""The first walk, through the real window: research, a letter, a yes, a meeting, thanks, and nothing left to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.app.panes import real_panes
from otnet_desktop.app.reminding import DO, Reminding
from otnet_desktop.app.resources import load_material
from otnet_desktop.domain.facts import InKind, ThanksHow
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import MessageState, Reply
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.reminders import Stage
from otnet_desktop.domain.research import KeyPoint
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.ui.followups.due_card import DueCard
from otnet_desktop.ui.followups.follow_up_tray import FollowUpTray
from otnet_desktop.ui.geometry import Kept
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.outreach import handing_over
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.window_keeper import WindowKeeper
from otnet_desktop.ui.window_life import WindowLife
from tests.app.screens import Screen
from tests.factories import school_ot, take_away
from tests.services.clocks import BOSTON, SettableClock, wall


@dataclass
class Desktop:
    """The program as it runs, on a desktop that remembers what it was asked."""

    workspace: Workspace
    window: MainWindow
    tray: TrayIcon
    screen: Screen
    reminding: Reminding

    def come_back(self) -> None:
        """From the mail program."""
        QApplication.sendEvent(self.window, QEvent(QEvent.Type.WindowActivate))

    def tick(self) -> None:
        self.workspace.reminders.tick()
        self.reminding.look()

    def composer(self) -> Composer:
        (found,) = [sheet for sheet in self.window.findChildren(Composer) if sheet.isVisible()]
        return found

    def counts(self) -> set[int]:
        """What window title, tray, tray icon and data say is due; agreeing, a single number."""
        in_title = re.search(r"(\d+) due", self.window.windowTitle())
        tray = self.window.findChild(FollowUpTray)
        assert tray is not None
        assert self.tray._state is not None
        said = int(in_title[1]) if in_title else 0
        return {said, tray.count, self.tray._state.count, len(self.workspace.reminders.due())}


@contextmanager
def running(folder: Path, clock: SettableClock, qtbot: QtBot) -> Iterator[Desktop]:
    """One run of the program, from its window to its end."""
    workspace = open_workspace(folder, clock, lambda: BOSTON, load_material())
    window = MainWindow(Kept(folder))
    window.furnish(lambda: (clock.now(), BOSTON))
    qtbot.addWidget(window)
    tasks, tray, screen = Tasks(), TrayIcon(QIcon()), Screen()
    life = WindowLife(window, workspace, tasks, real_panes())
    keeper = WindowKeeper(window, tray)
    reminding = Reminding(workspace, window.intents, screen, tray, keeper, window)
    life.bridge.changed.connect(reminding.heed)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desktop = Desktop(workspace, window, tray, screen, reminding)
    desktop.tick()
    try:
        yield desktop
    finally:
        keeper.let_go()
        window.close()
        tray.close()
        tasks.close()
        workspace.close()


def press(within: QWidget, name: str) -> None:
    """The visible button of that name or text."""
    shown = [b for b in within.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
    (found,) = [b for b in shown if name in (b.text(), b.accessibleName().partition(",")[0])]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    links: list[str] = []

    def remember(url: str) -> bool:
        links.append(url)
        return True

    monkeypatch.setattr(handing_over, "open_link", remember)
    return links


def test_the_first_walk(tmp_path: Path, clock: SettableClock, qtbot: QtBot, opened: list[str]) -> None:
    with running(tmp_path, clock, qtbot) as desktop:
        renata = research(desktop)
        write_first(desktop, renata, opened, qtbot)
        meet(desktop, renata, clock, qtbot)
        thank(desktop, renata, clock, opened, qtbot)
    with running(tmp_path, clock, qtbot) as desktop:
        assert desktop.workspace.people.outlook(renata).stage is Stage.THANKED
        assert desktop.counts() == {0}
        assert desktop.screen.shown == []
        (meeting,) = desktop.workspace.meetings.of(renata)
        given = desktop.workspace.thanks.given(renata, meeting.ref)
        assert given is not None
        assert given.how is ThanksHow.EMAIL


def research(desktop: Desktop) -> PersonId:
    """Who, why, and one thing worth knowing."""
    workspace = desktop.workspace
    workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
    renata = workspace.people.add(school_ot()).id
    workspace.research.say_why(renata, "setting_info")
    workspace.research.add_key_point(renata, KeyPoint("Wrote the sensory path guide"))
    desktop.window.intents.person_wanted.emit(renata)
    return renata


def write_first(desktop: Desktop, renata: PersonId, opened: list[str], qtbot: QtBot) -> None:
    """The first letter goes to the mail program; it counts as sent when the user says so, and not before."""
    workspace = desktop.workspace
    desktop.window.intents.compose_wanted.emit(renata, "", "")
    composer = desktop.composer()
    assert "I read that you wrote the sensory path guide" in composer.page.body.toPlainText()
    for time in ("Tuesday 17:00", "Friday 09:00"):
        QTest.keyClicks(composer.page.body, time)
        composer.page.go_to_gap()
    QTest.keyClick(composer.page.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened[-1].startswith("mailto:renata@larchmont.example")
    assert workspace.people.outlook(renata).stage is Stage.READY
    desktop.come_back()
    press(desktop.window, "Sent")
    assert workspace.people.outlook(renata).stage is Stage.AWAITING_REPLY
    assert not composer.isVisible()


def meet(desktop: Desktop, renata: PersonId, clock: SettableClock, qtbot: QtBot) -> None:
    """They say yes, a meeting is booked and takes place."""
    workspace = desktop.workspace
    clock.advance(days=1)
    workspace.outreach.log_reply(Reply(renata, InKind.YES))
    start = clock.now() + timedelta(days=4, hours=5)
    meeting = workspace.meetings.book(MeetingPlan((renata,), start, start + timedelta(minutes=30)))
    clock.set("2026-03-23T15:46")
    desktop.tick()
    tray = desktop.window.findChild(FollowUpTray)
    assert tray is not None
    qtbot.waitUntil(lambda: tray.count == 1)
    (asked,) = desktop.screen.shown[-1:]
    press(tray, "It happened")
    assert desktop.screen.withdrawn == [asked.id]  # answered in the window, it leaves the screen
    take_away(workspace, meeting.id, "Start with one classroom you can visit weekly.")


def thank(desktop: Desktop, renata: PersonId, clock: SettableClock, opened: list[str], qtbot: QtBot) -> None:
    """Two hours after the end it is time to thank; the letter has the takeaway in it."""
    workspace = desktop.workspace
    assert wall(workspace.reminders.upcoming()[0].due) == "2026-03-23T17:30"
    clock.set("2026-03-23T17:30")
    desktop.tick()
    notice = desktop.screen.shown[-1]
    assert notice.title == "Thank Renata"
    qtbot.waitUntil(lambda: desktop.counts() == {1})
    desktop.screen.on_action(notice.id, DO)
    composer = desktop.composer()
    assert "“Start with one classroom you can visit weekly”" in composer.page.body.toPlainText()
    desktop.window.activateWindow()  # as a press on the notification does
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.window.activateWindow()
    qtbot.waitUntil(composer.page.body.hasFocus)
    QTest.keyClicks(composer.page.body, "plan my fieldwork")
    QTest.keyClick(composer.page.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.outreach.of(renata)[-1].state is MessageState.HANDED_OVER
    qtbot.waitUntil(lambda: desktop.counts() == {1})
    desktop.come_back()
    press(desktop.window, "Sent")
    qtbot.waitUntil(lambda: desktop.counts() == {0})
    press(desktop.window, "Undo")
    qtbot.waitUntil(lambda: desktop.counts() == {1})
    workspace.history.redo()
    qtbot.waitUntil(lambda: desktop.counts() == {0})


def test_what_was_handed_over_is_asked_about_after_a_restart(
    tmp_path: Path, clock: SettableClock, qtbot: QtBot, opened: list[str]
) -> None:
    with running(tmp_path, clock, qtbot) as desktop:
        renata = research(desktop)
        desktop.window.intents.compose_wanted.emit(renata, "", "")
        composer = desktop.composer()
        composer.page.body.setPlainText("Dear Renata, thank you.")
        composer.ways_out.hand_over()
    with running(tmp_path, clock, qtbot) as desktop:
        desktop.come_back()
        shown = [b.text() for b in desktop.window.findChildren(QPushButton) if b.isVisible()]
        assert "Changed my mind" in shown
        press(desktop.window, "Not yet")
        (message,) = desktop.workspace.outreach.of(renata)
        assert message.state is MessageState.DRAFT
        desktop.come_back()
        assert "Changed my mind" not in [b.text() for b in desktop.window.findChildren(QPushButton) if b.isVisible()]
        assert not [card for card in desktop.window.findChildren(DueCard) if card.isVisible()]
