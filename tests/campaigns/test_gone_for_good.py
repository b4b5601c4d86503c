"""Whoever is deleted for good is in no file any more but dated backups, and in none when those are renewed.

One life of somebody (``life_of_one``), and a window in which they were searched, written about, and in the way of a
mistake; with and without a passphrase. Looked at is every file below the home of the tests and the data.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.app.trouble import Trouble
from otnet_desktop.app.trouble_log import FILE_NAME as LOG
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.engine import connect
from otnet_desktop.ui.actions import Act
from tests.campaigns.life_of_one import CANARY, live
from tests.services.clocks import SettableClock
from tests.ui.conftest import _dressed, bridge, clock, intents, theme, workspace
from tests.ui.real_window import RealWindow, real_window

__all__ = ["_dressed", "bridge", "clock", "intents", "theme", "workspace"]

PASSPHRASE = "heron violin kettle moss"
HOME = Path(os.environ["HOME"])


def traces(*folders: Path) -> list[str]:
    """Files and names of files with the canary, in any writing."""
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            told = (CANARY, CANARY.encode("utf-16-le").decode("latin-1"), CANARY.encode("utf-16-be").decode("latin-1"))
            if any(word.lower().encode("latin-1") in content.lower() for word in told) or CANARY in path.name:
                found.append(str(path.relative_to(folder)))
    return sorted(found)


def in_the_rows(workspace: Workspace) -> list[str]:
    """Tables that hold the canary, the hidden ones of the search index too: what a key lets nobody see from outside."""
    database, word = workspace.store.database, CANARY.lower().encode()
    with closing(connect(database.path, database.key)) as connection:
        connection.text_factory = bytes
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%content=%'")
        tables = [str(name, "utf-8") for (name,) in names]
        rows = [(table, row) for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]
    return sorted({table for table, row in rows if any(isinstance(v, bytes) and word in v.lower() for v in row)})


def use_the_window(real: RealWindow, person: PersonId, trouble: Trouble) -> None:
    """Search, open, write, stumble."""
    real.window.show_person(person)
    QApplication.processEvents()
    real.life.actions[Act.SEARCH].trigger()
    QTest.keyClicks(real.window.top.search, CANARY)
    QApplication.processEvents()
    QTest.keyClick(real.window.top.search, Qt.Key.Key_Return)
    real.life.actions[Act.JUMP].trigger()
    QApplication.processEvents()
    for window in QApplication.topLevelWidgets():
        if window is not real.window and window.isVisible():
            window.close()
    for error in (KeyError(CANARY), BadInput(CANARY, CANARY), OSError(2, CANARY, f"/home/{CANARY}"), NameError(CANARY)):
        try:
            raise error
        except Exception as raised:
            trouble.hear(raised)
            logging.getLogger(__name__).warning("No answer about %s", CANARY, exc_info=True)
    real.window.show_person(person)
    QApplication.processEvents()


@pytest.fixture
def second(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture(params=["plain", "protected"])
def lived(
    request: pytest.FixtureRequest, qtbot: QtBot, workspace: Workspace, tmp_path: Path, second: Path
) -> Iterator[tuple[Workspace, PersonId]]:
    """A workspace in which somebody was, and a window that showed them."""
    person = live(workspace, tmp_path)
    workspace.calendars.change(feed=str(tmp_path))
    if request.param == "protected":
        workspace.locking.set_passphrase(PASSPHRASE)
    data = workspace.store.database.path.parent
    with real_window(qtbot, workspace, data) as real:
        trouble = Trouble(data, workspace.clock, real.window)
        trouble.listen()
        use_the_window(real, person, trouble)
        trouble.close()
        real.wait((tmp_path / "otnet.ics").exists)
        workspace.care.back_up()
        workspace.second_place.choose(second)
        assert in_the_rows(workspace)
        yield workspace, person


def test_nothing_is_left_of_them(
    lived: tuple[Workspace, PersonId], qtbot: QtBot, tmp_path: Path, second: Path, clock: SettableClock
) -> None:
    workspace, person = lived
    data = workspace.store.database.path.parent
    assert (data / LOG).read_text().count("No answer about %s") == 4
    workspace.people.remove(person)
    assert "trash_row" in in_the_rows(workspace)
    workspace.trash.delete_for_good([head.id for head in workspace.trash.all()])
    assert workspace.trash.wipe()
    assert in_the_rows(workspace) == []
    qtbot.waitUntil(lambda: CANARY not in (tmp_path / "otnet.ics").read_text(), timeout=10_000)
    left = traces(tmp_path, HOME)
    assert all(" backups" in name or "/backups/" in name for name in left), left
    assert bool(left) is not workspace.locking.is_protected
    clock.advance(minutes=1)
    workspace.care.renew_backups()
    workspace.second_place.purge()
    assert traces(tmp_path, HOME) == []
    assert workspace.care.check() == []
