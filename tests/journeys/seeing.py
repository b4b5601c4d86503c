"""What one sees and does in the real window, in words the stories of the tips can use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.roster import Chip
from otnet_desktop.ui.followups.follow_up_tray import FollowUpTray
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.people.list_pane import ListPane
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.widgets.next_step_card import NextStepCard
from tests.journeys.test_first_walk import Desktop, press

CONTROL = Qt.KeyboardModifier.ControlModifier


def pane(desktop: Desktop) -> PersonPane:
    (found,) = [pane for pane in desktop.window.findChildren(PersonPane) if pane.isVisible()]
    return found


def tray(desktop: Desktop) -> FollowUpTray:
    found = desktop.window.findChild(FollowUpTray)
    assert found is not None
    return found


def entries(menu: QMenu) -> list[QAction]:
    """What a menu and the menus in it offer."""
    found: list[QAction] = []
    for action in menu.actions():
        inside = action.menu()
        found += entries(inside) if isinstance(inside, QMenu) else [action]
    return found


def answers(desktop: Desktop, person: PersonId, text: str) -> None:
    """The speech bubble beside the name of somebody."""
    desktop.window.intents.person_wanted.emit(person)
    menu = pane(desktop)._header.answer.menu()
    assert menu is not None
    (chosen,) = [action for action in entries(menu) if action.text() == text]
    chosen.trigger()


def listed(desktop: Desktop, chip: Chip) -> set[str]:
    """Who is in the list under a chip."""
    (people,) = desktop.window.findChildren(ListPane)
    people.show_chip(chip)
    model = people.view.model()
    return {str(model.index(row, 0).data()) for row in range(model.rowCount())}


def composers(desktop: Desktop) -> list[Composer]:
    """The letters that are laid out."""
    return [sheet for sheet in desktop.window.findChildren(Composer) if sheet.isVisible()]


def step_card(desktop: Desktop) -> NextStepCard:
    (found,) = pane(desktop).findChildren(NextStepCard)
    return found


def says(desktop: Desktop, step: str, qtbot: QtBot) -> None:
    """What the next step says."""
    qtbot.waitUntil(lambda: step_card(desktop).accessibleName().startswith(step))


def due(desktop: Desktop, count: int, qtbot: QtBot) -> None:
    """So much is due, wherever one looks."""
    desktop.tick()
    qtbot.waitUntil(lambda: desktop.counts() == {count})


def send(desktop: Desktop, qtbot: QtBot) -> None:
    """By the mail program, and back from it."""
    body = desktop.composer().page.body
    desktop.window.activateWindow()
    qtbot.waitUntil(body.hasFocus)
    QTest.keyClick(body, Qt.Key.Key_Return, CONTROL)
    desktop.come_back()
    press(desktop.window, "Sent")
