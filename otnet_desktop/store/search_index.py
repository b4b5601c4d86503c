"""The search index as a whole: compared with the texts it was made from, and made anew."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from otnet_desktop.store.database import Database
from otnet_desktop.store.engine import errors
from otnet_desktop.store.pieces import PIECES, STRIDE, Piece
from otnet_desktop.store.trouble import is_of_the_world

COMPARE = """
SELECT * FROM (SELECT * FROM temp.counted EXCEPT SELECT * FROM temp.counted_again)
UNION ALL SELECT * FROM (SELECT * FROM temp.counted_again EXCEPT SELECT * FROM temp.counted) LIMIT 1
"""
ASKED = "IN (SELECT value FROM json_each(?))"
PAGES_A_MERGE = 100
MOST_MERGES = 50
NOTHING_TO_MERGE = 2
"""Fewer changes than these are no merge (FTS5's documentation, "The 'merge' command")."""

AS_IN_THE_SCHEMA = """body, content='', detail=none, tokenize="unicode61 remove_diacritics 2\""""


def names_differ(database: Database) -> bool:
    """Whether ``find_people`` does not say what the people say."""
    with database.transaction():
        try:
            database.connection.execute("INSERT INTO find_people (find_people, rank) VALUES ('integrity-check', 1)")
        except errors(kind="DatabaseError") as error:
            if is_of_the_world(error):
                raise
            return True
    return False


def words_differ(database: Database) -> bool:
    """Whether ``find_words`` counts any word otherwise than an index made again from the texts."""
    connection = database.connection
    drop_scratch(connection)  # where the disk failed at the end of an earlier look
    connection.execute(f"CREATE VIRTUAL TABLE temp.words_again USING fts5 ({AS_IN_THE_SCHEMA})")
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.counted USING fts5vocab (main, find_words, row)")
        connection.execute("CREATE VIRTUAL TABLE temp.counted_again USING fts5vocab (temp, words_again, row)")
        fill(connection, "temp.words_again")
        return connection.execute(COMPARE).fetchone() is not None
    except errors(kind="DatabaseError") as error:
        if is_of_the_world(error):
            raise
        return True
    finally:
        drop_scratch(connection)


def drop_scratch(connection: sqlite3.Connection) -> None:
    """Take away what ``words_differ`` compares with."""
    for table in ("counted", "counted_again", "words_again"):
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")


def rebuild(database: Database) -> None:
    """Make both indexes anew from what they are made of. Inside a transaction."""
    connection = database.connection
    connection.execute("INSERT INTO find_people (find_people) VALUES ('rebuild')")
    connection.execute("INSERT INTO find_words (find_words) VALUES ('delete-all')")
    fill(connection, "find_words")


def merge(database: Database) -> None:
    """Bring the pieces that saves left in the indexes together, in steps of some milliseconds."""
    for index in ("find_people", "find_words"):
        for _step in range(MOST_MERGES):
            before = database.connection.total_changes
            database.sql(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', {PAGES_A_MERGE})")
            if database.connection.total_changes - before < NOTHING_TO_MERGE:
                break


def fill(connection: sqlite3.Connection, index: str) -> None:
    """Put every text into an index of words."""
    for piece in PIECES:
        connection.execute(f"INSERT INTO {index} (rowid, body) {numbered(piece)}")


def add(connection: sqlite3.Connection, table: str, first: int, last: int) -> None:
    """Put the rows ``first`` to ``last`` of a table into the indexes, as its triggers would have done."""
    if table == "person":
        connection.execute(
            "INSERT INTO find_people (rowid, full_name, headline, find_text) "
            "SELECT id, full_name, headline, find_text FROM person WHERE id BETWEEN ? AND ?",
            (first, last),
        )
    for piece in PIECES:
        if piece.table == table:
            connection.execute(
                f"INSERT INTO find_words (rowid, body) {numbered(piece)} WHERE {piece.key} BETWEEN ? AND ?",
                (first, last),
            )


def add_rows(connection: sqlite3.Connection, table: str, rows: Sequence[int]) -> None:
    """Put these rows of a table into the indexes, in one statement an index."""
    asked = (json.dumps(list(rows)),)
    if table == "person":
        connection.execute(
            "INSERT INTO find_people (rowid, full_name, headline, find_text) "
            f"SELECT id, full_name, headline, find_text FROM person WHERE id {ASKED}",
            asked,
        )
    for piece in PIECES:
        if piece.table == table:
            select = f"{numbered(piece)} WHERE {piece.key} {ASKED}"
            connection.execute(f"INSERT INTO find_words (rowid, body) {select}", asked)


def numbered(piece: Piece) -> str:
    """SQL for the texts of a piece and their numbers in ``find_words``."""
    text = " || char(10) || ".join(piece.columns)
    return f"SELECT {piece.key} * {STRIDE} + {piece.number}, {text} FROM {piece.table}"
