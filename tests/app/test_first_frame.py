"""The window from its process's start to its end, in processes of their own: what comes before the first frame."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from otnet_desktop.domain.people import PersonId
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.factories import add_person
from tests.house.source import CHECKOUT

AT_FIRST_FRAME = """
import sys
from otnet_desktop.app import window
from otnet_desktop.app.main import main
class Start(window.Start):
    def _furnish(self):
        names = [person.name for person in self._window.centralWidget().people]
        modules, all_of_qt = sorted(sys.modules), "Qt" in vars(sys.modules["PySide6.QtCore"])
        import json
        print(json.dumps({"names": names, "modules": modules, "all_of_qt": all_of_qt}))
        self._app.quit()
window.Start = Start
sys.exit(main(sys.argv[1:]))
"""

WHOLE_LIFE = """
import sys
from PySide6.QtCore import QTimer
from otnet_desktop.app import window
from otnet_desktop.app.main import main
class Start(window.Start):
    def _go_on(self):
        super()._go_on()
        print("open", self._window.person, self._window.people.view.model().rowCount(), flush=True)
        QTimer.singleShot(0, self._window.intents.quit_wanted.emit)
window.Start = Start
sys.exit(main(sys.argv[1:]))
"""

FRAMES = """
import sys
from otnet_desktop.app import window
from otnet_desktop.app.main import main
class Start(window.Start):
    def _furnish(self):
        print("people", self._window.menuWidget() is None, flush=True)
        super()._furnish()
    def _go_on(self):
        if self._running is None:
            model = self._window.people.view.model()
            print("list", *[model.index(row, 0).data() for row in range(model.rowCount())], flush=True)
            print(*sorted({"peewee", "icalendar"} & set(sys.modules)), flush=True)
        super()._go_on()
        self._window.intents.quit_wanted.emit()
window.Start = Start
window.UNSEEN_MS = 60_000
sys.exit(main(sys.argv[1:]))
"""

TROUBLE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from otnet_desktop.app import window
from otnet_desktop.app.main import main
class Start(window.Start):
    def _tell(self, error):
        super()._tell(error)
        QTimer.singleShot(0, self._read)
    def _read(self):
        from otnet_desktop.ui.widgets.empty_state import EmptyState
        for page in self._window.findChildren(EmptyState):
            if page.isVisible():
                print(page.accessibleName(), flush=True)
                page.findChild(QPushButton).click()
window.Start = Start
window.UNSEEN_MS = 60_000
{broken}
sys.exit(main(sys.argv[1:]))
"""

UNSEEN = WHOLE_LIFE.replace("window.Start = Start", "window.UNSEEN_MS = 50; window.Start = Start").replace(
    "class Start(window.Start):",
    """class Start(window.Start):
    def _show_people(self):
        pass  # as if no frame ever came
""",
)

BEFORE_THE_FIRST_FRAME = {
    "app": {
        "arguments",
        "display",
        "identity",
        "instance",
        "main",
        "paths",
        "plain_import",
        "start",
        "starts",
        "whole_errors",
        "window",
    },
    "domain": {"errors", "first_person", "sentences"},
    "store": {"engine", "first_people", "mark", "passport"},
    "ui": {"first_frame", "geometry", "main_window", "said"},
    "ui.theme": {"first_look", "literal", "look", "metrics", "scheme", "tokens"},
    "ui.widgets": {"initials"},
}

TOO_EARLY = {"peewee", "icalendar", "keyring", "dateutil", "asyncio", "urllib.request", "importlib.metadata", "jeepney"}
ALSO_TOO_EARLY = {"dataclasses", "json", "locale", "ctypes"}
"""Small, but not needed for a first frame, and 1 to 2 ms each."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    store = Store.open(data)
    for name in ("Bea Brown", "Ann Archer"):
        add_person(store, name)
    store.close()
    return data


def run(program: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, "--data-dir", str(folder), *arguments]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_first_frame_has_people_in_it_and_nothing_heavy_behind_it(folder: Path) -> None:
    told = json.loads(run(AT_FIRST_FRAME, folder).stdout)
    assert told["names"] == ["Ann Archer", "Bea Brown"]
    assert (TOO_EARLY | ALSO_TOO_EARLY).isdisjoint(told["modules"])
    assert not told["all_of_qt"], "something named Qt itself, which makes all its enumerations (12 ms)"


def test_each_module_before_the_first_frame_has_its_place_there(folder: Path) -> None:
    """Some 0.15 ms each, so the list is kept: whoever adds one says so here, or imports it later."""
    loaded = json.loads(run(AT_FIRST_FRAME, folder).stdout)["modules"]
    expected = {f"{room}.{name}" for room, names in BEFORE_THE_FIRST_FRAME.items() for name in names}
    found = {name.removeprefix("otnet_desktop.") for name in loaded if name.startswith("otnet_desktop.")}
    assert found == expected | {"ui", *BEFORE_THE_FIRST_FRAME}


def test_a_list_one_can_use_is_on_the_screen_before_the_rest_is_loaded(folder: Path) -> None:
    told = run(FRAMES, folder).stdout.splitlines()
    assert told == ["people True", "list Ann Archer Bea Brown", ""]


def test_nobody_reads_the_source_of_what_is_loaded(folder: Path) -> None:
    """PySide6 would, of each module, and its text would be kept."""
    read = "import linecache; print(*[name for name in linecache.cache if 'otnet_desktop/ui' in name], flush=True)"
    assert run(WHOLE_LIFE.replace('print("open"', f'{read}; print("open"'), folder).stdout == "\nopen 2 2\n"


def test_it_opens_on_somebody_and_ends_when_asked(folder: Path) -> None:
    done = run(WHOLE_LIFE, folder)
    assert (done.returncode, done.stdout) == (0, f"open {PersonId(2)} 2\n"), done.stderr


def test_a_window_nobody_sees_goes_on_all_the_same(folder: Path) -> None:
    done = run(UNSEEN, folder)
    assert (done.returncode, done.stdout) == (0, f"open {PersonId(2)} 2\n"), done.stderr


def test_a_first_start_opens_on_an_empty_folder(tmp_path: Path) -> None:
    done = run(WHOLE_LIFE, tmp_path / "new")
    assert (done.returncode, done.stdout) == (0, "open 0 0\n"), done.stderr
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_the_sample_has_a_file_of_its_own_and_is_marked(folder: Path) -> None:
    done = run(WHOLE_LIFE, folder, "--sample", "--now", "2026-03-18T10:00")
    opened, person, people = done.stdout.split()
    assert (done.returncode, opened) == (0, "open"), done.stderr
    assert int(people) > 50
    assert (folder / "sample" / FILE_NAME).exists()
    assert run(WHOLE_LIFE, folder).stdout == f"open {PersonId(2)} 2\n", "the user's own people are as before"
    assert int(person) > 0


def test_data_of_a_newer_version_are_left_alone_and_told_of(folder: Path) -> None:
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = (folder / FILE_NAME).read_bytes()
    done = run(TROUBLE.format(broken=""), folder)
    assert done.returncode == 4, done.stderr
    assert "newer" in done.stdout
    assert "newer" in done.stderr
    assert (folder / FILE_NAME).read_bytes() == before
    assert not (folder / "trouble.log").exists()


@pytest.mark.parametrize("missing", ["app.running", "app.panes", "ui.people_page"])
def test_a_part_that_is_missing_after_the_first_frame_is_told_in_the_window(folder: Path, missing: str) -> None:
    done = run(TROUBLE.format(broken=f"sys.modules['otnet_desktop.{missing}'] = None"), folder)
    assert done.returncode == 3, done.stderr
    said = f"A part of the program is missing (otnet_desktop.{missing})."
    assert said in done.stdout
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "ModuleNotFoundError" in (folder / "trouble.log").read_text("utf-8")


def test_a_mistake_of_ours_while_starting_is_told_and_kept(folder: Path) -> None:
    """When most of the window stands already."""
    broken = "from otnet_desktop.ui.window_life import WindowLife\nWindowLife._connect = lambda life: 1 / 0"
    done = run(TROUBLE.format(broken=broken), folder)
    assert done.stdout == "The program could not start. That was our mistake.\n", done.stderr
    assert "The program could not start. That was our mistake." in done.stderr
    assert "Traceback" not in done.stderr
    assert "ZeroDivisionError" in (folder / "trouble.log").read_text("utf-8")


@pytest.mark.parametrize("method", ["resizeEvent", "paintEvent"])
def test_a_mistake_in_the_first_frame_is_kept_and_the_window_comes_all_the_same(folder: Path, method: str) -> None:
    broken = """
from otnet_desktop.app.whole_errors import make_errors_whole
make_errors_whole()
from otnet_desktop.ui import first_frame
class FirstFrame(first_frame.FirstFrame):
    def {method}(self, event):
        1 / 0
first_frame.FirstFrame = FirstFrame
window.UNSEEN_MS = 200
window.Start._tell = None
class Start(window.Start):
    def _begin(self):
        super()._begin()
        self._window.intents.quit_wanted.emit()
window.Start = Start
"""
    done = run(TROUBLE.format(broken=broken.replace("{method}", method)), folder)
    assert done.returncode == 0, done.stderr
    assert "ZeroDivisionError" in (folder / "trouble.log").read_text("utf-8")
