"""Cursors that say plainly also what goes wrong at a later row, for connections of either kind (``engine``)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from otnet_desktop.store.trouble import said_plainly

FEWEST_AT_ONCE, MOST_AT_ONCE = 8, 256
"""Whoever stops at one of the first rows has not read many for nothing."""


class SaysPlainly:
    """What both kinds share; a cursor comes behind it."""

    def __iter__(self) -> Iterator[Any]:
        """Some rows at a time, few at first.

        At each row SQLite lets go of Python's lock and takes it back at once; a worker that stops at each row to think
        about it keeps the window from ever getting it. Several in a row are also read quicker.
        """
        some = FEWEST_AT_ONCE
        while rows := self.fetchmany(some):
            yield from rows
            some = min(2 * some, MOST_AT_ONCE)

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """The next rows, as many as there are."""
        with said_plainly():
            return super().fetchmany(size)  # type: ignore[misc, no-any-return]

    def fetchone(self) -> Any:  # noqa: ANN401
        """The next row, if any."""
        with said_plainly():
            return super().fetchone()  # type: ignore[misc]

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        with said_plainly():
            return super().fetchall()  # type: ignore[misc, no-any-return]


class Rows(SaysPlainly, sqlite3.Cursor):  # type: ignore[misc]
    """The cursor of a plain file, and the type that stands for both. Of itself a cursor is its own iterator."""


def rows_of(connection: sqlite3.Connection) -> Rows:
    """A cursor that says plainly."""
    is_plain = isinstance(connection, sqlite3.Connection)  # the type stands for both
    return connection.cursor(Rows if is_plain else protected_rows())


@cache
def protected_rows() -> type[Rows]:
    """The cursor of a protected file."""
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

    return cast("type[Rows]", type("ProtectedRows", (SaysPlainly, dbapi2.Cursor), {}))
