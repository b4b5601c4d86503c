"""Restoring: wholly or not at all, never without keeping what was there."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput, DataUnavailable, NotSaved
from otnet_desktop.store import restore
from otnet_desktop.store.backup_files import Reason, note_path
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.passport import APPLICATION_ID, FILE_NAME, HEAD
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, school_ot

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def backup(store: Store) -> Path:
    """A backup with Renata; since then she was deleted and Bo added."""
    person = add_person(store, school_ot(), "renata")
    made = store.backups.make(Reason.DAILY, NOW).path
    with store.transaction():
        store.people.remove(person)
    add_person(store, "Bo", "bo")
    return made


def refs(store: Store) -> list[str]:
    return [row[0] for row in store.database.sql("SELECT ref FROM person ORDER BY ref")]


def test_an_open_store_sees_the_backup_and_the_data_of_before_are_kept(store: Store, backup: Path) -> None:
    before = content_hash(store.database)
    restored = store.backups.restore(backup, LATER)
    assert refs(store) == ["renata"]
    assert restored.people == 1
    assert restored.kept is not None
    assert restored.kept.name == "otnet-20260318-110000-restore.db"
    assert store.search.search("sensory")
    assert store.check.in_file() == []
    store.backups.restore(restored.kept, LATER)
    assert content_hash(store.database) == before


def test_what_could_not_be_tidied_up_does_not_say_that_nothing_was_restored(
    store: Store, backup: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def worn(_path: Path) -> None:
        raise OSError("the disk did not answer")

    with monkeypatch.context() as patch:
        patch.setattr(restore, "take_away", worn)
        assert store.backups.restore(backup, LATER).people == 1
    assert refs(store) == ["renata"]
    assert "could not be taken away" in caplog.text


def test_undo_goes_on_from_the_backup(store: Store) -> None:
    person = add_person(store, "Ann", "ann")
    with store.transaction("Edit notes", NOW):
        store.people.save_note(person, "one", NOW)
    made = store.backups.make(Reason.DAILY, NOW).path
    with store.transaction("Edit notes", NOW):
        store.people.save_note(person, "two", NOW)
    store.backups.restore(made, LATER)
    assert store.research.of(person).notes == "one"
    store.journal.undo(LATER)
    assert store.research.of(person).notes == ""


def test_notices_that_were_shown_stay_shown(store: Store, backup: Path) -> None:
    with store.transaction():
        store.notices.mark([("PREP:m1:0", NOW)])
        store.notices.see(LATER)
    store.backups.restore(backup, LATER)
    assert store.notices.shown(NOW) == {("PREP:m1:0", NOW)}
    assert store.notices.last_seen() == LATER


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {HEAD + 1}")
    connection.close()
    note_path(path).unlink()


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 7")
    connection.close()


def tampered(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE person SET given = 'X'")
    connection.close()


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[20_000:60_000] = b"\xff" * 40_000
    path.write_bytes(content)
    note_path(path).unlink()


def broken_reference(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO promise (ref, person_id, by) VALUES ('c', 999, 'me')")
    connection.close()
    note_path(path).unlink()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (newer, "newer OTnet Desktop"),
        (foreign, "another program"),
        (tampered, "SHA-256"),
        (damaged, "damaged|cannot be read"),
        (broken_reference, "not there"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.unlink(), "not there"),
    ],
)
def test_what_cannot_be_restored_leaves_the_data_as_they_were(
    store: Store, backup: Path, spoil: object, said: str
) -> None:
    before = content_hash(store.database)
    spoil(backup)  # type: ignore[operator]
    with pytest.raises(BadInput, match=said):
        store.backups.restore(backup, LATER)
    assert content_hash(store.database) == before
    assert not list(store.database.path.parent.glob("*.restoring"))
    assert store.journal.undo_title() is None


def test_a_failure_half_way_leaves_the_data_as_they_were(
    store: Store, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_paths: Path) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    before = content_hash(store.database)
    monkeypatch.setattr(restore, "pour", fail)
    with pytest.raises(NotSaved, match="not restored"):
        store.backups.restore(backup, LATER)
    assert content_hash(store.database) == before
    assert not list(store.database.path.parent.glob("*.restoring"))


def closed(store: Store) -> Path:
    store.close()
    return store.database.path


def test_missing_data_are_made_from_the_backup(store: Store, backup: Path) -> None:
    path = closed(store)
    path.unlink()
    assert store.backups.restore(backup, LATER).kept is None
    assert path.stat().st_mode & 0o777 == 0o600
    assert refs(store) == ["renata"]


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000])
def test_a_file_that_is_no_database_is_set_aside(store: Store, backup: Path, content: bytes) -> None:
    path = closed(store)
    path.write_bytes(content)
    kept = store.backups.restore(backup, LATER).kept
    assert kept is not None
    assert kept.name == f"{FILE_NAME}.damaged-20260318-110000"
    assert kept.read_bytes() == content
    assert refs(store) == ["renata"]


def test_data_damaged_inside_are_copied_aside_and_replaced(store: Store, backup: Path) -> None:
    path = closed(store)
    content = bytearray(path.read_bytes())
    content[40_000:400_000] = b"\xff" * 360_000
    path.write_bytes(content)
    kept = store.backups.restore(backup, LATER).kept
    assert kept is not None
    assert kept.read_bytes() == content
    again = Store.open(path.parent)
    assert refs(again) == ["renata"]
    assert again.check.in_file() == []
    again.close()


def test_data_of_a_newer_version_are_not_touched(store: Store, backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with sqlite3.connect(other / FILE_NAME) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {HEAD + 1}")
        connection.execute("CREATE TABLE x (y)")
    connection.close()
    before = (other / FILE_NAME).read_bytes()
    there = type(store.backups)(other / FILE_NAME)
    with pytest.raises(DataUnavailable, match="newer"):
        there.restore(backup, LATER)
    assert (other / FILE_NAME).read_bytes() == before


def test_a_data_file_copied_by_hand_with_its_log_can_be_restored(store: Store, backup: Path, tmp_path: Path) -> None:
    by_hand = tmp_path / "by hand"
    by_hand.mkdir()
    for side in ("", "-wal"):
        shutil.copy(store.database.path.with_name(FILE_NAME + side), by_hand / (FILE_NAME + side))
    before = content_hash(store.database)
    store.backups.restore(backup, LATER)
    store.backups.restore(by_hand / FILE_NAME, LATER)
    assert content_hash(store.database) == before
