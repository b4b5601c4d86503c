"""Data on a drive where they are not safe: told once in the window, and at each check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store import drive
from otnet_desktop.ui.banner import Banner
from otnet_desktop.ui.drive_notice import DriveNotice
from otnet_desktop.ui.intents import Intents
from tests.services.clocks import BOSTON, SettableClock

SAID = "Your data lie in a folder that Dropbox copies while it is written, which may damage them."


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    made = Banner()
    qtbot.addWidget(made)
    return made


def opened(folder: Path) -> Iterator[Workspace]:
    workspace = open_workspace(folder, SettableClock(datetime(2026, 3, 18, 10, tzinfo=BOSTON)), lambda: BOSTON)
    yield workspace
    workspace.close()


@pytest.fixture
def synced(tmp_path: Path) -> Iterator[Workspace]:
    """Data in a synced folder."""
    yield from opened(tmp_path / "Dropbox" / "data")


def test_it_is_told_once_with_what_to_do(banner: Banner, intents: Intents, synced: Workspace) -> None:
    wanted: list[str] = []
    intents.help_wanted.connect(wanted.append)
    DriveNotice(synced, banner, intents).look()
    assert banner.said() == SAID
    banner.take.click()
    assert (wanted, banner.said()) == (["privacy-and-data"], "")
    DriveNotice(synced, banner, intents).look()
    assert banner.said() == ""


def test_a_check_says_so_each_time(synced: Workspace) -> None:
    for _time in range(2):
        (finding,) = synced.care.check()
        assert finding.startswith("The data lie in a folder that is copied to a cloud (Dropbox): ")


def test_nothing_is_said_of_a_disk(banner: Banner, intents: Intents, workspace: Workspace) -> None:
    DriveNotice(workspace, banner, intents).look()
    assert banner.said() == ""
    assert workspace.care.check() == []


def test_what_is_mounted_is_asked_of_the_system(
    banner: Banner, intents: Intents, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/all {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr(drive, "MOUNTS", mounts)
    DriveNotice(workspace, banner, intents).look()
    assert banner.said().startswith("Your data lie on a network drive (NFS)")
    monkeypatch.setattr(drive, "MOUNTS", tmp_path / "missing")
    assert workspace.care.check() == []
