"""Backing up from the settings: what became of it is told, wherever one is by then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.backup_settings import BackupSettings
from otnet_desktop.ui.tasks import Tasks


def full(*_given: object) -> None:
    raise NotSaved("Not saved: the disk is full.")


@pytest.fixture
def card(qtbot: QtBot, workspace: Workspace, intents: Intents, tasks: Tasks) -> BackupSettings:
    made = BackupSettings(workspace, intents, tasks)
    made.show()
    qtbot.waitUntil(lambda: "no backup yet" in made.last.text())
    return made


@pytest.mark.parametrize("is_taken_apart", [False, True], ids=("hidden", "taken apart"))
def test_a_failure_is_told_also_when_the_page_was_left(
    qtbot: QtBot,
    card: BackupSettings,
    workspace: Workspace,
    intents: Intents,
    monkeypatch: pytest.MonkeyPatch,
    is_taken_apart: bool,
) -> None:
    monkeypatch.setattr(workspace.care, "back_up", full)
    with qtbot.waitSignal(intents.failed):
        card.make.click()
        card.hide()
        if is_taken_apart:
            delete(card)
    if not is_taken_apart:
        with qtbot.waitSignal(intents.failed):
            card.make.click()  # it may be tried again
        delete(card)


def test_who_comes_back_meanwhile_sees_that_it_is_being_made(
    qtbot: QtBot, card: BackupSettings, workspace: Workspace
) -> None:
    card.make.click()
    card.hide()
    card.show()
    assert card.last.text() == "Making a backup…"
    qtbot.waitUntil(lambda: "verified" in card.last.text())
    delete(card)


def test_the_keyboard_stays_where_it_is_and_a_second_press_makes_no_second_one(
    qtbot: QtBot, card: BackupSettings, workspace: Workspace
) -> None:
    card.make.setFocus()
    for _ in range(2):
        QTest.keyClick(card.make, Qt.Key.Key_Space)
    assert card.focusWidget() is card.make
    qtbot.waitUntil(lambda: "verified" in card.last.text())
    assert len(workspace.care.backups()) == 1
    delete(card)
