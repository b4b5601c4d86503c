"""The sheet of a new passphrase is not put away unseen, and one reaches its code by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.locking.recovery_form import RecoveryForm


@pytest.fixture
def host(qtbot: QtBot, workspace: Workspace) -> QWidget:
    workspace.locking.set_passphrase("heron violin kettle moss")
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(host: QWidget, workspace: Workspace, intents: Intents, *, is_new: bool) -> RecoveryForm:
    form = RecoveryForm(workspace, intents, host, is_new=is_new)
    form.open()
    return form


def test_a_new_sheet_with_which_nothing_was_done_asks_once(
    host: QWidget, workspace: Workspace, intents: Intents
) -> None:
    form = opened(host, workspace, intents, is_new=True)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert "neither printed nor kept" in form._asked.text()
    assert form._asked.isVisible()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_nor_does_the_button_of_the_window_close_it(host: QWidget, workspace: Workspace, intents: Intents) -> None:
    form = opened(host, workspace, intents, is_new=True)
    form.close()
    assert form.isVisible()
    form.accept_button.click()
    assert not form.isVisible(), "somebody said they have it"


@pytest.mark.parametrize("is_new", [True, False])
def test_one_that_was_kept_or_is_only_looked_at_asks_nothing(
    host: QWidget, workspace: Workspace, intents: Intents, tmp_path: Path, is_new: bool
) -> None:
    form = opened(host, workspace, intents, is_new=is_new)
    if is_new:
        form.keep(str(tmp_path / "sheet.pdf"))
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_one_that_could_not_be_kept_still_asks(
    host: QWidget, workspace: Workspace, intents: Intents, tmp_path: Path
) -> None:
    form = opened(host, workspace, intents, is_new=True)
    form.keep(str(tmp_path / "nowhere" / "sheet.pdf"))
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    form.accept_button.click()


def test_tab_reaches_the_code_and_marks_it(qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents) -> None:
    form = opened(host, workspace, intents, is_new=False)
    host.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.accept_button.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        seen.append(form.focusWidget())
    assert set(seen) == {form.code, form.print_button, form.pdf_button, form.accept_button}
    form.code.setFocus(Qt.FocusReason.TabFocusReason)
    assert (
        form.code.selectedText().replace("\u2029", "\n").replace("\n", "-") == workspace.locking.recovery_sheet().code
    )
    form.close()
