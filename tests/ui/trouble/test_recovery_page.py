"""Data that cannot be opened: the last good backup is one click away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from otnet_desktop.domain.errors import DataDamaged, NotSaved
from otnet_desktop.services.recovery import Recovery
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.backup_files import Reason, note_path
from otnet_desktop.store.keys import Key, new_key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.trouble.recovery_page import RecoveryPage
from tests.factories import NOW, add_person, profile
from tests.services.clocks import BOSTON, SettableClock


class Open(Protocol):
    """Makes the page, and waits until it has looked."""

    def __call__(self, unsaved: str = "", key: Key | None = None) -> RecoveryPage: ...


@pytest.fixture
def folder(workspace: Workspace, tmp_path: Path) -> Path:
    """A backup of one person, from this morning, and data that are none."""
    workspace.people.add(profile("Ann Ash"))
    workspace.care.back_up()
    workspace.close()
    (tmp_path / "data" / FILE_NAME).write_bytes(b"nothing")
    return tmp_path / "data"


@pytest.fixture
def opened(qtbot: QtBot, folder: Path, clock: SettableClock) -> Iterator[Open]:
    tasks = Tasks()

    def moment() -> tuple[datetime, ZoneInfo]:
        return clock.now(), BOSTON

    def page(unsaved: str = "", key: Key | None = None) -> RecoveryPage:
        made = RecoveryPage(DataDamaged("The data file is damaged."), Recovery(folder, key), tasks, moment, unsaved)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: "Looking" not in said(made))
        return made

    yield page
    tasks.close()


def said(page: RecoveryPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def choose(page: RecoveryPage, file: Path) -> None:
    """As somebody does who has found it in the dialog."""
    page.elsewhere.click()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    delete(dialog)


def test_one_click_brings_the_last_good_backup_back(qtbot: QtBot, opened: Open, folder: Path) -> None:
    page = opened()
    assert "Last good backup: today 10:00" in said(page)
    assert "1 person, verified just now" in said(page)
    assert page.take.isVisible()
    assert page.focusWidget() is page.take
    assert (folder / FILE_NAME).read_bytes() == b"nothing", "looking changes nothing"
    with qtbot.waitSignal(page.restored):
        page.take.click()
    store = Store.open(folder)
    assert len(store.people.everyone()) == 1
    store.close()


def test_without_a_good_backup_it_says_what_else_helps(opened: Open, folder: Path) -> None:
    for backup in (folder / "backups").glob("*.db"):
        backup.write_bytes(b"spoilt")
    page = opened()
    assert "no good backup" in said(page)
    assert not page.take.isVisible()
    assert page.elsewhere.isVisible()
    assert page.focusWidget() is page.elsewhere


def test_a_file_from_elsewhere_is_brought_back_instead(
    qtbot: QtBot, opened: Open, folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick.db"
    next((folder / "backups").glob("*.db")).rename(stick)
    (tmp_path / "letter.txt").write_text("Dear Ann")
    page = opened()
    choose(page, tmp_path / "letter.txt")
    assert "letter.txt is read and checked before it takes the place of your data" in said(page)
    page.take.click()
    assert not page.take.isEnabled(), "once is enough"
    assert not page.elsewhere.isEnabled()
    qtbot.waitUntil(lambda: "letter.txt cannot be restored" in said(page))
    assert page.elsewhere.isEnabled()
    assert (folder / FILE_NAME).read_bytes() == b"nothing"
    choose(page, stick)
    assert page.take.text() == "Restore this file"
    with qtbot.waitSignal(page.restored):
        page.take.click()
    store = Store.open(folder)
    assert len(store.people.everyone()) == 1
    store.close()


def test_what_was_not_saved_can_be_saved_elsewhere(opened: Open, tmp_path: Path) -> None:
    page = opened("Notes\n\nWhat I heard\n")
    assert page.save.isVisible()
    page.save_text(str(tmp_path / "mine.txt"))
    assert (tmp_path / "mine.txt").read_text() == "Notes\n\nWhat I heard\n"
    assert page.save.text() == "Saved; save it once more…"
    page.save.click()
    assert isinstance(page.findChild(QFileDialog), QFileDialog), "it is asked where"
    page.save_text(str(tmp_path / "missing" / "mine.txt"))
    assert "cannot be written" in said(page)
    assert page.take.isVisible(), "the backup is still there to be restored"
    assert not opened().save.isVisible()


@pytest.fixture
def locked(folder: Path) -> Key:
    """Another backup, newer and of data with a passphrase: nothing else tells that they had one."""
    key = new_key("four or five words")
    store = Store.open(folder.parent / "locked", key)
    add_person(store, "Bo Ek")
    add_person(store, "Cy Cole")
    made = store.backups.make(Reason.DAILY, NOW - timedelta(minutes=1))
    store.close()
    for path in (made.path, note_path(made.path)):
        path.rename(folder / "backups" / path.name)
    return key


def test_a_protected_backup_asks_for_its_passphrase(
    qtbot: QtBot, opened: Open, folder: Path, locked: Key, clock: SettableClock
) -> None:
    for plain in (folder / "backups").glob("*-asked.db"):
        plain.unlink()
    page = opened()
    assert "2 people, verified just now" in said(page)
    assert "protected by the passphrase you had when it was made" in said(page)
    assert not page.take.isVisible()
    assert_asks(page)
    page.key_ask.secret.setText("quite another one")
    page.key_ask.open_button.click()
    qtbot.waitUntil(lambda: "did not open it" in page.key_ask.field.said)
    page.key_ask.secret.setText("four or five words")
    page.key_ask.open_button.click()
    qtbot.waitUntil(page.take.isVisible)
    assert not page.key_ask.isVisible()
    assert page.key_ask.secret.text() == ""
    with qtbot.waitSignal(page.restored):
        page.take.click()
    assert mark_of(folder / FILE_NAME) == locked.mark


def assert_asks(page: RecoveryPage) -> None:
    assert page.key_ask.isVisible()
    assert page.key_ask.window() is page
    assert page.key_ask.isAncestorOf(page.focusWidget())


def test_a_file_from_elsewhere_asks_as_well(opened: Open, folder: Path, locked: Key) -> None:
    page = opened()
    assert page.take.isVisible()
    protected = next(path for path in (folder / "backups").glob("*.db") if mark_of(path) == locked.mark)
    choose(page, protected)
    assert not page.take.isVisible()
    assert_asks(page)
    choose(page, next(path for path in (folder / "backups").glob("*.db") if mark_of(path) is None))
    assert not page.key_ask.isVisible()
    assert page.focusWidget() is page.take


def test_of_a_plain_backup_of_protected_data_it_is_said_how_it_comes_back(opened: Open, locked: Key) -> None:
    """The newest is the plain one."""
    assert "what comes back is protected by the one you entered" in said(opened(key=locked))


def test_it_is_said_where_what_comes_back_has_no_passphrase_any_more(opened: Open, locked: Key) -> None:
    """The newest is the plain one."""
    assert "This one has no passphrase, though others have" in said(opened())


def test_where_that_fails_it_is_said_and_may_be_tried_again(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise NotSaved("The backup was not restored (disk full).", "Check the free space and try again.")

    page = opened()
    with monkeypatch.context() as patch:
        patch.setattr(Recovery, "bring_back", full)
        page.take.click()
        qtbot.waitUntil(lambda: "disk full" in said(page))
    assert page.take.isEnabled()
    with qtbot.waitSignal(page.restored):
        page.take.click()
