"""Which column of which table points where, as the schema itself says it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from otnet_desktop.store.journaled import JOURNALED

PARENTS = ("organisation", "person", "meeting", "message", "promise", "opportunity")
"""Tables that others point to, each before those that point to it."""


class Reference(NamedTuple):
    """``goes_with_it``: a row does not outlive the one it points to; otherwise it only forgets it."""

    table: str
    column: str
    parent: str
    goes_with_it: bool


def references(connection: sqlite3.Connection) -> list[Reference]:
    """Every reference between tables of content."""
    return [
        Reference(table, row[3], row[2], row[6] == "CASCADE")
        for table in JOURNALED
        for row in connection.execute(f"PRAGMA foreign_key_list({table})")
    ]


def parents_first(tables: set[str]) -> list[str]:
    """These tables in an order in which their rows can be added."""
    return [table for table in PARENTS if table in tables] + sorted(tables - set(PARENTS))
