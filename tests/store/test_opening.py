"""Opening a folder: private, complete, and never at the cost of a file that is not ours."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import DataDamaged, DataUnavailable
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.factories import add_person
from tests.store.spoilt import REFUSED, Spoil, cut_in_the_header, empty, garbage, truncated

posix = pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        *REFUSED.items(),
        (garbage, "damaged"),
        (empty, "damaged"),
        (truncated, "damaged"),
        (cut_in_the_header, "damaged"),
    ],
)
def test_a_file_that_cannot_be_ours_stays_byte_for_byte(tmp_path: Path, spoil: Spoil, said: str) -> None:
    path = tmp_path / FILE_NAME
    Store.open(tmp_path).close()
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(DataUnavailable, match=said):
        Store.open(tmp_path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [FILE_NAME]


def test_what_is_saved_is_there_again(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    add_person(store, "Ann Lee", "ann")
    store.close()
    again = Store.open(tmp_path)
    assert again.people.by_ref("ann").profile.full_name == "Ann Lee"
    again.close()


@posix
def test_only_the_owner_may_read(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    before = os.umask(0o000)
    try:
        store = Store.open(folder)
        add_person(store)
        modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert set(modes.values()) == {0o600}, modes
    store.close()


@posix
def test_a_file_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    (tmp_path / FILE_NAME).chmod(0o644)
    tmp_path.chmod(0o755)
    Store.open(tmp_path).close()
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert tmp_path.stat().st_mode & 0o777 == 0o700


@posix
@pytest.mark.parametrize(("name", "mode"), [(FILE_NAME, 0o400), (FILE_NAME, 0o444), ("", 0o500), ("", 0o555)])
def test_what_its_owner_made_read_only_stays_so(tmp_path: Path, name: str, mode: int) -> None:
    folder = tmp_path / "data"
    Store.open(folder).close()
    (folder / name).chmod(mode)
    try:
        with pytest.raises(DataUnavailable, match="is read-only"):
            Store.open(folder)
        assert (folder / name).stat().st_mode & 0o777 == mode
        assert [path.name for path in folder.iterdir()] == [FILE_NAME]
    finally:
        folder.chmod(0o700)


def test_all_who_open_a_fresh_folder_at_once_open_the_same_file(tmp_path: Path) -> None:
    start = threading.Barrier(8)

    def come(number: int) -> None:
        start.wait()
        store = Store.open(tmp_path / "data")
        add_person(store, ref=f"p{number}")
        store.close()

    with ThreadPoolExecutor(8) as hands:
        list(hands.map(come, range(8)))
    store = Store.open(tmp_path / "data")
    assert sorted(row[0] for row in store.database.sql("SELECT ref FROM person")) == [f"p{n}" for n in range(8)]
    store.close()


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(DataUnavailable, match="cannot be used"):
        Store.open(tmp_path / "data")


def test_a_stray_log_is_not_played_into_new_data(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    add_person(store, "Ann", "ann")
    log = (tmp_path / f"{FILE_NAME}-wal").read_bytes()
    store.close()
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(log)
    fresh = Store.open(tmp_path)
    assert fresh.people.everyone() == []
    fresh.close()
    assert (tmp_path / f"{FILE_NAME}-wal.stray").read_bytes() == log


def test_a_file_shorter_than_it_says_is_opened_when_its_log_lies_beside_it(tmp_path: Path) -> None:
    """A power cut while the log is folded back leaves a short file, and everything in the log."""
    store = Store.open(tmp_path)
    for number in range(40):
        add_person(store, f"Person {number}", f"p{number}")
    path, log = tmp_path / FILE_NAME, tmp_path / f"{FILE_NAME}-wal"
    old, kept = path.read_bytes(), log.read_bytes()
    store.database.sql("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    new = path.read_bytes()
    store.close()
    assert len(new) > len(old)
    path.write_bytes(new[: len(old)])
    log.write_bytes(kept)
    again = Store.open(tmp_path)
    assert len(again.people.everyone()) == 40
    again.close()


def test_damage_that_sqlite_itself_cannot_put_into_words_is_said(tmp_path: Path) -> None:
    """Its message quotes bytes of the file that are no text."""
    Store.open(tmp_path).close()
    path = tmp_path / FILE_NAME
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE person (", b"CREATE TABLE \xff\xfe\xff\xfe\xff\xfe (", 1))
    with pytest.raises(DataDamaged):
        Store.open(tmp_path)
