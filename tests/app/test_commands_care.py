"""``backup``, ``backups``, ``restore``, ``check``, and data that cannot be opened."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from otnet_desktop.services.workspace import open_workspace
from tests.app.terminal import Terminal
from tests.house.source import CHECKOUT
from tests.services.clocks import BOSTON, SettableClock


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data" / "otnet.db"


def test_a_backup_is_verified_and_listed(sample: Terminal) -> None:
    made = sample("backup", "--json").data
    assert (made["people"], made["verified"], len(made["sha256"])) == (60, True, 64)
    (listed,) = sample("backups", "--json").data
    assert (listed["path"], listed["sha256"], listed["verified"]) == (made["path"], made["sha256"], True)


def test_restore_brings_back_and_keeps_what_was_there(sample: Terminal, tmp_path: Path) -> None:
    kept = str(tmp_path / "mine.db")
    sample("backup", "--out", kept)
    card = tmp_path / "one.vcf"
    card.write_text("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:New\r\nEND:VCARD\r\n")
    sample("import", str(card))
    assert len(sample("people", "--json").data) == 61
    restored = sample("restore", kept, "--json").data
    assert restored["people"] == 60
    assert Path(restored["kept"]).is_file()
    assert len(sample("people", "--json").data) == 60
    assert sample("check", "--json").data == {"ok": True, "findings": [], "protected": False}


@pytest.mark.parametrize("content", [b"", b"no database at all" * 50])
def test_what_is_no_backup_is_refused(sample: Terminal, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.db"
    file.write_bytes(content)
    said = sample("restore", str(file))
    assert said.status == 2
    assert said.err.count("\n") == 1
    assert len(sample("people", "--json").data) == 60


def test_check_names_planted_damage(sample: Terminal, data: Path) -> None:
    with sqlite3.connect(data) as connection:
        connection.execute("UPDATE journal_pen SET group_id = NULL")
        connection.execute("UPDATE person SET sort_name = 'zzz' WHERE ref = 'p05'")
    connection.close()
    said = sample("check", "--json")
    assert said.status == 1
    assert [finding for finding in said.data["findings"] if "p05" in finding]


@pytest.mark.parametrize("content", [b"", b"garbage" * 100, b"SQLite format 3\0" + bytes(84)])
def test_data_that_are_none_are_left_alone(terminal: Terminal, data: Path, content: bytes) -> None:
    data.parent.mkdir()
    data.write_bytes(content)
    said = terminal("people")
    assert said.status == 4
    assert said.err.count("\n") == 1
    assert data.read_bytes() == content


def test_newer_data_are_left_alone(sample: Terminal, data: Path) -> None:
    with sqlite3.connect(data) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = data.read_bytes()
    said = sample("people")
    assert said.status == 4
    assert "newer OTnet Desktop" in said.err
    assert data.read_bytes() == before


def test_damaged_data_can_be_restored(sample: Terminal, data: Path, tmp_path: Path) -> None:
    kept = str(tmp_path / "mine.db")
    sample("backup", "--out", kept)
    data.write_bytes(b"garbage" * 100)
    assert sample("people").status == 4
    assert sample("restore", kept, "--json").data["people"] == 60
    assert len(sample("people", "--json").data) == 60
    assert [path for path in data.parent.iterdir() if "damaged" in path.name]


def test_backups_that_may_not_be_read_are_said(sample: Terminal, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample("backup")
    folder = data.parent / "backups"

    def closed(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as locked:
        locked.setattr(Path, "iterdir", closed)
        told = f"The backups in {folder} cannot be read (Permission denied). Check its permissions.\n"
        assert (sample("backups").status, sample("backups").err) == (4, told)
        assert (sample("check").status, sample("check").out) == (1, f"{told}The data have no passphrase.\n")
    with monkeypatch.context() as locked:
        exists = Path.exists
        locked.setattr(Path, "exists", lambda path: closed(path) if path.parent == folder else exists(path))
        said = sample("backup")
    assert said.status == 4
    assert said.err.startswith("No backup was made ([Errno 13] Permission denied).")


@pytest.fixture(scope="module")
def with_jose(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data that are only read."""
    folder = tmp_path_factory.mktemp("read")
    card = folder / "one.vcf"
    card.write_text("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:José\r\nEND:VCARD\r\n")
    argv = [sys.executable, "-m", "otnet_desktop", "import", str(card), "--data-dir", str(folder / "data")]
    subprocess.run(argv, check=True, cwd=CHECKOUT, capture_output=True)
    return folder / "data"


@pytest.mark.parametrize(
    ("shell", "status", "said"),
    [
        ("{} > /dev/full", 4, "The answer could not be written (No space left on device).\n"),
        ("{} >&-", 0, ""),
        ("{} --now x 2>&-", 2, ""),
        ("{} --now x 2>/dev/full", 2, ""),
        ("{} | true; exit ${{PIPESTATUS[0]}}", 0, ""),
        ("PYTHONIOENCODING=ascii {} | grep -F 'Jos\\xe9'", 0, ""),
    ],
)
def test_an_answer_nobody_can_take_is_no_traceback(with_jose: Path, shell: str, status: int, said: str) -> None:
    done = subprocess.run(
        shell.format(f"{sys.executable} -m otnet_desktop people --data-dir {with_jose}"),
        shell=True,
        executable="/bin/bash",
        check=False,
        cwd=CHECKOUT,
        text=True,
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (status, said)
    assert "no time" not in done.stdout


def test_a_backup_goes_into_a_file_and_nothing_else(sample: Terminal, tmp_path: Path) -> None:
    said = sample("backup", "--out", str(tmp_path))
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert said.err.startswith(f"{tmp_path} cannot be written ({tmp_path.name} is a folder or a device).")


def test_the_last_good_backup_stands_first(sample: Terminal, data: Path) -> None:
    assert sample("backups").out == "There is no good backup yet.\n"
    sample("backup")
    assert sample("backups").out.splitlines()[0] == "Last good backup: 2026-03-18T10:00, verified"
    (made,) = (data.parent / "backups").glob("*.db")
    made.write_bytes(b"damaged")
    assert sample("backups").out.splitlines()[0] == "There is no good backup yet."


def test_a_backup_goes_to_the_second_place_too_and_says_where_it_cannot(
    sample: Terminal, data: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    workspace = open_workspace(data.parent, SettableClock(datetime(2026, 3, 18, 9, tzinfo=BOSTON)), lambda: BOSTON)
    workspace.second_place.choose(stick)
    workspace.close()
    assert sample("backup").status == 0
    assert len(list(stick.glob("*/*.db"))) == 1
    stick.rename(tmp_path / "drawer")
    said = sample("backup", "--json")
    assert (said.status, said.data["verified"]) == (1, True)
    assert said.err == "The second place for backups is not there now; nothing was written to it.\n"


def test_check_mends_what_can_be_derived(sample: Terminal, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "data" / "otnet.db")) as data:
        data.execute("DROP INDEX person_sort")
    (found,) = sample("check", "--json").data["findings"]
    assert found == "The index person_sort is missing."
    mended = sample("check", "--repair", "--json")
    assert (mended.status, mended.data["findings"], mended.data["mended"]) == (0, [], [found])
    again = sample("check", "--repair")
    assert (again.status, again.out.splitlines()[0]) == (0, "Everything is whole.")
    assert "mended" not in sample("check", "--json").data
