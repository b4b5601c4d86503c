"""Plays what the journal wrote down of a step backwards, row by row. For inside a transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from otnet_desktop.store import search_index
from otnet_desktop.store.migrations.sql import BLOBS

PAGE = 2_000
OF_STEP = """
SELECT id, table_name, row_id, last_row_id, op, before FROM journal
WHERE id >= ? AND id < ? AND +group_id = ? ORDER BY id DESC LIMIT ?
"""
CHANGED = "SELECT DISTINCT table_name FROM journal WHERE group_id = ? AND op <> 'delete'"
"""Tables in which a group did more than take rows away."""


def play_backwards(connection: sqlite3.Connection, group: int) -> None:
    """Restore every row that a group touched. Raises IntegrityError when a row is not where the journal left it.

    What comes back is put into the search indexes at the end, all at once: row by row it takes twenty times as long.
    """
    shapes: dict[str, Shape] = {}
    back: dict[str, list[int]] = {}
    changed = {row[0] for row in connection.execute(CHANGED, (group,))}
    connection.execute("UPDATE journal_pen SET index_later = 1")
    for table, first, last, op, before in entries_of(connection, group):
        if table not in shapes:
            shapes[table] = shape_of(connection, table)
        shape = shapes[table]
        if op == "insert":
            done = connection.execute(f"DELETE FROM {table} WHERE {shape.key} BETWEEN ? AND ?", (first, last))
        else:
            values = old_values(shape, before)
            done = connection.execute(restoring(op, shape, values), values)
            if op == "delete" and table not in changed:
                back.setdefault(table, []).append(first)
            elif op == "delete":  # what else was done to it goes by what is in the index
                search_index.add(connection, table, first, first)
        if done.rowcount < 1:
            message = f"the journal does not fit {table} {first}"
            raise sqlite3.IntegrityError(message)
    for table, rows in back.items():
        search_index.add_rows(connection, table, rows)
    connection.execute("UPDATE journal_pen SET index_later = 0")


def entries_of(connection: sqlite3.Connection, group: int) -> Iterator[tuple[str, int, int, str, str]]:
    """What a group wrote down, the last first; some at a time, for it may be all there is."""
    first, last = connection.execute("SELECT min(id), max(id) + 1 FROM journal WHERE group_id = ?", (group,)).fetchone()
    while found := connection.execute(OF_STEP, (first, last, group, PAGE)).fetchall():
        yield from (entry[1:] for entry in found)
        last = found[-1][0]


class Shape(NamedTuple):
    """A table as it is now: its name, its row id column, all its columns."""

    table: str
    key: str
    columns: tuple[str, ...]


def shape_of(connection: sqlite3.Connection, table: str) -> Shape:
    """Read the shape of a table."""
    told = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return Shape(table, next(str(row[1]) for row in told if row[5]), tuple(str(row[1]) for row in told))


def restoring(op: str, shape: Shape, values: dict[str, object]) -> str:
    """SQL that brings back a changed or deleted row."""
    if op == "update":
        changes = ", ".join(f"{name} = :{name}" for name in values)
        return f"UPDATE {shape.table} SET {changes} WHERE {shape.key} = :{shape.key}"
    return f"INSERT INTO {shape.table} ({', '.join(values)}) VALUES ({', '.join(f':{name}' for name in values)})"


def old_values(shape: Shape, before: str) -> dict[str, object]:
    """What a row was, in the columns there are now (a later schema may know more or fewer)."""
    told = json.loads(before)
    return {
        name: bytes.fromhex(told[name]) if (shape.table, name) in BLOBS else told[name]
        for name in shape.columns
        if name in told
    }
