"""Lets SQLite fail at the n-th statement: the disk is full, it does not answer, somebody else has the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

import pytest


@dataclass(frozen=True)
class Kind:
    """What SQLite says, and whether it rolls back by itself when it does."""

    said: str
    rolls_back: bool


FULL = Kind("database or disk is full", True)
FULL_IN_PLACE = Kind("database or disk is full", False)
IO = Kind("disk I/O error", True)
BUSY = Kind("database is locked", False)
KINDS = (FULL, IO, BUSY, FULL_IN_PLACE)


class Faults:
    """Statements are counted, in every connection; from the n-th on one fails, or all do until it is over."""

    def __init__(self) -> None:
        self.count = 0
        self._at = 0
        self._kind = FULL
        self._for_good = False

    @contextmanager
    def at(self, statement: int, kind: Kind, *, for_good: bool) -> Iterator[None]:
        """Fail there (0 for nowhere)."""
        self.count, self._at, self._kind, self._for_good = 0, statement, kind, for_good
        try:
            yield
        finally:
            self._at = 0

    @property
    def has_come(self) -> bool:
        """Whether it failed: false where there were fewer statements."""
        return self.count >= self._at

    def meet(self, connection: sqlite3.Connection, statement: object = "") -> None:
        """One more statement is about to run. In a log, rolling back needs no disk: that never fails."""
        if statement == "ROLLBACK":
            return
        self.count += 1
        if self._at and (self.count == self._at or (self._for_good and self.count > self._at)):
            if self._kind.rolls_back and connection.in_transaction:
                connection.execute("ROLLBACK")
            raise sqlite3.OperationalError(self._kind.said)


FAULTS = Faults()


class FailingCursor(sqlite3.Cursor):
    """Asks before each statement."""

    def execute(self, statement: str, values: Any = (), /) -> Self:  # noqa: ANN401 - as sqlite3 has it
        FAULTS.meet(self.connection, statement)
        return super().execute(statement, values)

    def executemany(self, statement: str, values: Any, /) -> Self:  # noqa: ANN401
        FAULTS.meet(self.connection)
        return super().executemany(statement, values)


class FailingConnection(sqlite3.Connection):
    """Asks before each statement, in cursors of any class too."""

    def execute(self, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401
        FAULTS.meet(self, arguments[0])
        return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401
        FAULTS.meet(self)
        return super().executemany(*arguments)

    def backup(self, *arguments: Any, **more: Any) -> None:  # noqa: ANN401
        FAULTS.meet(self)
        super().backup(*arguments, **more)

    def cursor(self, factory: type[sqlite3.Cursor] = sqlite3.Cursor) -> sqlite3.Cursor:  # type: ignore[override]
        return super().cursor(failing(factory))


_kinds: dict[type[sqlite3.Cursor], type[sqlite3.Cursor]] = {sqlite3.Cursor: FailingCursor}


def failing(factory: type[sqlite3.Cursor]) -> type[sqlite3.Cursor]:
    """A class of cursors that fails as well."""
    if factory not in _kinds:
        _kinds[factory] = type("Failing", (factory, FailingCursor), {})
    return _kinds[factory]


def let_sqlite_fail(monkeypatch: pytest.MonkeyPatch) -> Faults:
    """From now on every connection may fail."""
    connect = sqlite3.connect

    def failing_connect(*arguments: Any, **more: Any) -> sqlite3.Connection:  # noqa: ANN401
        opened: sqlite3.Connection = connect(*arguments, **({"factory": FailingConnection} | more))
        return opened

    monkeypatch.setattr(sqlite3, "connect", failing_connect)
    return FAULTS


def spread(count: int, most: int) -> Sequence[int]:
    """The numbers from 1 to ``count``: all of them, or so many evenly (the last ones always)."""
    if count <= most:
        return range(1, count + 1)
    last = range(max(1, count - 2), count + 1)
    return sorted({*(1 + number * count // most for number in range(most)), *last})
