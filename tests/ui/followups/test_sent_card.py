"""Where one goes on when "Did you send it?" is answered and its card is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.followups.due_card import DueCard
from otnet_desktop.ui.followups.follow_up_tray import FollowUpTray
from otnet_desktop.ui.people.person_pane import PersonPane
from tests.ui.network import add
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def kai(workspace: Workspace) -> PersonId:
    """Somebody whom a letter was handed over to."""
    person = add(workspace, "Kai Kahale")
    kept = workspace.composing.save(workspace.composing.begin(person).draft, None)
    workspace.outreach.hand_over(kept.message)
    return person


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path, kai: PersonId) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        made.wait(made.window.isActiveWindow)
        yield made


def tray_of(real: RealWindow) -> FollowUpTray:
    tray = real.window.follow_ups
    assert isinstance(tray, FollowUpTray)
    return tray


def answer(real: RealWindow) -> None:
    """Come back to the window and press Sent by keyboard."""
    tray = tray_of(real)
    QApplication.sendEvent(real.window, QEvent(QEvent.Type.WindowActivate))
    tray._sent.sent.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tray._sent.sent, Qt.Key.Key_Space)
    assert tray._sent.isHidden()


def test_the_next_card_of_the_tray_has_the_focus(real: RealWindow, workspace: Workspace) -> None:
    renata = add(workspace, "Renata Ruiz")
    start = workspace.clock.now() - timedelta(hours=20)
    workspace.meetings.held(MeetingPlan((renata,), start, start + timedelta(minutes=30)))
    real.wait(lambda: tray_of(real).count == 1)
    answer(real)
    card = next(card for card in tray_of(real).findChildren(DueCard) if card.isVisible())
    real.wait(lambda: card.isAncestorOf(QApplication.focusWidget() or real.window))


@pytest.mark.parametrize("place", ["people", "timeline"])
def test_with_nothing_else_due_one_goes_on_in_the_middle(real: RealWindow, place: str) -> None:
    real.window.go_to(place)
    answer(real)
    middle = real.window.page.panes()[1] if place == "people" else real.window.pages[place]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert middle.isAncestorOf(focused)
    if place == "people":
        pane = middle.findChild(PersonPane)
        assert pane is not None
        assert focused is pane.next_step()


def test_the_last_thing_done_leaves_the_focus_with_the_person(real: RealWindow, workspace: Workspace) -> None:
    renata = add(workspace, "Renata Ruiz")
    start = workspace.clock.now() - timedelta(hours=20)
    workspace.meetings.held(MeetingPlan((renata,), start, start + timedelta(minutes=30)))
    tray = tray_of(real)
    answer(real)
    real.wait(lambda: tray.count == 1)
    tray._cards[0].enter()
    workspace.reminders.dismiss(workspace.reminders.due()[0].key)
    real.wait(lambda: tray.count == 0)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert real.window.page.panes()[1].isAncestorOf(focused)
