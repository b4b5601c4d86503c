"""Advice was a list in the meeting once: it becomes rows, and a meeting deleted before brings its advice back."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.factories import NOW

FIRST = Path(__file__).parents[2] / "history" / "schema_1.db.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of the first schema with one meeting, whose advice is the list ``["two"]``."""
    path = tmp_path / FILE_NAME
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


@pytest.fixture
def delete_the_meeting(old: Path) -> None:
    """As the first schema did it: in a step of its own."""
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM journal_group WHERE undoes IS NOT NULL OR undone_by IS NOT NULL")
        step = connection.execute("INSERT INTO journal_group (at, title) VALUES (1, 'Delete meeting')").lastrowid
        connection.execute("UPDATE journal_pen SET group_id = ?", (step,))
        connection.execute("DELETE FROM meeting")
        connection.execute("UPDATE journal_pen SET group_id = NULL")


@pytest.fixture
def set_far_away(old: Path) -> None:
    """Where it is the next day already when the meeting begins."""
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE meeting SET zone = 'Pacific/Kiritimati'")  # 14 hours ahead; the meeting is at 10:00


@pytest.fixture
def store(old: Path) -> Iterator[Store]:
    """The same file, brought to the newest schema."""
    opened = Store.open(old.parent)
    yield opened
    opened.close()


def test_each_line_becomes_advice_of_the_first_who_took_part(store: Store) -> None:
    (advice,) = store.advice.all()
    (meeting,) = store.meetings.of(advice.person)
    assert (advice.text, advice.meeting, advice.received_on) == ("two", meeting.id, date(2026, 3, 15))
    assert advice.person == store.people.by_ref("renata").id == meeting.plan.people[0]
    assert (advice.tried_on, advice.told_on, advice.outcome) == (None, None, "")


@pytest.mark.usefixtures("set_far_away")
def test_it_was_received_on_the_day_it_was_there(store: Store) -> None:
    assert [advice.received_on for advice in store.advice.all()] == [date(2026, 3, 16)]


def test_the_words_are_found_once(store: Store) -> None:
    hits = store.database.sql("SELECT rowid % 16 FROM find_words WHERE find_words MATCH 'two'").fetchall()
    assert hits == [(10,)]


@pytest.mark.usefixtures("delete_the_meeting")
def test_a_meeting_deleted_before_brings_its_advice_back(store: Store) -> None:
    assert store.advice.all() == []
    store.journal.undo(NOW)
    (advice,) = store.advice.all()
    assert store.meetings.get(advice.meeting or 0).plan.people[0] == advice.person  # type: ignore[arg-type]
    assert advice.text == "two"
    store.journal.redo(NOW)
    assert store.advice.all() == []
    store.journal.undo(NOW)
    assert [advice.text for advice in store.advice.all()] == ["two"]
    assert store.check.in_journal() == []


def test_steps_of_the_first_schema_are_taken_back_to_the_beginning(store: Store) -> None:
    titles = []
    while (undone := store.journal.undo(NOW)) is not None:
        titles.append(undone.title)
    assert titles[-1] == "Add"
    assert store.database.sql("SELECT count(*) FROM person").fetchone() == (0,)
    while store.journal.redo(NOW) is not None:
        pass
    assert [advice.text for advice in store.advice.all()] == ["two"]
    assert json.loads(store.database.sql("SELECT takeaways FROM meeting").fetchone()[0]) == ["one"]
