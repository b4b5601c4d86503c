"""Many rows at once: the journal and the schema are afterwards as they were, and one step takes everybody back."""

from __future__ import annotations

import sqlite3

import pytest

from otnet_desktop.store.content import content_hash
from otnet_desktop.store.people import CHUNK, NewPerson
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, profile


def crowd(count: int) -> list[NewPerson]:
    return [NewPerson(f"p{n}", profile(f"Ann Crowd{n}"), (f"name:ann crowd{n}",)) for n in range(count)]


def triggers(store: Store) -> dict[str, str]:
    return dict(store.database.sql("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall())


def schema_version(store: Store) -> int:
    return int(store.database.sql("PRAGMA schema_version").fetchone()[0])


def test_many_leave_every_trigger_as_it_was(store: Store) -> None:
    before, version = triggers(store), schema_version(store)
    with store.transaction("Import", NOW):
        store.people.add(crowd(CHUNK), NOW)
    assert schema_version(store) > version, "they were taken away meanwhile"
    assert triggers(store) == before


def test_a_few_leave_the_schema_alone(store: Store) -> None:
    version = schema_version(store)
    with store.transaction("Import", NOW):
        store.people.add(crowd(CHUNK - 1), NOW)
    assert schema_version(store) == version


def test_many_are_taken_back_and_come_again(store: Store) -> None:
    before = content_hash(store.database)
    with store.transaction("Import", NOW):
        store.people.add(crowd(CHUNK + 1), NOW)
    after = content_hash(store.database)
    store.journal.undo(NOW)
    assert content_hash(store.database) == before
    store.journal.redo(NOW)
    assert content_hash(store.database) == after


def test_what_is_added_after_many_is_written_down_row_by_row(store: Store) -> None:
    with store.transaction("Import", NOW) as step:
        store.people.add(crowd(CHUNK), NOW)
        store.database.sql("INSERT INTO organisation (ref, name) VALUES ('o', 'O')")
    told = store.database.sql(
        "SELECT count(*) FROM journal WHERE group_id = ? AND table_name = 'organisation'", (step,)
    )
    assert told.fetchone() == (1,)


def test_many_of_whom_one_is_refused_leave_nothing(store: Store) -> None:
    add_person(store, "Ann", "p7")
    before = triggers(store)
    with pytest.raises(sqlite3.IntegrityError), store.transaction("Import", NOW):
        store.people.add(crowd(CHUNK), NOW)
    assert triggers(store) == before
    assert len(store.people.everyone()) == 1
