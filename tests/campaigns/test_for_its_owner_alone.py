"""Whatever the machine gives to everybody (umask 000), what this program writes is for its owner alone.

Folders 0700 and files 0600: the data and what lies beside them, both places for backups, exports, letters, paper.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.app import resources
from otnet_desktop.app.instance import FolderLock
from otnet_desktop.app.paths import make_folder
from otnet_desktop.app.starts import Starts
from otnet_desktop.app.trouble_log import TroubleLog
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.exporting import ARCHIVE, CALENDAR, GOOGLE, TABLE, VCARD_3, VCARD_4
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.ui.exchange.person_paper import person_sheets
from otnet_desktop.ui.journey.paper import pdf_of
from otnet_desktop.ui.rescue import Rescue
from tests.campaigns.life_of_one import CANARY, live
from tests.services.clocks import BOSTON, SettableClock
from tests.ui.conftest import _dressed, clock, theme
from tests.ui.real_window import real_window

__all__ = ["_dressed", "clock", "theme"]

PASSPHRASE, OTHER = "heron violin kettle moss", "another lantern by the river"


@pytest.fixture(autouse=True)
def for_everybody() -> Iterator[None]:
    """As on a machine that somebody set up carelessly."""
    before = os.umask(0)
    yield
    os.umask(before)


def too_open(folder: Path) -> list[str]:
    """What others may read, write or enter, and how."""
    found = [(path, path.lstat().st_mode & 0o777) for path in folder.rglob("*") if not path.is_symlink()]
    return [f"{path.relative_to(folder)} {mode:o}" for path, mode in found if mode & 0o077]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Others can look into it, as into most."""
    made = tmp_path / "home"
    made.mkdir(mode=0o755)
    return made


@pytest.fixture
def workspace(home: Path, clock: SettableClock) -> Iterator[Workspace]:
    """Data in folders that are not there yet."""
    data = home / "share" / "apps" / "otnet"
    make_folder(data)
    Starts(data).begin()
    lock = FolderLock(data)
    assert lock.acquire()
    opened = open_workspace(data, clock, lambda: BOSTON, resources.load_material())
    yield opened
    opened.close()
    lock.release()


def export(workspace: Workspace, person: PersonId, out: Path) -> None:
    """In every way there is, into a folder that anybody can look into."""
    for number, name in enumerate((VCARD_3, VCARD_4, GOOGLE, TABLE, CALENDAR, ARCHIVE)):
        workspace.exporting.write(name, out / f"{number}.{name}", private=True)
    workspace.exporting.write_page(out / "sheet.pdf", pdf_of(person_sheets(workspace, "Sheet", [person], private=True)))
    message = workspace.outreach.save_draft(Draft(person, OutKind.NUDGE, CANARY, CANARY))
    workspace.composing.write_file(message, [(CANARY, "a@a.example")], out / "letter.eml")
    meeting = workspace.meetings.of(person)[0]
    workspace.scheduling.save_file(meeting, CANARY, out / "meeting.ics")
    workspace.care.back_up(out / "backup.db")


def test_nobody_else_can_read_anything(
    qtbot: QtBot, workspace: Workspace, home: Path, tmp_path: Path, clock: SettableClock
) -> None:
    data = workspace.store.database.path.parent
    out, stick = tmp_path / "out", tmp_path / "stick"
    for folder in (out, stick):
        folder.mkdir(mode=0o755)
    person = live(workspace, tmp_path)
    workspace.second_place.choose(stick)
    workspace.calendars.change(feed=str(out), watched=(str(tmp_path),))
    TroubleLog(data).write(clock.now(), "KeyError")
    with real_window(qtbot, workspace, data) as real:
        real.window.show_person(person)
        rescue = real.window.findChild(Rescue)
        assert rescue is not None
        rescue.write(str(out / "rescued.txt"))
        real.wait((out / "otnet.ics").exists)
    export(workspace, person, out)
    for change in (
        lambda: workspace.locking.set_passphrase(PASSPHRASE),
        lambda: workspace.locking.set_passphrase(OTHER, PASSPHRASE),
        lambda: workspace.locking.remove_passphrase(OTHER),
        lambda: workspace.care.restore(workspace.care.back_up()[0]),
        lambda: workspace.care.restore(out / f"5.{ARCHIVE}"),
        workspace.care.renew_backups,
        workspace.second_place.catch_up,
    ):
        clock.advance(days=1, minutes=1)
        change()
        assert too_open(home) == []
        assert too_open(out) == []
        assert too_open(stick) == []
    assert len(list(stick.rglob("*.db"))) > 0
    assert {"otnet.db", "backups", "window.ini", "calendars.json", "trouble.log", "instance.lock"} <= {
        path.name for path in data.iterdir()
    }
