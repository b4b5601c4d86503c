"""The whole program to its end, in a process of its own: what was typed while a worker wrote is saved last of all."""

from __future__ import annotations

from pathlib import Path

from otnet_desktop.store.store import Store
from tests.app.test_first_frame import run
from tests.factories import add_person

QUIT_DURING_AN_IMPORT = """
import sys
import time
import threading
from PySide6.QtTest import QTest
from otnet_desktop.app import window
from otnet_desktop.app.main import main
from otnet_desktop.store import one_writer
from otnet_desktop.ui.research.notes_editor import NotesEditor
one_writer.PATIENCE_S = 0.01
class Start(window.Start):
    def _go_on(self):
        if self._running is not None:
            return
        super()._go_on()
        workspace, begun = self._running.workspace, threading.Event()
        def work(task):
            with workspace.roster.elsewhere(), workspace.store.transaction():
                begun.set()
                while not task.is_cancelled:
                    time.sleep(0.01)
        self._running.tasks.run(work, print)
        begun.wait(10)
        editor = next(editor for editor in self._window.findChildren(NotesEditor) if editor.isVisible())
        QTest.keyClicks(editor._source, "Last words")
        self._window.intents.quit_wanted.emit()
window.Start = Start
window.UNSEEN_MS = 50
sys.exit(main(sys.argv[1:]))
"""


def test_nothing_typed_is_lost_when_one_quits_during_an_import(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data")
    ann = add_person(store, "Ann")
    store.close()
    done = run(QUIT_DURING_AN_IMPORT, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    store = Store.open(tmp_path / "data")
    assert store.research.of(ann).notes == "Last words"
    store.close()


QUIT_WITH_A_FULL_DISK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from otnet_desktop.app import window
from otnet_desktop.app.main import main
from otnet_desktop.ui.research.notes_editor import NotesEditor
class Start(window.Start):
    def _go_on(self):
        if self._running is not None:
            return
        super()._go_on()
        self._running.workspace.store.database.connection.execute("PRAGMA query_only = ON")
        intents = self._window.intents
        intents.said.connect(lambda text: print(text, flush=True))
        editor = next(editor for editor in self._window.findChildren(NotesEditor) if editor.isVisible())
        QTest.keyClicks(editor._source, "Last words")
        intents.quit_wanted.emit()
        print("visible" if self._window.isVisible() else "gone", editor._source.toPlainText(), flush=True)
        QTimer.singleShot(0, intents.quit_wanted.emit)
window.Start = Start
window.UNSEEN_MS = 50
sys.exit(main(sys.argv[1:]))
"""


START_WITH_A_FULL_DISK = QUIT_WITH_A_FULL_DISK.replace("quit_wanted", "normal_start_wanted").replace(
    "class Start",
    "from otnet_desktop.app import again\nagain.start_as_usual = lambda given: print('again')\nclass Start",
)


def test_nor_by_who_starts_as_usual_once(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data")
    add_person(store, "Ann")
    store.close()
    done = run(START_WITH_A_FULL_DISK, tmp_path / "data", "--safe-mode")
    said, stayed, again = done.stdout.splitlines()
    assert said.startswith("Not everything you wrote could be saved.")
    assert (stayed, again) == ("visible Last words", "again")


def test_what_cannot_be_saved_is_given_up_only_by_who_quits_twice(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data")
    add_person(store, "Ann")
    store.close()
    done = run(QUIT_WITH_A_FULL_DISK, tmp_path / "data")
    assert done.returncode == 0, done.stderr
    said, stayed = done.stdout.splitlines()
    assert said.startswith("Not everything you wrote could be saved.")
    assert stayed == "visible Last words"
