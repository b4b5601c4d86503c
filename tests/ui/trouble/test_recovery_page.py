"""Data that cannot be opened: the last good backup is one click away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import DataDamaged, NotSaved
from otnet_desktop.services.recovery import Recovery
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.trouble.recovery_page import RecoveryPage
from tests.factories import profile
from tests.services.clocks import BOSTON, SettableClock

Open = Callable[[], RecoveryPage]


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

    def page() -> RecoveryPage:
        made = RecoveryPage(DataDamaged("The data file is damaged."), Recovery(folder), tasks, moment)
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
