"""The content of the data as numbers: equal before a step and after undoing it, before and after a migration."""

from __future__ import annotations

import hashlib
import sqlite3

from otnet_desktop.store.database import Database
from otnet_desktop.store.journal_playing import shape_of
from otnet_desktop.store.journaled import JOURNALED
from otnet_desktop.store.person_rows import DERIVED
from otnet_desktop.store.references import references
from otnet_desktop.store.twins import KNOWN_BY

NO_CONTENT = frozenset({*DERIVED, "changed_at", "reviewed_at"})
"""Columns that say nothing about anybody by themselves."""


def content_hash(database: Database) -> str:
    """The SHA-256 of every row of every journaled table; derived tables and settings do not count."""
    digest = hashlib.sha256()
    for table in JOURNALED:
        digest.update(table.encode())
        for row in database.sql(f"SELECT * FROM {table} ORDER BY rowid"):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def content_by_person(connection: sqlite3.Connection) -> dict[int, int]:
    """A number for what is known about each person, by id: equal where it is equal, whatever the ids of rows are.

    It compares two files in one run of the program and is never kept.
    """
    told: dict[int, int] = {}
    known = references(connection)
    names = {
        table: dict(connection.execute(f"SELECT id, {name} FROM {table}").fetchall())
        for table, name in KNOWN_BY.items()
    }
    for table in ("person", *dict.fromkeys(r.table for r in known if r.parent == "person" and r.goes_with_it)):
        shape = shape_of(connection, table)
        points = {r.column: r.parent for r in known if r.table == table}
        person = next((column for column, parent in points.items() if parent == "person"), shape.key)
        said = [name for name in shape.columns if name != shape.key and name not in points and name not in NO_CONTENT]
        about = [column for column, parent in points.items() if parent in names]
        for whose, *row in connection.execute(
            f"SELECT {', '.join([person, *about, *said])} FROM {table} WHERE {person} > 0"
        ):
            parents = [names[points[column]].get(value) for column, value in zip(about, row, strict=False)]
            told[whose] = told.get(whose, 0) + hash((table, *parents, *row[len(about) :]))
    return told
