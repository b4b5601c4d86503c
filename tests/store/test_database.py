"""One open file: settings, transactions, and what is said when the world says no."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from threading import Event

import pytest

from otnet_desktop.domain.errors import BadInput, DataUnavailable, NotSaved
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.database import PRAGMAS
from otnet_desktop.store.engine import BUSY_SECONDS
from otnet_desktop.store.people import NewPerson
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, profile, school_ot

PATIENCE = 10
"""Seconds for what takes milliseconds."""

LOCKER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
"""


def fail(_after: object = None) -> None:
    """Go wrong, after something was done."""
    raise ZeroDivisionError


def test_every_promised_setting_holds(store: Store) -> None:
    held = {name: store.database.sql(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    assert held == PRAGMAS
    assert held["synchronous"] == 2


def test_a_row_is_added_with_what_is_usual_for_the_rest(store: Store) -> None:
    person = add_person(store, school_ot())
    columns = {"person_id": person, "direction": "out", "state": "draft", "saved_at": 1, "body": "Hello"}
    message = store.database.insert("message", columns)
    (row,) = store.database.select("SELECT * FROM message")
    assert (row["id"], row["body"], row["channel"], row["meeting_id"]) == (message, "Hello", "email", None)


def test_an_exception_leaves_everything_as_before(store: Store) -> None:
    add_person(store)
    before = content_hash(store.database)
    with pytest.raises(ZeroDivisionError), store.transaction("Add", NOW):
        fail(store.database.sql("UPDATE person SET given = 'X'"))
    assert content_hash(store.database) == before
    assert store.database.sql("SELECT group_id FROM journal_pen").fetchone() == (None,)
    assert store.journal.undo_title() is None


def test_an_inner_transaction_joins_the_outer(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction():  # noqa: PT012 - what is tested is the order
        with store.transaction("Inner", NOW):
            store.database.sql("INSERT INTO organisation (ref, name) VALUES ('o', 'O')")
        fail()
    assert store.organisations.named("O") is None


def test_a_titled_step_inside_an_untitled_transaction_can_be_undone(store: Store) -> None:
    with store.transaction(), store.transaction("Inner", NOW) as step:
        store.database.sql("INSERT INTO organisation (ref, name) VALUES ('o', 'O')")
    assert step == store.journal.last_step()
    assert store.journal.undo_title() == "Inner"


def test_steps_inside_a_step_belong_to_it(store: Store) -> None:
    with store.transaction("Outer", NOW) as outer, store.transaction("Inner", NOW) as inner:
        store.database.sql("INSERT INTO organisation (ref, name) VALUES ('o', 'O')")
    assert outer == inner
    assert store.journal.undo_title() == "Outer"


def test_going_on_after_a_bulk_insert_failed_saves_nothing(store: Store) -> None:
    """It would leave people without an index, and the journal without its pen."""
    add_person(store, "Ann", "ann")
    before = content_hash(store.database)
    newcomers = [NewPerson("bo", profile("Bo")), NewPerson("ann", profile("Ann"))]
    unfinished = pytest.raises(RuntimeError, match="unfinished")
    with unfinished, store.transaction("Import", NOW), suppress(sqlite3.IntegrityError):
        store.people.add(newcomers, NOW)
    assert content_hash(store.database) == before
    assert add_person(store, "Cid") in [hit.id for hit in store.search.search("cid")]


def test_two_stores_never_read_each_others_file(tmp_path: Path) -> None:
    first, second = Store.open(tmp_path / "a"), Store.open(tmp_path / "b")
    add_person(first, "Ann", "ann")
    assert second.people.id_of("ann") is None
    assert first.people.id_of("ann") is not None
    first.close()
    second.close()


def test_a_full_disk_changes_nothing_and_is_said(store: Store) -> None:
    person = add_person(store, school_ot())
    before = content_hash(store.database)
    store.database.sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    (pages,) = store.database.sql("PRAGMA page_count").fetchone()
    store.database.sql(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(NotSaved, match="disk is full") as caught, store.transaction("Edit notes", NOW):
        store.people.save_note(person, "much too long " * 100_000, NOW)
    assert "still on the screen" in caught.value.hint
    assert content_hash(store.database) == before
    store.database.sql("PRAGMA max_page_count = 1000000").fetchall()
    with store.transaction("Edit notes", NOW):
        store.people.save_note(person, "short", NOW)
    assert store.research.of(person).notes == "short"


def test_a_bulk_insert_into_a_full_disk_is_said_too(store: Store) -> None:
    (pages,) = store.database.sql("PRAGMA page_count").fetchone()
    store.database.sql(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(NotSaved, match="disk is full"):
        add_person(store, profile("X", note="much too long " * 100_000))


def test_a_read_only_file_is_said(store: Store) -> None:
    store.database.sql("PRAGMA query_only = 1")
    with pytest.raises(NotSaved, match="read-only"), store.transaction("Edit notes", NOW):
        store.database.sql("UPDATE person SET given = 'X'")


def test_a_file_locked_by_another_process_is_said(store: Store) -> None:
    store.database.sql("PRAGMA busy_timeout = 1").fetchall()
    command = [sys.executable, "-c", LOCKER, str(store.database.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as locker:
        assert locker.stdout is not None
        assert locker.stdout.readline() == "locked\n"
        with pytest.raises(NotSaved, match="another program"):
            add_person(store)
        locker.communicate("\n")
    add_person(store)


def test_closing_waits_for_nobody_who_has_the_file_locked(store: Store) -> None:
    add_person(store)
    with closing(sqlite3.connect(store.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begin = time.monotonic()
        store.close()
        assert time.monotonic() - begin < BUSY_SECONDS / 2
        assert other.execute("SELECT count(*) FROM person").fetchone() == (1,)


def test_half_a_character_is_refused_in_words(store: Store) -> None:
    with pytest.raises(BadInput, match="half a character"):
        add_person(store, profile("Renata \ud800"))


def test_our_own_mistakes_are_not_dressed_up(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.database.sql("SELECT * FROM nowhere")


def test_damage_met_while_reading_is_said(store: Store) -> None:
    add_person(store)
    store.database.sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    (root,) = store.database.sql("SELECT rootpage FROM sqlite_master WHERE name = 'note'").fetchone()
    size = store.database.sql("PRAGMA page_size").fetchone()[0]
    with store.database.path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    again = Store.open(store.database.path.parent)
    with pytest.raises(DataUnavailable, match="damaged"):
        again.database.sql("SELECT * FROM note").fetchall()
    again.close()


def test_each_thread_has_its_own_connection_and_can_let_go_of_it(store: Store) -> None:
    first = store.database.connection
    store.database.let_go()
    assert store.database.connection is not first
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        first.execute("SELECT 1")


def test_a_thread_knows_that_another_one_writes(store: Store) -> None:
    begun, told = Event(), Event()

    def write() -> bool:
        with store.transaction():
            begun.set()
            told.wait(PATIENCE)
            own = store.database.is_written_elsewhere()
        store.database.let_go()
        return own

    with ThreadPoolExecutor(1) as worker:
        writing = worker.submit(write)
        assert begun.wait(PATIENCE)
        assert store.database.is_written_elsewhere()
        told.set()
        assert not writing.result(PATIENCE)
    assert not store.database.is_written_elsewhere()
    with pytest.raises(ZeroDivisionError), store.transaction():
        fail()
    with ThreadPoolExecutor(1) as worker:
        assert not worker.submit(store.database.is_written_elsewhere).result(PATIENCE)
