"""The person's menu: what it asks is about whoever is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.people.cadence_menu import CadenceMenu
from tests.ui.network import add
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path, renata: PersonId) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        made.window.show_person(renata)
        yield made


def test_a_promise_is_noted_with_whoever_is_shown(real: RealWindow, qtbot: QtBot, renata: PersonId) -> None:
    with qtbot.waitSignal(real.window.intents.promise_wanted) as wanted:
        real.life.actions[Act.PROMISE].trigger()
    assert wanted.args == [renata]


def test_how_often_to_keep_in_touch_is_asked_from_any_place(
    real: RealWindow, workspace: Workspace, renata: PersonId
) -> None:
    real.life.actions[Act.KEEP_IN_TOUCH].trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, CadenceMenu)
    menu.actions()[3].trigger()
    menu.close()
    assert workspace.people.cadence(renata) == 120


def test_nobody_who_is_left_in_peace_is_kept_in_touch_with(
    real: RealWindow, workspace: Workspace, renata: PersonId
) -> None:
    action = real.life.actions[Act.KEEP_IN_TOUCH]
    assert action.isEnabled()
    workspace.people.set_status(renata, Status.DO_NOT_CONTACT)
    assert not action.isEnabled()
