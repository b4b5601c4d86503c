"""Set, change, remove: what it means is said first, nothing is half done, and a new passphrase has a new sheet."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.services.locking import LockingService, is_protected
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.store import Store
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.locking.passphrase_form import Aim, PassphraseForm
from otnet_desktop.ui.locking.recovery_form import RecoveryForm, in_lines
from otnet_desktop.ui.settings.privacy_settings import PrivacySettings
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from tests.factories import NOW, add_person, school_ot
from tests.store.keys import quick_key

OLD, NEW = "heron violin kettle moss", "lantern harbour thimble oat"


@pytest.fixture
def folder(workspace: Workspace) -> Path:
    add_person(workspace.store, school_ot(), "renata")
    return workspace.store.database.path.parent


@pytest.fixture
def resting(intents: Intents) -> list[bool]:
    told: list[bool] = []
    intents.rewriting.connect(told.append)
    return told


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks, aim: Aim) -> PassphraseForm:
    form = PassphraseForm(workspace, intents, tasks, aim, host)
    form.open()
    return form


def texts(form: QWidget) -> str:
    return " ".join(label.text() for label in form.findChildren(PlainLabel) if label.isVisibleTo(form))


@pytest.mark.parametrize("aim", [Aim.CHANGE, Aim.REMOVE])
def test_what_becomes_of_copies_elsewhere_is_said_before(
    host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks, qtbot: QtBot, aim: Aim
) -> None:
    form = opened(host, workspace, intents, tasks, aim)
    assert "Copies in other places" in texts(form)
    assert "as long as you keep them" in texts(form)
    form.reject()


def test_backups_of_yet_another_passphrase_are_told_of(
    qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks, folder: Path, tmp_path: Path
) -> None:
    other = Store.open(tmp_path / "other", quick_key())
    made = other.backups.make(Reason.ASKED, NOW)
    other.close()
    (folder / "backups").mkdir(exist_ok=True)
    made.path.rename(folder / "backups" / made.path.name)
    form = opened(host, workspace, intents, tasks, Aim.SET)
    for field in (form.new, form.again):
        field.setText(OLD)
    with qtbot.waitSignal(intents.said, timeout=20_000) as said:
        form.accept_button.click()
    assert said.args[0].endswith("1 backup of yet another passphrase stayed as it was.")


def test_it_is_set_changed_and_removed(
    qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks, folder: Path, resting: list[bool]
) -> None:
    form = opened(host, workspace, intents, tasks, Aim.SET)
    assert "Nobody can open them" in texts(form)
    form.new.setText(OLD)
    assert form._new.said.startswith("Fair")
    form.again.setText(OLD)
    with qtbot.waitSignal(form.changed, timeout=20_000):
        form.accept_button.click()
        assert form._works
        form.reject()
        assert form.isVisible(), "it cannot be left half-way"
    assert is_protected(folder)
    assert resting == [True, False]
    form = opened(host, workspace, intents, tasks, Aim.CHANGE)
    for field, text in ((form.old, "wrong passphrase"), (form.new, NEW), (form.again, NEW)):
        field.setText(text)
    form.accept_button.click()
    qtbot.waitUntil(lambda: "neither your current passphrase" in form._old.said, timeout=20_000)
    form.old.setText(OLD)
    with qtbot.waitSignal(form.changed, timeout=20_000):
        form.accept_button.click()
    workspace.locking.lock()
    workspace.locking.unlock(NEW)
    form = opened(host, workspace, intents, tasks, Aim.REMOVE)
    form.old.setText(NEW)
    with qtbot.waitSignal(form.changed, timeout=20_000):
        form.accept_button.click()
    assert not is_protected(folder)
    assert [person.ref for person in workspace.store.people.many(workspace.store.people.everyone())] == ["renata"]


def test_nothing_begins_before_all_is_understood(
    qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks, resting: list[bool]
) -> None:
    form = opened(host, workspace, intents, tasks, Aim.SET)
    for new, again, said in (("", "", "Too short"), ("short", "short", "Too short"), (OLD, NEW, "not the same")):
        form.new.setText(new)
        form.again.setText(again)
        form.accept_button.click()
        assert said in form._new.said + form._again.said
    assert not resting


def test_what_the_world_did_is_told_and_the_form_stays(
    qtbot: QtBot,
    host: QWidget,
    workspace: Workspace,
    intents: Intents,
    tasks: Tasks,
    resting: list[bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_given: object) -> None:
        workspace.store.database.come_back()
        raise NotSaved("Not saved: the disk is full.")

    monkeypatch.setattr(LockingService, "set_passphrase", full)
    form = opened(host, workspace, intents, tasks, Aim.SET)
    form.new.setText(OLD)
    form.again.setText(OLD)
    form.accept_button.click()
    qtbot.waitUntil(lambda: "disk is full" in texts(form))
    assert form.accept_button.isEnabled()
    assert resting == [True, False]


def test_a_new_passphrase_shows_its_sheet(
    qtbot: QtBot, workspace: Workspace, intents: Intents, tasks: Tasks, folder: Path, tmp_path: Path
) -> None:
    card = PrivacySettings(workspace, intents, tasks)
    qtbot.addWidget(card)
    card.show()
    assert not card.remove.isVisible()
    workspace.locking.set_passphrase(OLD)
    card._changed()
    (form,) = card.window().findChildren(RecoveryForm)
    code = workspace.locking.recovery_sheet().code
    assert form.code.text().replace("\n", "-") == code
    assert all(line in form.paper.document.toPlainText() for line in in_lines(code))
    form.keep(str(tmp_path / "sheet.pdf"))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o600
    assert card.remove.isVisible()
    form.close()
    qtbot.waitUntil(lambda: not tasks._under_way)


def test_when_it_locks_is_kept(qtbot: QtBot, workspace: Workspace, intents: Intents, tasks: Tasks) -> None:
    card = PrivacySettings(workspace, intents, tasks)
    qtbot.addWidget(card)
    card.after.setCurrentIndex(card.after.findData(60))
    card.with_screen.setChecked(False)
    kept = workspace.preferences.current
    assert (kept.lock_after, kept.lock_with_screen) == (60, False)


def test_it_does_not_wait_for_those_who_wait_for_it(
    qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks, folder: Path
) -> None:
    gate = Event()

    def read(_task: Task) -> int:
        gate.wait(10)
        with workspace.roster.elsewhere():
            return len(workspace.store.people.everyone())

    form = opened(host, workspace, intents, tasks, Aim.SET)
    form.new.setText(OLD)
    form.again.setText(OLD)
    read_by: list[int] = []
    for _ in range(4):
        tasks.run(read, read_by.append)
    try:
        with qtbot.waitSignal(form.changed, timeout=10_000):
            form.accept_button.click()
            gate.set()
    finally:
        workspace.store.database.come_back()
    qtbot.waitUntil(lambda: read_by == [1, 1, 1, 1])


def test_what_it_does_comes_before_what_is_lost(
    qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks
) -> None:
    form = opened(host, workspace, intents, tasks, Aim.SET)
    words = texts(form)
    assert "encrypts your data and all their backups" in words
    assert words.index("encrypts your data") < words.index("If you lose it") < words.index("easy to keep in mind")
    form.reject()


def test_while_it_works_the_keyboard_is_with_what_tells_how_far_it_is(
    qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks, folder: Path
) -> None:
    form = opened(host, workspace, intents, tasks, Aim.SET)
    form.activateWindow()
    form.new.setText(OLD)
    form.again.setText(OLD)
    form.again.setFocus()
    with qtbot.waitSignal(form.changed, timeout=20_000):
        form.accept_button.click()
        assert form.focusWidget() is form._progress
        assert not form.plain.isEnabled()
    form = opened(host, workspace, intents, tasks, Aim.CHANGE)
    for field, text in ((form.old, "wrong passphrase"), (form.new, NEW), (form.again, NEW)):
        field.setText(text)
    form.accept_button.click()
    qtbot.waitUntil(lambda: "neither your current passphrase" in form._old.said, timeout=20_000)
    assert form.focusWidget() is form.old
    form.reject()
