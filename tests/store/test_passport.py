"""Whose file it is, told from its first bytes."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.store.engine import connect
from otnet_desktop.store.mark import MARK_SIGN
from otnet_desktop.store.passport import APPLICATION_ID, HEAD, Origin, Passport, read_passport
from otnet_desktop.store.store import Store
from tests.store.keys import quick_key


def database(path: Path, application: int, version: int, page_size: int = 4096) -> Path:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA page_size = {page_size}")
    connection.execute(f"PRAGMA application_id = {application}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize("page_size", [512, 4096, 65536])
def test_ours_with_its_schema(tmp_path: Path, page_size: int) -> None:
    assert read_passport(database(tmp_path / "a", APPLICATION_ID, 7, page_size)) == Passport(Origin.OURS, 7)


def test_others(tmp_path: Path) -> None:
    assert read_passport(database(tmp_path / "a", 5, 1)).origin is Origin.FOREIGN
    assert read_passport(tmp_path / "missing").origin is Origin.MISSING
    (tmp_path / "text").write_text("x" * 500)
    assert read_passport(tmp_path / "text").origin is Origin.DAMAGED


def test_a_short_file_is_damaged_unless_its_log_is_there(tmp_path: Path) -> None:
    path = database(tmp_path / "a", APPLICATION_ID, 1)
    path.write_bytes(path.read_bytes()[:-1])
    assert read_passport(path).origin is Origin.DAMAGED
    (tmp_path / "a-wal").write_bytes(b"")
    assert read_passport(path).origin is Origin.DAMAGED
    (tmp_path / "a-wal").write_bytes(b"log")
    assert read_passport(path).origin is Origin.OURS


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")  # nobody writes into it: whoever opens it waits for ever
    for name in ("folder", "pipe"):
        assert read_passport(tmp_path / name).origin is Origin.FOREIGN
    assert read_passport(Path("/dev/null")).origin is Origin.FOREIGN


def test_a_place_that_cannot_be_looked_at_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataUnavailable, match="Not a directory"):
        read_passport(tmp_path / "file" / "otnet.db")


def test_a_protected_file_is_told_by_its_mark_and_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(MARK_SIGN.ljust(16, b"m") + bytes(4096 - 16))
    assert read_passport(path).origin is Origin.PROTECTED
    path.write_bytes(path.read_bytes()[:-1])
    assert read_passport(path).origin is Origin.DAMAGED


def test_what_a_stopped_machine_left_half_made_is_no_damage(tmp_path: Path) -> None:
    key, path = quick_key(), tmp_path / "data" / "otnet.db"
    Store.open(path.parent, key).close()
    with closing(connect(path, key)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE half (made)")
        connection.executemany("INSERT INTO half VALUES (?)", [("x" * 1_000,)] * 500)
        shutil.copytree(path.parent, tmp_path / "stopped")
    assert (tmp_path / "stopped" / "otnet.db-journal").stat().st_size
    assert read_passport(tmp_path / "stopped" / "otnet.db", key) == Passport(Origin.OURS, HEAD)
