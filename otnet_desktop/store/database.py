"""Opens the file, keeps its promises (WAL, full sync, foreign keys, 0600) and runs one transaction at a time.

Models are bound to the database query by query (``run``), so that two stores never read each other's file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import peewee

from otnet_desktop.domain.errors import BadInput, DataUnavailable, NotSaved, OtnetError
from otnet_desktop.store import journal_steps
from otnet_desktop.store.migrations import runner
from otnet_desktop.store.passport import APPLICATION_ID, FILE_NAME, HEAD, Origin, read_passport

BUSY_SECONDS = 5
CHECKPOINT_PAGES = 8_000
"""The log is folded back in idle time (``tidy``); only past 32 MB does a save do it."""

PRAGMAS: dict[str, int | str] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: NORMAL loses acknowledged edits at a power cut
    "foreign_keys": 1,
    "wal_autocheckpoint": CHECKPOINT_PAGES,
    "temp_store": 2,
}

Row = dict[str, Any]


class Database:
    """One open data file. Each thread gets its own connection."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._peewee = peewee.SqliteDatabase(
            str(path), pragmas=list(PRAGMAS.items()), timeout=BUSY_SECONDS, cached_statements=512
        )

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

    def sql(self, statement: str, parameters: tuple[Any, ...] | dict[str, Any] = ()) -> sqlite3.Cursor:
        """Run plain SQL on this thread's connection."""
        with said_plainly():
            return self.connection.execute(statement, parameters)

    def select(self, statement: str, parameters: tuple[Any, ...] | dict[str, Any] = ()) -> list[Row]:
        """Run plain SQL whose text stays the same, so that SQLite need not read it twice; rows as dictionaries."""
        cursor = self.sql(statement, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    @contextmanager
    def transaction(
        self, title: str = "", at: datetime | None = None, group: int | None = None
    ) -> Iterator[int | None]:
        """All or nothing. With a ``title`` the changes become one undoable step, whose number is yielded.

        ``group`` continues an earlier step where it still is the newest one. Inside another transaction this one joins
        it. Raises NotSaved, with everything as before, when the disk is full or the file cannot be written.
        """
        if self.connection.in_transaction:
            with self._step(title, at, group) as step:
                yield step
            return
        connection = self.connection
        with said_plainly():
            connection.execute("BEGIN IMMEDIATE")
            try:
                with self._step(title, at, group) as step:
                    yield step
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk has rolled back already
                    connection.execute("ROLLBACK")
                raise

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

    def tidy(self) -> None:
        """Fold the log back into the file without waiting for anyone. For idle time."""
        self.sql("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def let_go(self) -> None:
        """Close this thread's connection, and only that. For the end of a piece of work in a worker."""
        self._peewee.close()

    def close(self) -> None:
        """Fold the log back and let go of this thread's connection."""
        try:
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error:
            pass  # another reader is there, or the disk is full: the log is read at the next start
        finally:
            self._peewee.close()


def open_database(folder: Path) -> Database:
    """Open or create the data file in a folder.

    Raises DataUnavailable for a newer, foreign or damaged file (left byte for byte as it is) and for a folder that
    cannot be used.
    """
    path = folder / FILE_NAME
    make_private_folder(folder)
    passport = read_passport(path)
    if passport.origin is Origin.DAMAGED:
        raise DataUnavailable(
            f"The data file {path} is damaged or not a database.",
            "It was left as it is. Use `backups` and `restore` to bring back the last good backup.",
        )
    if passport.origin is Origin.FOREIGN:
        raise DataUnavailable(
            f"The file {path} belongs to another program.",
            "It was left as it is. Choose another folder with --data-dir.",
        )
    if passport.version > HEAD:
        raise DataUnavailable(
            f"The data in {folder} were written by a newer OTnet Desktop (schema {passport.version}, "
            f"this one knows {HEAD}).",
            "They were left as they are. Please install the newer version.",
        )
    if passport.origin is Origin.MISSING:
        create(path)
    database = Database(path)
    with said_unavailable(path):
        check_pragmas(database)
        runner.upgrade(database.connection)
    return database


def create(path: Path) -> None:
    """Make a new data file beside its place and rename it there, so that half a file is never met."""
    beside = path.with_name(path.name + ".new")
    with said_unavailable(path):
        beside.unlink(missing_ok=True)
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = sqlite3.connect(beside, isolation_level=None)
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            runner.upgrade(connection)
        finally:
            connection.close()
        beside.replace(path)


def make_private_folder(folder: Path) -> None:
    """The folder, readable by its owner alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise DataUnavailable(
            f"The data folder {folder} cannot be used ({error.strerror or error}).",
            "Choose another folder with --data-dir.",
        ) from error


def check_pragmas(database: Database) -> None:
    """Read every setting back: SQLite ignores what it does not like without a word."""
    for name, wanted in PRAGMAS.items():
        got = database.connection.execute(f"PRAGMA {name}").fetchone()[0]
        if str(got).lower() != str(wanted):
            raise DataUnavailable(
                f"The data file does not accept {name} = {wanted} (it is {got}).",
                "Network drives often cannot hold a database. Choose a local folder with --data-dir.",
            )
    try:
        database.connection.execute("SELECT fts5_source_id()")
    except sqlite3.OperationalError as error:
        raise DataUnavailable(
            "This SQLite was built without full-text search (FTS5).", "Please install a newer SQLite or Python."
        ) from error


@contextmanager
def said_unavailable(path: Path) -> Iterator[None]:
    """Turn what SQLite says while opening into a sentence."""
    try:
        yield
    except OtnetError:
        raise
    except (sqlite3.Error, peewee.PeeweeException, OSError) as error:
        said = str(error)
        if "locked" in said:
            hint = "Another program is using it. Close it and try again."
        elif "malformed" in said or "not a database" in said:
            hint = "It was left as it is. Use `backups` and `restore` to bring back the last good backup."
        else:
            hint = "Check the folder and the free space, or choose another folder with --data-dir."
        raise DataUnavailable(f"The data file {path} could not be opened ({said}).", hint) from error


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn what the world did to a query into a sentence. Our own mistakes pass unchanged."""
    try:
        yield
    except (sqlite3.OperationalError, peewee.OperationalError, sqlite3.DatabaseError, peewee.DatabaseError) as error:
        said = str(error)
        for sign, title, hint in WORLD:
            if sign in said:
                raise NotSaved(title, hint) from error
        if "malformed" in said or "not a database" in said:
            raise DataUnavailable(
                "The data file is damaged.", "Run `check`, then `restore` the last good backup."
            ) from error
        if "too big" in said:
            raise BadInput("That text is too long to be saved.", "Please shorten it or attach a file.") from error
        raise


WORLD = (
    ("full", "Not saved: the disk is full.", "Free some space and try again; what you typed is still on the screen."),
    ("locked", "Not saved: another program is using the data.", "Close it and try again."),
    ("readonly", "Not saved: the data file is read-only.", "Check the folder's permissions and try again."),
    ("unable to open", "Not saved: the data file cannot be opened.", "Check that its folder is still there."),
    ("disk I/O", "Not saved: the disk did not answer.", "Check the drive; what you typed is still on the screen."),
)
"""What SQLite says, and what to say instead."""
