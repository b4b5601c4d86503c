"""A start on damaged data: the window offers the last good backup, and one click later the program starts again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.keys import Key
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


MET = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from otnet_desktop.app import again, running, window
from otnet_desktop.app.main import main
from otnet_desktop.ui.research.notes_editor import NotesEditor
from otnet_desktop.ui.trouble.recovery_page import RecoveryPage
from tests.store.spoiling import spoil_table
folder = Path(sys.argv[sys.argv.index("--data-dir") + 1])
kept = folder.parent / "kept.txt"
class Running(running.Running):
    def begin(self):
        super().begin()
        self._ways = self._step()
        self._pace = QTimer()
        self._pace.timeout.connect(lambda: next(self._ways))
        self._pace.start(20)
    def _step(self):
        self.workspace.store.database.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        spoil_table(folder / "otnet.db", KEY, "reflection")  # notes could be written all the same
        self._upkeep.look()
        banner = self.window.banner
        while not banner.way_out.isVisible():
            yield
        print(banner.way_out.text(), flush=True)
        editor = self.window.findChildren(NotesEditor)[0]
        QTest.keyClicks(editor._source, "What I heard")
        editor.save_now()
        banner.way_out.click()
        pages = []
        while not pages:
            yield
            pages = [page for top in QApplication.topLevelWidgets() for page in top.findChildren(RecoveryPage)]
        (page,) = pages
        while not page.take.isVisible():
            yield
        page.save_text(str(kept))
        page.take.click()
        while True:
            yield
running.Running = Running
again.start_as_usual = lambda given: print("starts again", flush=True)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("key", [None, quick_key()], ids=["plain", "protected"])
def test_damage_that_is_met_while_the_window_is_open_leads_to_the_backup(tmp_path: Path, key: Key | None) -> None:
    folder = tmp_path / "data"
    store = Store.open(folder, key)
    add_person(store, "Ann Archer")
    store.backups.make(Reason.DAILY, NOW)
    add_person(store, "Bo Ek")
    store.close()
    said = f"""
from otnet_desktop.app import gate
from otnet_desktop.store.keys import Key
KEY = {key and f"Key({key.raw!r}, {key.mark!r})"}
gate.remembered_key = lambda folder: KEY
"""
    done = run(said + MET, folder)
    assert done.stdout == "Bring a backup back…\nstarts again\n", done.stderr
    assert done.returncode == 0
    assert "What I heard" in (tmp_path / "kept.txt").read_text()
    assert not any(b"What I heard" in path.read_bytes() for path in folder.glob("otnet.db*")), "it was written"
    restored = Store.open(folder, key)
    assert [person.profile.full_name for person in restored.people.many(restored.people.everyone())] == ["Ann Archer"]
    restored.close()
    assert list(folder.glob("otnet.db.damaged-*"))
