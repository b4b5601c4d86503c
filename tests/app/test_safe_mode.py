"""Safe mode: settings left aside and kept, offered after two starts that came to nothing, and a way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.app.starts import FILE_NAME
from tests.app.test_first_frame import run

PROGRAM = """
import sys
from PySide6.QtCore import QProcess, QTimer
from otnet_desktop.app import window
from otnet_desktop.app.main import main
window.UNSEEN_MS = 200
QProcess.startDetached = staticmethod(lambda program, arguments: print("again", arguments, flush=True))
class Start(window.Start):
    def _offer_safe_mode(self):
        super()._offer_safe_mode()
        print("offered", flush=True)
        QTimer.singleShot(0, self._offer.{answer}.click)
    def _begin(self):
        {broken}
        super()._begin()
        banner = self._window.banner
        tray = self._running.tray.system_icon
        print(repr(banner.said()), tray.isVisible(), self._window.size().toTuple(), flush=True)
        print(self._running.workspace.preferences.current.text_percent, flush=True)
        (banner.way.click if banner.way.isVisibleTo(banner) else self._running.quit)()
window.Start = Start
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir(mode=0o700)
    return made


def test_it_leaves_settings_aside_and_keeps_them(folder: Path) -> None:
    usual = PROGRAM.format(answer="leave_button", broken="self._window.resize(900, 700)")
    assert run(usual, folder).returncode == 0
    before = (folder / "window.ini").read_bytes()
    done = run(PROGRAM.format(answer="leave_button", broken="pass"), folder, "--safe-mode")
    assert done.returncode == 0, done.stderr
    said, again = done.stdout.splitlines()[0], done.stdout.splitlines()[-1]
    assert said.startswith("'Safe mode: ")
    assert "False (900, 700)" not in said
    assert again.startswith("again [")
    assert str(folder) in again
    assert "--safe-mode" not in again
    assert (folder / "window.ini").read_bytes() == before


def test_it_is_offered_after_two_starts_that_came_to_nothing(folder: Path) -> None:
    died = PROGRAM.format(answer="leave_button", broken="import os; os._exit(9)")
    assert [run(died, folder).returncode for _ in range(2)] == [9, 9]
    done = run(PROGRAM.format(answer="accept_button", broken="pass"), folder)
    assert done.stdout.startswith("offered\n'Safe mode: "), done.stderr
    assert not (folder / FILE_NAME).exists()
    assert "offered" not in run(PROGRAM.format(answer="accept_button", broken="pass"), folder).stdout


def test_a_start_as_usual_may_be_chosen(folder: Path) -> None:
    (folder / FILE_NAME).write_text("2")
    done = run(PROGRAM.format(answer="leave_button", broken="pass"), folder)
    assert done.stdout.startswith("offered\n''"), done.stderr


def test_what_the_world_did_is_no_crash(folder: Path) -> None:
    (folder / "otnet.db").write_text("not a database")
    assert run(PROGRAM.format(answer="leave_button", broken="self._app.quit()"), folder).returncode == 4
    assert not (folder / FILE_NAME).exists()
