"""Places where nothing can be written: no crash, no traceback, everything as it was, and plain words (status 4)."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.factories import NOW, profile, school_ot
from tests.services.clocks import BOSTON, SettableClock
from tests.services.use_cases import CARD, USE_CASES, a_world

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits, capabilities and mounts of Linux")
ROOT = Path(__file__).parents[2]
DONE, DATA_UNAVAILABLE = 0, 4
AS_AN_OWNER = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.name == "posix" and os.geteuid() == 0 else []
"""Even root heeds permissions then."""

WRITERS = {
    "import": ["import", "{beside}/fay.vcf"],
    "backup": ["backup"],
    "restore": ["restore", "{beside}/old.db"],
    "protect": ["protect"],
}
READERS = {
    "people": ["people"],
    "show": ["show", "1"],
    "due": ["due"],
    "agenda": ["agenda", "--from", "2026-03-18T10:00", "--to", "2026-03-20T10:00"],
    "duplicates": ["duplicates"],
    "backups": ["backups"],
    "check": ["check"],
    "check --repair": ["check", "--repair"],
    "export": ["export", "--format", "csv", "--out", "{beside}/out.csv"],
    "archive": ["export", "--format", "archive", "--out", "{beside}/out.zip"],
}


class Told(NamedTuple):
    """What a command said, and its status."""

    name: str
    status: int
    out: str
    err: str


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """What the commands are given, and a data folder ``data`` with one person and one backup."""
    workspace = open_workspace(tmp_path / "data", SettableClock(NOW), lambda: BOSTON)
    workspace.people.add(school_ot())
    workspace.care.back_up(tmp_path / "old.db")
    workspace.care.back_up()
    workspace.people.add(profile("Later On"))
    workspace.close()
    (tmp_path / "fay.vcf").write_text(CARD)
    return tmp_path


def run(name: str, words: Sequence[str], folder: Path, beside: Path, most_bytes: int | None = None) -> Told:
    """One command as an ordinary owner of the folder, no file of which may grow past ``most_bytes``."""
    words = [word.format(beside=beside) for word in words]
    command = [*AS_AN_OWNER, sys.executable, "-m", "otnet_desktop", *words]
    command += ["--data-dir", str(folder), "--now", "2026-03-18T12:00"]
    if most_bytes is not None:
        command = ["prlimit", f"--fsize={most_bytes}", *command]
    home = {name: str(beside / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    environment = {**os.environ, **home, "OTNET_NEW_PASSPHRASE": "a long and quiet afternoon", "PYTHONWARNINGS": ""}
    said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    return Told(name, said.returncode, said.stdout, said.stderr)


def content(folder: Path, copy: Path) -> str:
    """What the data are, read in a copy."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("filler"))
    copy.chmod(0o700)
    (copy / FILE_NAME).chmod(0o600)
    with closing(Store.open(copy)) as store:
        return content_hash(store.database)


def expect_refused(told: Told) -> None:
    """Status 4, and one plain sentence or two."""
    expect_plain(told)
    assert told.status == DATA_UNAVAILABLE, told
    assert told.err.strip(), told


def expect_plain(told: Told) -> None:
    """Done or refused, without a mistake of the program."""
    assert told.status in (DONE, DATA_UNAVAILABLE), told
    assert "Traceback" not in told.err + told.out, told
    assert len(told.err.splitlines()) <= 2, told


def expect_nothing_written(folder: Path, beside: Path, most_bytes: int | None = None) -> None:
    """Every command that writes is refused, every other one answers or is refused; the data are as they were."""
    before = content(folder, beside / "copy")
    with ThreadPoolExecutor(2) as both:  # some wait for a lock
        writing = [both.submit(run, name, words, folder, beside, most_bytes) for name, words in WRITERS.items()]
        for told in [task.result() for task in writing]:
            expect_refused(told)
        reading = [both.submit(run, name, words, folder, beside, most_bytes) for name, words in READERS.items()]
        for told in [task.result() for task in reading]:
            expect_plain(told)
    assert content(folder, beside / "copy") == before


@contextmanager
def mode(path: Path, bits: int) -> Iterator[None]:
    """Permissions for a while."""
    before = path.stat().st_mode
    path.chmod(bits)
    try:
        yield
    finally:
        path.chmod(before)


@pytest.mark.parametrize("most_bytes", [0, 5_000, 40_000])
def test_no_file_may_grow(beside: Path, most_bytes: int) -> None:
    expect_nothing_written(beside / "data", beside, most_bytes)


@pytest.mark.parametrize("free", [0, 8_192, 60_000])
def test_the_disk_is_full(beside: Path, free: int) -> None:
    disk = beside / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("nobody here may mount a small disk")
    try:
        folder = shutil.copytree(beside / "data", disk / "data")
        left = shutil.disk_usage(disk).free
        (disk / "filler").write_bytes(bytes(left - free))
        expect_nothing_written(folder, beside)
        (disk / "filler").unlink()
        assert run("import", WRITERS["import"], folder, beside).status == DONE, "with room it goes on"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_the_folder_is_read_only(beside: Path) -> None:
    with mode(beside / "data", 0o500):
        expect_nothing_written(beside / "data", beside)


def test_the_file_is_read_only(beside: Path) -> None:
    with mode(beside / "data" / FILE_NAME, 0o400):
        for name in ("import", "protect"):
            expect_refused(run(name, WRITERS[name], beside / "data", beside))


@pytest.mark.skipif(not AS_AN_OWNER, reason="only root may give files to somebody else")
def test_the_folder_is_somebody_elses(beside: Path) -> None:
    for path in (beside / "data", *(beside / "data").rglob("*")):
        os.chown(path, 65534, 65534)
        path.chmod(0o755 if path.is_dir() else 0o644)
    expect_nothing_written(beside / "data", beside)


def test_another_program_keeps_the_data_locked(beside: Path) -> None:
    with closing(sqlite3.connect(beside / "data" / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = content_hash_of(other)
        commands = ("import", "restore", "protect", "people", "backup")
        with ThreadPoolExecutor(len(commands)) as together:  # each waits for the lock, which none of them gets
            running = [together.submit(run, n, (READERS | WRITERS)[n], beside / "data", beside) for n in commands]
            told = {answer.name: answer for answer in (task.result() for task in running)}
        for name in ("import", "restore", "protect"):
            expect_refused(told[name])
            assert "another program" in told[name].err
            assert "Close it" in told[name].err
        for name in ("people", "backup"):
            expect_plain(told[name])
        assert content_hash_of(other) == before
        other.execute("ROLLBACK")
    assert run("import", WRITERS["import"], beside / "data", beside).status == DONE


def content_hash_of(connection: sqlite3.Connection) -> list[object]:
    """Who is there, seen from the other program."""
    return connection.execute("SELECT id, full_name, changed_at FROM person ORDER BY id").fetchall()


def test_no_place_for_settings_and_state(beside: Path) -> None:
    home = beside / "home"
    home.mkdir()
    with mode(home, 0o500):
        for name, words in {**READERS, **WRITERS}.items():
            told = run(name, words, beside / "data", beside)
            expect_plain(told)
            assert told.status == DONE, told
            if name == "restore":
                break
        expect_refused(run("people", ["people"], home / "data", beside))


def test_every_use_case_on_a_full_disk_is_refused_in_words(tmp_path: Path) -> None:
    clock = SettableClock(datetime(2026, 3, 18, 10, tzinfo=BOSTON))
    workspace = open_workspace(tmp_path / "data", clock, lambda: BOSTON)
    world = a_world(workspace, tmp_path)
    clock.advance(minutes=1)
    for name, use_case in USE_CASES.items():
        before = content_hash(workspace.store.database)
        workspace.store.database.sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        with nothing_may_grow(), pytest.raises(OtnetError) as caught:
            use_case(workspace, world)
        assert caught.value.title, name
        assert content_hash(workspace.store.database) == before, name
    world_goes_on(workspace, world.ann)


def world_goes_on(workspace: Workspace, person: PersonId) -> None:
    """With room again, everything can be saved and is whole."""
    workspace.people.keep_in_touch(person, 30)
    assert workspace.care.check() == []
    workspace.close()


@contextmanager
def nothing_may_grow() -> Iterator[None]:
    """In this process no file may be written for a while."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
