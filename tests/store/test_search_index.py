"""A disk that does not answer says nothing about the search index."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, suppress
from typing import Any, cast

import pytest

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.store.database import Database
from otnet_desktop.store.search_index import names_differ, words_differ
from otnet_desktop.store.store import Store
from tests.factories import add_person, school_ot


class Unanswered:
    """A connection at whose disk every statement with ``word`` in it fails."""

    def __init__(self, connection: sqlite3.Connection, word: str) -> None:
        self._connection = connection
        self._word = word

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as sqlite3 has it
        if self._word in statement:
            raise sqlite3.OperationalError("disk I/O error")
        return self._connection.execute(statement, *values)


class BadDisk:
    """A database on it."""

    def __init__(self, database: Database, word: str) -> None:
        self._database = database
        self.connection = Unanswered(database.connection, word)

    def transaction(self) -> AbstractContextManager[int | None]:
        return self._database.transaction()


def on_bad_disk(store: Store, word: str) -> Database:
    return cast("Database", BadDisk(store.database, word))


@pytest.fixture
def whole(store: Store) -> Store:
    add_person(store, school_ot())
    return store


def test_of_names(whole: Store) -> None:
    with pytest.raises(NotSaved, match="did not answer"):
        names_differ(on_bad_disk(whole, "integrity-check"))
    assert not names_differ(whole.database)


@pytest.mark.parametrize("word", ["VIRTUAL TABLE temp.counted ", "EXCEPT"])
def test_of_words(word: str, whole: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="I/O"):
        words_differ(on_bad_disk(whole, word))
    assert not words_differ(whole.database)


def test_what_could_not_be_taken_away_is_in_nobodys_way(whole: Store) -> None:
    def create(statement: str) -> None:
        whole.database.connection.execute(statement)

    create("CREATE VIRTUAL TABLE temp.words_again USING fts5 (body)")
    create("CREATE VIRTUAL TABLE temp.counted USING fts5vocab (main, find_words, row)")
    with suppress(sqlite3.OperationalError):
        words_differ(on_bad_disk(whole, "EXCEPT"))
    assert not words_differ(whole.database)
