"""Cursors that say plainly also what goes wrong at a later row, for connections of either kind (``engine``)."""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Any, cast

from otnet_desktop.store.engine import errors
from otnet_desktop.store.trouble import in_words, said_plainly


class SaysPlainly:
    """What both kinds share; a cursor comes behind it."""

    def __next__(self) -> Any:  # noqa: ANN401 - a row
        try:
            return super().__next__()  # type: ignore[misc]
        except errors() as error:
            told = in_words(error)
            if told is None:
                raise
            raise told from error

    def fetchone(self) -> Any:  # noqa: ANN401
        """The next row, if any."""
        with said_plainly():
            return super().fetchone()  # type: ignore[misc]

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        with said_plainly():
            return super().fetchall()  # type: ignore[misc, no-any-return]


class Rows(SaysPlainly, sqlite3.Cursor):
    """The cursor of a plain file, and the type that stands for both."""


def rows_of(connection: sqlite3.Connection) -> Rows:
    """A cursor that says plainly."""
    is_plain = isinstance(connection, sqlite3.Connection)  # the type stands for both
    return connection.cursor(Rows if is_plain else protected_rows())


@cache
def protected_rows() -> type[Rows]:
    """The cursor of a protected file."""
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

    return cast("type[Rows]", type("ProtectedRows", (SaysPlainly, dbapi2.Cursor), {}))
