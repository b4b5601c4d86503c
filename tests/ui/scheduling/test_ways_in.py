"""The scheduler is within two actions of the person: the next step, the menu beside the name, one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.messages import Draft, Reply
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.scheduling.scheduler_page import SchedulerPage
from tests.ui.network import add
from tests.ui.real_window import real_window


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    renata = add(workspace, "Renata Okafor")
    workspace.outreach.log_sent(Draft(renata, f.OutKind.INTRO, "Hello", "Dear Renata"), needs_reply=True)
    workspace.outreach.log_reply(Reply(renata, f.InKind.YES))
    return renata


@pytest.fixture
def pane(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, renata: PersonId) -> PersonPane:
    pane = PersonPane(workspace, bridge, intents)
    qtbot.addWidget(pane)
    pane.show_person(renata)
    return pane


def offering(pane: PersonPane) -> list[bool]:
    """Whether the menu beside the name offers it."""
    menu = pane.findChild(QMenu)
    assert menu is not None
    return [action.isVisible() for action in menu.actions() if action.text() == "Offer times…"]


def test_the_menu_beside_the_name(
    qtbot: QtBot, workspace: Workspace, intents: Intents, pane: PersonPane, renata: PersonId
) -> None:
    menu = pane.findChild(QMenu)
    assert menu is not None
    (entry,) = [action for action in menu.actions() if action.text() == "Offer times…"]
    with qtbot.waitSignal(intents.times_wanted) as asked:
        entry.trigger()
    assert asked.args == [renata]
    assert offering(pane) == [True]
    workspace.people.set_status(renata, Status.DO_NOT_CONTACT, on=True)
    assert offering(pane) == [False]


def test_from_the_windows_menu(qtbot: QtBot, workspace: Workspace, tmp_path: Path, renata: PersonId) -> None:
    with real_window(qtbot, workspace, tmp_path) as real:
        real.window.show_person(renata)
        real.life.actions[Act.OFFER_TIMES].trigger()
        page = real.window.asides.shown
        assert isinstance(page, SchedulerPage)
        assert page.person == renata


def test_where_writing_is_closed_only_the_free_times_open(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, renata: PersonId
) -> None:
    workspace.people.set_status(renata, Status.DO_NOT_CONTACT, on=True)
    with real_window(qtbot, workspace, tmp_path) as real:
        real.window.show_person(renata)
        real.life.actions[Act.OFFER_TIMES].trigger()
        page = real.window.asides.shown
        assert isinstance(page, SchedulerPage)
        assert page.person == 0
