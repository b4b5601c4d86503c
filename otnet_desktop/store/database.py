"""One open data file: its settings (WAL, full sync, foreign keys), its queries, one transaction at a time.

Models are bound to the database query by query (``run``), so that two stores never read each other's file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

import peewee

from otnet_desktop.domain.errors import DataDamaged, NotSaved
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store import engine, journal_steps
from otnet_desktop.store.cursors import Rows, rows_of
from otnet_desktop.store.engine import errors
from otnet_desktop.store.keys import Key
from otnet_desktop.store.one_writer import OneWriter
from otnet_desktop.store.trouble import said_plainly

CHECKPOINT_PAGES = 8_000
"""The log is folded back in idle time (``tidy``); only past 32 MB does a save do it."""

STATEMENTS = 512
"""How many are kept prepared."""

PRAGMAS: dict[str, int | str] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: NORMAL loses acknowledged edits at a power cut
    "foreign_keys": 1,
    "wal_autocheckpoint": CHECKPOINT_PAGES,
    "temp_store": 2,
}

Row = dict[str, Any]


class Connected(peewee.SqliteDatabase):
    """What peewee writes through: connections of ``engine``, one for each thread."""

    def __init__(self, database: Database) -> None:
        super().__init__(str(database.path), pragmas=list(PRAGMAS.items()))
        self._of = database

    def connect(self, reuse_if_open: bool = False) -> bool:
        """Wait until the file is there, before peewee's lock is taken: whoever replaces the file needs that too."""
        self._of.is_here.wait()
        return bool(super().connect(reuse_if_open))

    def _connect(self) -> sqlite3.Connection:
        connection = engine.connect(self._of.path, self._of.key, statements=STATEMENTS)
        try:
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]
        except BaseException:
            connection.close()
            raise
        return connection


class Database:
    """One open data file. Each thread gets its own connection."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self.path = path
        self.key = key
        self._peewee = Connected(self)
        self._patient: sqlite3.Connection | None = None
        self._file = identity_of(path)
        self.writer = OneWriter()
        self.damage = ""
        """What is wrong with the file, where that is known: nothing is written into it any more."""
        self.is_here = Event()
        """Not set while the file is being replaced: whoever wants a connection then waits."""
        self.is_here.set()

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's SQLite connection, for bulk work and for what peewee does not speak."""
        connection: sqlite3.Connection = self._peewee.connection()  # type: ignore[no-untyped-call]
        return connection

    def run(self, query: Any) -> Any:  # noqa: ANN401 - peewee's queries are untyped
        """Execute a peewee query here and return what peewee returns."""
        with said_plainly():
            return query.bind(self._peewee).execute()

    def rows(self, query: Any) -> list[Row]:  # noqa: ANN401
        """Execute a select here and return its rows as plain dictionaries."""
        with said_plainly():
            return list(query.bind(self._peewee).dicts())

    def row(self, query: Any) -> Row | None:  # noqa: ANN401
        """The first row of a select, if any."""
        found = self.rows(query.limit(1))
        return found[0] if found else None

    def sql(self, statement: str, parameters: tuple[Any, ...] | dict[str, Any] = ()) -> Rows:
        """Run plain SQL on this thread's connection."""
        with said_plainly():
            return rows_of(self.connection).execute(statement, parameters)

    def select(self, statement: str, parameters: tuple[Any, ...] | dict[str, Any] = ()) -> list[Row]:
        """Run plain SQL whose text stays the same, so that SQLite need not read it twice; rows as dictionaries."""
        cursor = self.sql(statement, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def insert(self, table: str, columns: Row) -> int:
        """Add a row where time counts: its text stays the same, and building a query takes longer. Its id."""
        names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
        return int(self.sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", columns).lastrowid or 0)

    @contextmanager
    def transaction(
        self, title: str = "", at: datetime | None = None, group: int | None = None
    ) -> Iterator[int | None]:
        """All or nothing. With a ``title`` the changes become one undoable step, whose number is yielded.

        ``group`` continues an earlier step where it still is the newest one. Inside another transaction this one joins
        it. Raises NotSaved, with everything as before, when the disk is full or the file cannot be written or is gone,
        StillWriting where another thread writes for long, and DataDamaged where ``damage`` is known.
        """
        with said_plainly():  # it may have to be opened first
            is_inside = self.connection.in_transaction
        if is_inside:
            with self._step(title, at, group) as step:
                yield step
            return
        if self.damage:
            raise DataDamaged(
                "Not saved: the data file is damaged, and nothing more is written into it.",
                "Bring the last good backup back; what you typed is still on the screen.",
            )
        self.stop_the_patient()
        with self.writer.turn(), said_plainly():
            connection = self.connection
            try:
                connection.execute("BEGIN IMMEDIATE")  # what stops it half-way may leave it begun
                with self._step(title, at, group) as step:
                    yield step
                journal_steps.expect_pen_away(connection)
                self._expect_file()
                connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _expect_file(self) -> None:
        """Raises NotSaved where the file has lost its name: SQLite goes on writing into what nobody finds again."""
        there = identity_of(self.path)
        if there is None:
            raise NotSaved(
                sentence("Not saved: the data folder is gone ({folder}).", folder=self.path.parent),
                "Connect its drive or put the folder back. If that does not help, save a copy of what you wrote and "
                "start the program again.",
            )
        if there != self._file:
            raise NotSaved(
                sentence("Not saved: other data were put into the data folder ({folder}).", folder=self.path.parent),
                "Save a copy of what you wrote and start the program again, to work on with what is there now.",
            )

    def is_written_elsewhere(self) -> bool:
        """Whether another thread of ours is about to change something: who wants to write now would have to wait."""
        return self.writer.is_elsewhere

    def is_replaced(self) -> bool:
        """Whether another file lies in the place of the one that is open."""
        return identity_of(self.path) != self._file

    def _roll_back(self) -> None:
        """Everything as before; where SQLite cannot even do that, closing the connection does."""
        if self.connection.in_transaction:  # a full disk has rolled back already
            try:
                self.connection.execute("ROLLBACK")
            except errors():
                self._peewee.close()

    @contextmanager
    def _step(self, title: str, at: datetime | None, group: int | None) -> Iterator[int | None]:
        """Put the journal's pen on a step. Inside a step everything belongs to that one."""
        connection = self.connection
        (step,) = connection.execute("SELECT group_id FROM journal_pen").fetchone()
        if step is not None or not title or at is None:
            yield step
            return
        step = journal_steps.begin(connection, title, int(at.timestamp()), group)
        try:
            yield step
        finally:
            if connection.in_transaction:
                journal_steps.end(connection, step)

    @contextmanager
    def letting_others_go_first(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Long work on a connection of its own is interrupted as soon as any transaction begins here."""
        self._patient = connection
        try:
            yield
        finally:
            self._patient = None

    def stop_the_patient(self) -> None:
        """Interrupt that long work, if there is any."""
        patient = self._patient
        if patient is not None:
            with suppress(*errors(kind="ProgrammingError")):  # it has ended just now
                patient.interrupt()

    def tidy(self) -> None:
        """Fold the log back into the file without waiting for anyone. For idle time."""
        self.sql("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def step_aside(self) -> None:
        """Let go of the file, in this thread, and keep others waiting who want it; ``come_back`` ends that."""
        self.is_here.clear()
        self.stop_the_patient()
        self._peewee.close()

    def come_back(self) -> None:
        """The file is there again, or another one in its place, in ``key``."""
        self._file = identity_of(self.path)
        self.is_here.set()

    def let_go(self) -> None:
        """Close this thread's connection, and only that. For the end of a piece of work in a worker."""
        self._peewee.close()

    def close(self) -> None:
        """Fold the log back, if nobody has the file locked, and let go of this thread's connection."""
        try:
            self.connection.execute("PRAGMA busy_timeout = 0")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except errors(peewee.PeeweeException):
            pass  # another reader is there, or the disk is full or gone: the log is read at the next start
        finally:
            self._peewee.close()


def identity_of(path: Path) -> tuple[int, int] | None:
    """What tells a file from any other while it is open, whatever its name; none where there is none by that name."""
    try:
        told = os.stat(path)  # noqa: PTH116 - a quarter of what Path.stat takes, in each save
    except OSError:
        return None
    return told.st_dev, told.st_ino
