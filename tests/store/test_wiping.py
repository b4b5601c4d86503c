"""Nothing of what was deleted for good is left in the data file; whoever saves meanwhile goes first."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from otnet_desktop.domain.people import PersonId
from otnet_desktop.store import database, wiping
from otnet_desktop.store.engine import connect
from otnet_desktop.store.keys import Key
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, profile
from tests.store.keys import quick_key

SECRET = "Zyxwvu"


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some builds of SQLite overwrite what they delete by themselves; here nobody does."""
    monkeypatch.setitem(database.PRAGMAS, "secure_delete", 0)


def everything(store: Store) -> bytes:
    files = store.database.path.parent.iterdir()
    return b"".join(path.read_bytes() for path in files if path.is_file()).lower()


def delete_for_good(store: Store, person: PersonId) -> None:
    with store.transaction("Delete", NOW):
        store.trash.take([person], NOW)
    heads = [trashed.id for trashed in store.trash.all()]
    with store.transaction():
        store.journal.seal(heads)
        store.trash.forget(heads)
        store.wiping.owe(NOW)


@pytest.mark.usefixtures("careless")
def test_nothing_is_left_of_them_in_any_file(store: Store) -> None:
    person = add_person(store, profile(f"{SECRET} Roe", note=f"About {SECRET}"), SECRET, f"email:{SECRET}@x.example")
    add_person(store, "Ann")
    for number in range(50):
        with store.transaction("Edit", NOW):
            store.people.save_note(person, f"{SECRET} {number} " * 200, NOW)
    delete_for_good(store, person)
    assert SECRET.lower().encode() in everything(store)
    assert store.wiping.is_owed()
    assert store.wiping.wipe()
    assert SECRET.lower().encode() not in everything(store)
    assert not store.wiping.is_owed()
    assert store.check.in_file() == store.check.in_search() == []
    assert [person.profile.given for person in store.people.many(store.people.everyone())] == ["Ann"]


@pytest.mark.skipif(sys.platform != "linux", reason="files without a name are looked at in /proc")
@pytest.mark.parametrize("key", [None, quick_key()], ids=["plain", "protected"])
def test_what_is_written_anew_of_protected_data_can_be_read_nowhere(
    tmp_path: Path, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(tmp_path / "data", key)
    for number in range(12):
        add_person(store, profile(f"{SECRET} {number}", note=SECRET * 150_000))
    found: list[bool] = []

    def look() -> int:
        for file in Path("/proc/self/fd").iterdir():
            with suppress(OSError):  # the list itself is closed by now
                if file.readlink().name.startswith("etilqs"):
                    found.append(SECRET.encode() in file.read_bytes())
        return 0

    def watched(path: Path, key: Key | None, timeout: float) -> sqlite3.Connection:
        connection = connect(path, key, timeout=timeout)
        connection.set_progress_handler(look, 100)
        return connection

    monkeypatch.setattr(wiping, "connect", watched)
    store.wiping.owe(NOW)
    assert store.wiping.wipe()
    assert found
    assert any(found) is (key is None)
    store.close()


def test_what_is_owed_is_owed_after_a_restart(store: Store) -> None:
    delete_for_good(store, add_person(store))
    again = Store.open(store.database.path.parent)
    assert again.wiping.is_owed()
    assert again.wiping.sealed_at() == NOW
    again.close()


def test_sealing_ends_undo_behind_the_deletion_and_keeps_what_came_after(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    with store.transaction("Edit Bo before", NOW):
        store.people.save_note(bo, "before", NOW)
    with store.transaction("Delete", NOW):
        store.trash.take([ann], NOW)
    with store.transaction("Edit Bo after", NOW):
        store.people.save_note(bo, "after", NOW)
    with store.transaction("Taken back", NOW):
        store.people.save_note(bo, "never", NOW)
    store.journal.undo(NOW)
    with store.transaction():
        store.journal.seal([trashed.id for trashed in store.trash.all()])
    assert (store.journal.undo_title(), store.journal.redo_title()) == ("Edit Bo after", None)
    store.journal.undo(NOW)
    assert store.research.of(bo).notes == "before"
    assert store.journal.undo(NOW) is None


def test_whoever_saves_goes_first(store: Store) -> None:
    person, started, ended = add_person(store), Event(), []

    def work() -> None:
        with closing(sqlite3.connect(store.database.path, isolation_level=None)) as connection:
            connection.set_progress_handler(started.set, 1000)
            with store.database.letting_others_go_first(connection):
                try:
                    connection.execute(
                        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT max(x) FROM n"
                    )
                except sqlite3.OperationalError as error:
                    ended.append(str(error))

    worker = Thread(target=work)
    worker.start()
    started.wait()
    with store.transaction("Edit", NOW):
        store.people.save_note(person, "first", NOW)
    worker.join()
    assert ended == ["interrupted"]


def test_the_end_of_the_program_waits_for_nobody(store: Store) -> None:
    store.database.stop_the_patient()  # nobody is at work
    delete_for_good(store, add_person(store))
    with closing(sqlite3.connect(store.database.path, isolation_level=None)) as connection:
        connection.set_progress_handler(store.database.stop_the_patient, 1)
        refused = pytest.raises(sqlite3.OperationalError, match="interrupted")
        with store.database.letting_others_go_first(connection), refused:
            wiping.wipe(connection)
    assert store.wiping.is_owed()


@pytest.mark.parametrize("said", ["interrupted", "database is locked"])
def test_what_had_to_give_way_is_begun_again_later(store: Store, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    def give_way(_connection: sqlite3.Connection) -> bool:
        raise sqlite3.OperationalError(said)

    delete_for_good(store, add_person(store))
    monkeypatch.setattr(wiping, "wipe", give_way)
    assert not store.wiping.wipe()
    assert store.wiping.is_owed()


def test_who_is_deleted_while_the_file_is_written_anew_is_owed_still(store: Store) -> None:
    delete_for_good(store, add_person(store, "Ann"))
    bo = add_person(store, "Bo")

    def meanwhile(statement: str) -> None:
        if statement.startswith("UPDATE journal_pen") and bo in store.people.everyone():
            delete_for_good(store, bo)

    with closing(sqlite3.connect(store.database.path, isolation_level=None)) as connection:
        connection.set_trace_callback(meanwhile)
        assert not wiping.wipe(connection)
    assert store.wiping.is_owed()
    assert store.wiping.wipe()
    assert not store.wiping.is_owed()


def test_a_log_that_somebody_reads_is_emptied_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    delete_for_good(store, add_person(store))
    monkeypatch.setattr(wiping, "BUSY_SECONDS", 0)
    with closing(sqlite3.connect(store.database.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchall()
        assert not store.wiping.wipe()
        assert store.wiping.is_owed()
        reader.execute("ROLLBACK")
    assert store.wiping.wipe()
