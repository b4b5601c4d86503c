"""The steps of the journal: which one is being written, done, undone.

A step is done until its ``undone_by`` names the step that took it back (whose ``undoes`` names it). Undone steps are
the newest ones; they and what took them back go when a new step stays. Plain functions on a connection, to be called
inside a transaction.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple

from otnet_desktop.store.rows import instant
from otnet_desktop.store.trouble import said_plainly


class Step(NamedTuple):
    """One undoable step."""

    id: int
    at: datetime
    title: str


DONE = "undoes IS NULL AND undone_by IS NULL"


def begin(connection: sqlite3.Connection, title: str, at: int, group: int | None = None) -> int:
    """Put the pen on a new step, or on step ``group`` again if it still is the newest."""
    if group is None or not is_newest(connection, group):
        group = add(connection, title, at)
    point_pen(connection, group)
    return group


def end(connection: sqlite3.Connection, group: int) -> None:
    """Take the pen away. A step in which nothing changed is no step; one that stays ends what could be redone."""
    point_pen(connection, None)
    if connection.execute("SELECT 1 FROM journal WHERE group_id = ? LIMIT 1", (group,)).fetchone() is None:
        connection.execute("DELETE FROM journal_group WHERE id = ?", (group,))
        return
    if connection.execute("SELECT 1 FROM journal_group WHERE undone_by IS NOT NULL LIMIT 1").fetchone():
        connection.execute("DELETE FROM journal_group WHERE undone_by IS NOT NULL")


def add(connection: sqlite3.Connection, title: str, at: int, undoes: int | None = None) -> int:
    """Write down that a step begins."""
    cursor = connection.execute("INSERT INTO journal_group (at, title, undoes) VALUES (?, ?, ?)", (at, title, undoes))
    return int(cursor.lastrowid or 0)


def point_pen(connection: sqlite3.Connection, group: int | None) -> None:
    """Every change from now on belongs to this step; ``None``: to none."""
    connection.execute("UPDATE journal_pen SET group_id = ?", (group,))


def expect_pen_away(connection: sqlite3.Connection) -> None:
    """Raise RuntimeError when something failed half-way inside this transaction and somebody went on regardless."""
    if connection.execute("SELECT 1 FROM journal_pen WHERE group_id IS NOT NULL OR index_later").fetchone():
        message = "a bulk insert or a step was left unfinished"
        raise RuntimeError(message)


def write_added(connection: sqlite3.Connection, group: int, table: str, first: int, last: int) -> None:
    """Write down that the rows ``first`` to ``last`` are new."""
    connection.execute(
        "INSERT INTO journal (group_id, table_name, row_id, last_row_id, op) VALUES (?, ?, ?, ?, 'insert')",
        (group, table, first, last),
    )


def is_newest(connection: sqlite3.Connection, group: int) -> bool:
    """Whether nothing was done, undone or redone since that step."""
    (newest,) = connection.execute("SELECT max(id) FROM journal_group").fetchone()
    return bool(newest == group)


def last_done(connection: sqlite3.Connection) -> Step | None:
    """The step that undo would take back."""
    return _step(connection, f"SELECT id, at, title FROM journal_group WHERE {DONE} ORDER BY id DESC LIMIT 1")


def last_undone(connection: sqlite3.Connection) -> Step | None:
    """The step that redo would do again: the one taken back last."""
    return _step(connection, "SELECT id, at, title FROM journal_group WHERE undone_by IS NOT NULL ORDER BY id LIMIT 1")


def _step(connection: sqlite3.Connection, select: str) -> Step | None:
    with said_plainly():
        row = connection.execute(select).fetchone()
    return Step(row[0], instant(row[1]), row[2]) if row else None
