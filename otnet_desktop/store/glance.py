"""The first page of the list, read before anything else is loaded: no peewee, no writing, the same cost for any size.

Whatever is wrong with the file is not said here: there is simply nothing to show yet, and opening it properly says why.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.domain.roster import ListRow
from otnet_desktop.domain.status import PersonId
from otnet_desktop.store.engine import connect, errors
from otnet_desktop.store.list_rows import read_rows
from otnet_desktop.store.passport import FILE_NAME, HEAD, Origin, Passport, read_passport

COUNTED = 1_000
"""What is due is counted up to here."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The first rows by name; ``total`` only where the page holds everybody; ``due`` things, at most ``COUNTED``."""

    rows: tuple[ListRow, ...] = ()
    total: int | None = 0
    due: int = 0


def first_page(folder: Path, size: int = 64) -> Glance:
    """Look at the data in a folder, as they were kept last."""
    path = folder / FILE_NAME
    try:
        if read_passport(path) != Passport(Origin.OURS, HEAD):
            return Glance()
        connection = connect(path, reading=True)
        try:
            return _look(connection, size)
        finally:
            connection.close()
    except errors(DataUnavailable):
        return Glance()


def _look(connection: sqlite3.Connection, size: int) -> Glance:
    by_name = "SELECT id FROM person WHERE status <> 'archived' ORDER BY sort_name, id LIMIT ?"
    ids = [PersonId(row[0]) for row in connection.execute(by_name, (size,))]
    (due,) = connection.execute(
        "SELECT count(*) FROM (SELECT DISTINCT key FROM reminder WHERE state = 'active' LIMIT ?)", (COUNTED,)
    ).fetchone()
    return Glance(tuple(read_rows(connection, ids)), len(ids) if len(ids) < size else None, due)
