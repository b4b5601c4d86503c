"""Protected data at the start: no name before the passphrase, the keyring where one asked for it."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from otnet_desktop.services.workspace import open_workspace
from tests.app.test_first_frame import run
from tests.factories import add_person, school_ot
from tests.house.source import CHECKOUT
from tests.services.clocks import BOSTON, SettableClock

PASSPHRASE = "heron violin kettle moss lantern"

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from otnet_desktop.app import gate, window
from otnet_desktop.app.main import main
window.UNSEEN_MS = 200
kept = gate.remembered_key
gate.remembered_key = lambda folder: {remembered}
class Start(window.Start):
    def _ask(self):
        super()._ask()
        print("asked", flush=True)
        QTimer.singleShot(0, self._say)
    def _say(self):
        page = self._gate.page
        texts = " ".join(label.text() for label in self._window.findChildren(window_label) if label.isVisible())
        print("named" if "Renata" in texts + self._window.windowTitle() else "named nobody", flush=True)
        for secret in {said}:
            page.secret.setText(secret)
            page.open_button.click()
        if not {said} and not {remembered!r}.startswith("key_by"):
            self._app.quit()
    def _begin(self):
        super()._begin()
        print("open", self._window.people.view.model().index(0, 0).data(), flush=True)
        self._running.quit()
from PySide6.QtWidgets import QLabel as window_label
from otnet_desktop.services.locking import key_by_passphrase
window.Start = Start
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    clock = SettableClock(datetime(2026, 3, 18, 14, tzinfo=UTC))
    workspace = open_workspace(tmp_path / "data", clock, lambda: BOSTON)
    add_person(workspace.store, school_ot(), "renata")
    workspace.locking.set_passphrase(PASSPHRASE)
    workspace.close()
    return tmp_path / "data"


def test_nobody_is_named_before_the_passphrase_and_everybody_after(protected: Path) -> None:
    done = run(PROGRAM.format(said=[PASSPHRASE], remembered="None"), protected)
    assert done.stdout.splitlines() == ["asked", "named nobody", "open Renata Núñez"], done.stderr
    assert done.returncode == 0


def test_the_keyring_opens_silently(protected: Path) -> None:
    key = f"key_by_passphrase(folder, {PASSPHRASE!r})"
    done = run(PROGRAM.format(said=[], remembered=key), protected)
    assert done.stdout.splitlines()[-1] == "open Renata Núñez", done.stderr


def test_it_can_be_left_locked(protected: Path) -> None:
    before = (protected / "otnet.db").read_bytes()
    done = run(PROGRAM.format(said=[], remembered="None"), protected)
    assert (done.returncode, done.stdout.splitlines()) == (0, ["asked", "named nobody"]), done.stderr
    assert (protected / "otnet.db").read_bytes() == before
    assert not (protected / "starts").exists()


LATER_START = """
import sys
from PySide6.QtCore import QProcess
from otnet_desktop.app import window
from otnet_desktop.app.main import main
window.UNSEEN_MS = 200
class Start(window.Start):
    def _ask(self):
        super()._ask()
        self._window.showMinimized()
        self._later = QProcess()
        self._later.finished.connect(self._say)
        self._later.start(sys.executable, ["-m", "otnet_desktop", *sys.argv[1:], "cards.vcf"])
    def _say(self, status):
        print("later", status, self._later.readAllStandardError().data().decode(), flush=True)
        print("hidden" if self._window.isMinimized() else "in front", flush=True)
        self._gate.page.secret.setText({passphrase!r})
        self._gate.page.open_button.click()
    def _begin(self):
        super()._begin()
        print(*self._given.files, flush=True)
        self._running.quit()
window.Start = Start
sys.exit(main(sys.argv[1:]))
"""


def test_a_later_start_finds_the_locked_page_and_its_file_waits(protected: Path) -> None:
    done = run(LATER_START.format(passphrase=PASSPHRASE), protected)
    assert done.stdout.splitlines() == ["later 0 ", "in front", str(CHECKOUT / "cards.vcf")], done.stderr


DIES_LOCKED = """
import os, signal, sys
from PySide6.QtCore import QTimer
from otnet_desktop.app import window
from otnet_desktop.app.main import main
class Start(window.Start):
    def _offer_safe_mode(self):
        os._exit(7)
    def _ask(self):
        super()._ask()
        QTimer.singleShot(0, lambda: os._exit(9))
window.Start = Start
sys.exit(main(sys.argv[1:]))
"""


def test_who_never_says_the_passphrase_has_not_failed_to_start(protected: Path) -> None:
    assert [run(DIES_LOCKED, protected).returncode for _ in range(3)] == [9, 9, 9]


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
def test_it_ends_when_the_system_asks_while_it_is_locked(protected: Path) -> None:
    program = DIES_LOCKED.replace("os._exit(9)", "os.kill(os.getpid(), signal.SIGTERM)")
    assert run(program, protected).returncode == 0


LOCKED_MEANWHILE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from otnet_desktop.app import gate, window
from otnet_desktop.app.main import main
from otnet_desktop.services.locking import key_by_passphrase
window.UNSEEN_MS = 200
gate.remembered_key = lambda folder: key_by_passphrase(folder, "heron violin kettle moss lantern")
class Start(window.Start):
    def _begin(self):
        super()._begin()
        running, intents = self._running, self._window.intents
        asked = []
        for wanted in (intents.import_wanted, intents.capture_wanted, intents.follow_up_wanted):
            wanted.connect(lambda *given: asked.append(given))
        running.locks.locker.lock()
        running._doorbell.rung.emit([Path("people.vcf")])
        running.tray.quick_add_requested.emit()
        running.tray.item_requested.emit("THANKS:m:p")
        intents.quit_wanted.disconnect()
        seen = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        print("locked", asked, [type(w).__name__ for w in seen], flush=True)
        running.workspace.locking.unlock("heron violin kettle moss lantern")
        running.locks.locker._show_again()
        print("unlocked", asked, flush=True)
        running.quit()
window.Start = Start
sys.exit(main(sys.argv[1:]))
"""


def test_what_arrives_while_it_is_locked_waits(protected: Path) -> None:
    """A file from a later start, quick capture and a reminder from the tray."""
    done = run(LOCKED_MEANWHILE, protected)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["locked [] ['LockWindow']", "unlocked [(['people.vcf'],)]"]


def test_a_keyring_that_never_answers_keeps_nobody_out_or_in(protected: Path) -> None:
    """It waits for an answer in a window that nobody sees; the passphrase opens, and the program ends."""
    program = PROGRAM.format(remembered='__import__("time").sleep(120)', said=[PASSPHRASE])
    begun = time.monotonic()
    done = run(program, protected)
    assert done.returncode == 0, done.stderr
    assert "open" in done.stdout
    assert time.monotonic() - begun < 100
