"""Brings a file from the schema it has to the newest one, each step in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from otnet_desktop.store.migrations import m0001_first_schema, m0002_the_journey, m0003_nobody_lost


class Step(NamedTuple):
    """One migration: the version it leads to, what it is for, and the work."""

    version: int
    title: str
    upgrade: Callable[[sqlite3.Connection], None]


STEPS = (
    Step(1, m0001_first_schema.TITLE, m0001_first_schema.upgrade),
    Step(2, m0002_the_journey.TITLE, m0002_the_journey.upgrade),
    Step(3, m0003_nobody_lost.TITLE, m0003_nobody_lost.upgrade),
)


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version written in the file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: sqlite3.Connection) -> None:
    """Run the missing steps. Foreign keys are off meanwhile and checked before each commit.

    The connection must be in autocommit mode. A step that fails leaves the file as the step before left it.
    """
    foreign_keys = connection.execute("PRAGMA foreign_keys").fetchone()[0]
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for step in STEPS:
            if version_of(connection) < step.version:
                run(connection, step)
    finally:
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")


def run(connection: sqlite3.Connection, step: Step) -> None:
    """One step, wholly or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        step.upgrade(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            message = f"step {step.version} ({step.title}) breaks {len(broken)} references"
            raise sqlite3.IntegrityError(message)
        connection.execute(f"PRAGMA user_version = {step.version}")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
