"""A data file in another key: everything is there, or there is no copy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from otnet_desktop.store import rewriting
from otnet_desktop.store.backup_files import open_alone
from otnet_desktop.store.engine import connect
from otnet_desktop.store.keys import Key
from otnet_desktop.store.passport import HEAD, Origin, Passport, read_passport
from otnet_desktop.store.rewriting import content_of, rewrite
from otnet_desktop.store.store import Store
from tests.factories import add_meeting, add_person, school_ot
from tests.store.keys import quick_key

OLD, NEW = quick_key(), quick_key()


def data(folder: Path, key: Key | None) -> Path:
    store = Store.open(folder, key)
    renata, bo = add_person(store, school_ot()), add_person(store, "Bo Ek")
    add_meeting(store, renata, bo)
    store.close()
    return store.database.path


@pytest.mark.parametrize(("old", "new"), [(None, NEW), (OLD, NEW), (OLD, None)], ids=["set", "changed", "removed"])
def test_everything_is_there_in_the_new_key(tmp_path: Path, old: Key | None, new: Key | None) -> None:
    source, target = data(tmp_path / "data", old), tmp_path / "anew"
    before = source.read_bytes()
    rewrite(source, old, target, new)
    assert source.read_bytes() == before
    assert read_passport(target, new) == Passport(Origin.OURS, HEAD)
    assert (b"Larchmont" in target.read_bytes()) is (new is None)
    assert target.stat().st_mode & 0o077 == 0
    assert {path.name for path in tmp_path.iterdir()} == {"data", "anew"}
    with closing(open_alone(source, old)) as here, closing(open_alone(target, new)) as there:
        assert content_of(here) == content_of(there)
        query = "SELECT rowid FROM find_people WHERE find_people MATCH 'Renata'"
        assert there.execute(query).fetchall() == here.execute(query).fetchall() != []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE person SET headline = 'x' WHERE full_name = 'Bo Ek'",
        "DELETE FROM fact",
        "DROP TRIGGER journal_person_update",
        "PRAGMA user_version = 1",
        "INSERT INTO find_words (rowid, body) VALUES (99999, 'x')",
    ],
)
def test_a_copy_that_differs_anywhere_is_none(tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoiling(path: Path, key: Key | None = None) -> sqlite3.Connection:
        with closing(connect(path, key)) as connection:
            connection.execute(change)
        return open_alone(path, key)

    source = data(tmp_path / "data", None)
    monkeypatch.setattr(rewriting, "open_alone", spoiling)
    with pytest.raises(sqlite3.DatabaseError, match="does not hold everything"):
        rewrite(source, None, tmp_path / "anew", NEW)
