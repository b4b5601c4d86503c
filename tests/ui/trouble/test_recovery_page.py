"""Data that cannot be opened: the last good backup is one click away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

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

    def __call__(self, unsaved: str = "") -> RecoveryPage: ...


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

    def page(unsaved: str = "") -> RecoveryPage:
        made = RecoveryPage(DataDamaged("The data file is damaged."), Recovery(folder), tasks, moment, unsaved)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: "Looking" not in said(made))
        return made

    yield page
    tasks.close()


def said(page: RecoveryPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_one_click_brings_the_last_good_backup_back(qtbot: QtBot, opened: Open, folder: Path) -> None:
    page = opened()
    assert "Last good backup: today 10:00" in said(page)
    assert "1 person, verified just now" in said(page)
    assert page.take.isVisible()
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


def test_a_file_from_elsewhere_is_brought_back_instead(
    qtbot: QtBot, opened: Open, folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick.db"
    next((folder / "backups").glob("*.db")).rename(stick)
    (tmp_path / "letter.txt").write_text("Dear Ann")
    page = opened()
    page.choose_file(str(tmp_path / "letter.txt"))
    page.take.click()
    qtbot.waitUntil(lambda: "letter.txt cannot be restored" in said(page))
    assert (folder / FILE_NAME).read_bytes() == b"nothing"
    page.choose_file(str(stick))
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
