"""Opens the data of a folder: makes it private, refuses what is not ours, brings an older schema up to date."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.database import PRAGMAS, Database
from otnet_desktop.store.migrations import runner
from otnet_desktop.store.passport import APPLICATION_ID, FILE_NAME, HEAD, Origin, read_passport
from otnet_desktop.store.private_files import replacing
from otnet_desktop.store.restore import SIDE_FILES
from otnet_desktop.store.trouble import said_unavailable


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
    elif passport.version < HEAD:
        back_up_first(path)
    database = Database(path)
    with said_unavailable(path):
        path.chmod(0o600)
        check_pragmas(database)
        runner.upgrade(database.connection)
    return database


def create(path: Path) -> None:
    """Make a new data file beside its place and rename it there, so that half a file is never met."""
    with said_unavailable(path):
        put_log_aside(path)
        with replacing(path) as beside, closing(sqlite3.connect(beside, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            runner.upgrade(connection)


def put_log_aside(path: Path) -> None:
    """A log without its file would be played into the new one: keep it under another name."""
    for side in SIDE_FILES:
        log = path.with_name(path.name + side)
        if log.exists():
            log.replace(log.with_name(log.name + ".stray"))


def back_up_first(path: Path) -> None:
    """A verified backup before the schema changes, dated when the data were written last. Raises NotSaved."""
    Backups(path).make(Reason.MIGRATION, datetime.fromtimestamp(int(path.stat().st_mtime), UTC))


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
