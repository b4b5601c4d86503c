"""Locked: what was typed is saved, no window but one can be seen, and everything is back afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.locking.locker import Locker
from otnet_desktop.ui.locking.passphrase_form import Aim, PassphraseForm
from otnet_desktop.ui.research.notes_editor import NotesEditor
from tests.factories import add_person, school_ot
from tests.ui.locking.locked import PASSPHRASE, seen, unlock
from tests.ui.real_window import RealWindow, real_window

NEW = "lantern harbour thimble oat"


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    add_person(workspace.store, school_ot(), "renata")
    workspace.locking.set_passphrase(PASSPHRASE)
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def test_only_the_locked_window_is_seen_and_everything_comes_back(
    qtbot: QtBot, real: RealWindow, locker: Locker, workspace: Workspace
) -> None:
    form = QDialog(real.window)
    form.show()
    real.life.actions[Act.LOCK].trigger()
    assert seen() == [locker.lock_window]
    assert workspace.locking.is_locked
    assert locker.lock_window.geometry() == real.window.geometry()
    unlock(qtbot, locker)
    assert set(seen()) == {real.window, form}
    locker.lock()
    assert seen() == [locker.lock_window], "and again"


def test_its_keys_work_from_a_form_too(qtbot: QtBot, real: RealWindow, locker: Locker) -> None:
    form = QDialog(real.window)
    line = QLineEdit(form)
    form.open()  # as all of them: the window beneath is blocked
    form.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert seen() == [locker.lock_window]
    unlock(qtbot, locker)
    qtbot.waitUntil(line.hasFocus)


def test_a_window_that_wants_to_appear_waits(qtbot: QtBot, real: RealWindow, locker: Locker) -> None:
    locker.lock()
    late = QDialog(real.window)
    late.show()
    qtbot.waitUntil(lambda: seen() == [locker.lock_window])
    unlock(qtbot, locker)
    assert set(seen()) == {real.window, late}


def test_what_is_typed_is_saved_first(real: RealWindow, locker: Locker, workspace: Workspace) -> None:
    (person,) = workspace.store.people.everyone()
    editor = next(editor for editor in real.window.findChildren(NotesEditor) if editor.isVisible())
    QTest.keyClicks(editor._source, "Unfinished")
    assert "Unfinished" not in workspace.research.of(person).notes
    locker.lock()
    assert "Unfinished" in workspace.research.of(person).notes


def test_one_goes_on_typing_where_one_was(qtbot: QtBot, real: RealWindow, locker: Locker) -> None:
    editor = next(editor for editor in real.window.findChildren(NotesEditor) if editor.isVisible())
    editor._source.setFocus()
    locker.lock()
    unlock(qtbot, locker)
    assert real.window.focusWidget() is editor._source


def test_from_the_tray_it_locks_unseen(real: RealWindow, locker: Locker) -> None:
    real.window.hide()
    locker.lock()
    assert seen() == []


def test_without_a_passphrase_one_hears_what_is_missing(real: RealWindow, locker: Locker, workspace: Workspace) -> None:
    workspace.locking.remove_passphrase(PASSPHRASE)
    locker.lock_now()
    assert seen() == [real.window]
    assert "no passphrase yet" in real.said[-1]


@pytest.mark.parametrize(
    ("aim", "opens"), [(Aim.SET, NEW), (Aim.CHANGE, NEW), (Aim.REMOVE, "")], ids=("set", "change", "remove")
)
def test_asked_while_the_passphrase_is_at_work_it_locks_afterwards(
    qtbot: QtBot, real: RealWindow, locker: Locker, workspace: Workspace, aim: Aim, opens: str
) -> None:
    if aim is Aim.SET:
        workspace.locking.remove_passphrase(PASSPHRASE)
    form = PassphraseForm(workspace, real.window.intents, real.tasks, aim, real.window)
    form.open()
    for field, text in ((form.old, PASSPHRASE), (form.new, NEW), (form.again, NEW)):
        field.setText(text)
    with qtbot.waitSignal(form.changed, timeout=20_000):
        form.accept_button.click()
        locker.lock()
        locker.lock()
        assert not workspace.locking.is_locked
        assert set(seen()) == {real.window, form}
    qtbot.waitUntil(lambda: not isValid(form))
    assert workspace.locking.is_locked is bool(opens)
    assert seen() == [locker.lock_window if opens else real.window]
    if opens:
        with qtbot.waitSignal(locker.unlocked):
            locker.lock_window.page.secret.setText(opens)
            locker.lock_window.page.open_button.click()
        assert seen() == [real.window], "and not the form"


def test_a_form_that_failed_meanwhile_waits_behind_the_lock(
    qtbot: QtBot, real: RealWindow, locker: Locker, workspace: Workspace
) -> None:
    form = PassphraseForm(workspace, real.window.intents, real.tasks, Aim.CHANGE, real.window)
    form.open()
    for field, text in ((form.old, "another passphrase"), (form.new, NEW), (form.again, NEW)):
        field.setText(text)
    with qtbot.waitSignal(locker.locked, timeout=20_000):
        form.accept_button.click()
        locker.lock()
    assert seen() == [locker.lock_window]
    unlock(qtbot, locker)
    assert set(seen()) == {real.window, form}
    assert "neither your current passphrase" in form._old.said
    form.close()
