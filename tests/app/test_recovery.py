"""A start on damaged data: the window offers the last good backup, and one click later the program starts again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.app.test_first_frame import run
from tests.factories import NOW, add_person
from tests.store.keys import quick_key

CLICK = """
import sys
from PySide6.QtCore import QTimer
from otnet_desktop.app import again, window
from otnet_desktop.app.main import main
class Start(window.Start):
    def _tell(self, error):
        super()._tell(error)
        self._look = QTimer()
        self._look.timeout.connect(self._click)
        self._look.start(10)
    def _click(self):
        from otnet_desktop.ui.trouble.recovery_page import RecoveryPage
        (page,) = self._window.findChildren(RecoveryPage)
        if page.take.isVisible() and page.take.isEnabled():
            page.take.click()
window.Start = Start
window.UNSEEN_MS = 60_000
again.start_as_usual = lambda given: print("starts again", flush=True)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("damage", ["no database", "inside"])
def test_one_click_after_a_start_on_damaged_data(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "data"
    store = Store.open(folder)
    add_person(store, "Ann Archer")
    store.backups.make(Reason.DAILY, NOW)
    store.close()
    data = folder / FILE_NAME
    whole = data.read_bytes()
    damaged = b"x" * len(whole) if damage == "no database" else whole[:4096] + b"x" * (len(whole) - 4096)
    data.write_bytes(damaged)
    done = run(CLICK, folder)
    assert done.stdout == "starts again\n", done.stderr
    assert done.returncode == 0
    (kept,) = folder.glob(f"{FILE_NAME}.damaged-*")
    assert kept.read_bytes() == damaged
    connection = sqlite3.connect(data)
    assert connection.execute("SELECT full_name FROM person").fetchall() == [("Ann Archer",)]
    connection.close()


def test_protected_data_come_back_with_the_passphrase_said_at_the_start(tmp_path: Path) -> None:
    key, folder = quick_key(), tmp_path / "data"
    store = Store.open(folder, key)
    add_person(store, "Ann Archer")
    store.backups.make(Reason.DAILY, NOW)
    store.close()
    data = folder / FILE_NAME
    data.write_bytes(data.read_bytes()[: 5 * 4096])
    said = f"""
from otnet_desktop.app import gate
from otnet_desktop.store.keys import Key
gate.remembered_key = lambda folder: Key({key.raw!r}, {key.mark!r})
"""
    done = run(said + CLICK, folder)
    assert done.stdout == "starts again\n", done.stderr
    restored = Store.open(folder, key)
    assert [person.profile.full_name for person in restored.people.many(restored.people.everyone())] == ["Ann Archer"]
    restored.close()
