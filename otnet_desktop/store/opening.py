"""Opens the data of a folder: makes it private, refuses what is not ours, brings an older schema up to date."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from otnet_desktop.domain.errors import DataDamaged, DataUnavailable, PassphraseNeeded
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.changeover import settle
from otnet_desktop.store.database import PRAGMAS, Database
from otnet_desktop.store.engine import connect, errors
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.migrations import runner
from otnet_desktop.store.passing import clear_left
from otnet_desktop.store.passport import APPLICATION_ID, FILE_NAME, HEAD, Origin, read_passport
from otnet_desktop.store.private_files import make_folder, replacing
from otnet_desktop.store.restore import SIDE_FILES
from otnet_desktop.store.trouble import said_unavailable
from otnet_desktop.store.turns import taking_turns


def open_database(folder: Path, key: Key | None = None) -> Database:
    """Open or create the data file in a folder; a protected one with its key.

    Raises PassphraseNeeded for a protected one without, and DataUnavailable for a newer, foreign, damaged or read-only
    file (left byte for byte as it is) and for a folder that cannot be used.
    """
    make_private_folder(folder)
    path = folder / FILE_NAME
    with said_unavailable(path), taking_turns(folder):
        settle(folder)
        clear_left(folder)
        key = expect_usable(path, key)
        database = Database(path, key)
        try:
            close_to_others(path)
            check_pragmas(database)
            runner.upgrade(database.connection)
        except BaseException:
            database.let_go()  # whoever mends the file finds nobody else there
            raise
    return database


def expect_usable(path: Path, key: Key | None) -> Key | None:
    """A data file of ours that can be written, made where there is none, and kept where its schema will change.

    What it is opened with: the key, unless it is plain. Raises DataUnavailable with nothing touched, and NotSaved where
    it cannot be kept.
    """
    passport = read_passport(path, key)
    if passport.origin is Origin.PROTECTED:
        raise PassphraseNeeded(
            sentence("The data in {folder} are protected by a passphrase.", folder=path.parent), "Say it to open them."
        )
    if passport.origin is Origin.DAMAGED:
        raise DataDamaged(
            sentence("The data file {path} is damaged or not a database.", path=path),
            "It was left as it is. Use `backups` and `restore` to bring back the last good backup.",
        )
    if passport.origin is Origin.FOREIGN:
        raise DataUnavailable(
            sentence("The file {path} belongs to another program.", path=path),
            "It was left as it is. Choose another folder with --data-dir.",
        )
    if passport.version > HEAD:
        raise DataUnavailable(
            sentence(
                "The data in {folder} were written by a newer OTnet Desktop (schema {version}, this one knows {head}).",
                folder=path.parent,
                version=passport.version,
                head=HEAD,
            ),
            "They were left as they are. Please install the newer version.",
        )
    if passport.origin is Origin.MISSING:
        create(path, key)
        return key
    expect_writable(path)
    key = key if mark_of(path) else None
    if passport.version < HEAD:
        back_up_first(path, key)
    return key


def expect_writable(path: Path) -> None:
    """Raises DataUnavailable for what its owner made read-only: that is for them to change, not for us."""
    if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise DataUnavailable(
            sentence("{path} is read-only.", path=path),
            "It was left as it is. Make it writable, or copy its folder and name the copy with --data-dir.",
        )


def close_to_others(path: Path) -> None:
    """Take away what others may do, and nothing of what the owner may."""
    mode = path.stat().st_mode
    if os.name == "posix" and mode & 0o077:
        path.chmod(mode & 0o700)


def create(path: Path, key: Key | None) -> None:
    """Make a new data file beside its place and rename it there, so that half a file is never met."""
    put_log_aside(path)
    with replacing(path) as beside, closing(connect(beside, key)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        runner.upgrade(connection)


def put_log_aside(path: Path) -> None:
    """A log without its file would be played into the new one: keep it under another name."""
    for side in SIDE_FILES:
        log = path.with_name(path.name + side)
        if log.exists():
            log.replace(log.with_name(log.name + ".stray"))


def back_up_first(path: Path, key: Key | None) -> None:
    """A verified backup before the schema changes, dated when the data were written last. Raises NotSaved."""
    Backups(path, key).make(Reason.MIGRATION, datetime.fromtimestamp(int(path.stat().st_mtime), UTC))


def make_private_folder(folder: Path) -> None:
    """The folder, readable by its owner alone."""
    try:
        make_folder(folder)
        expect_writable(folder)
        close_to_others(folder)
    except OSError as error:
        raise DataUnavailable(
            sentence("The data folder {folder} cannot be used ({why}).", folder=folder, why=error.strerror or error),
            "Choose another folder with --data-dir.",
        ) from error


def check_pragmas(database: Database) -> None:
    """Read every setting back: SQLite ignores what it does not like without a word."""
    for name, wanted in PRAGMAS.items():
        got = database.connection.execute(f"PRAGMA {name}").fetchone()[0]
        if str(got).lower() != str(wanted):
            raise DataUnavailable(
                sentence(
                    "The data file does not accept {name} = {wanted} (it is {got}).", name=name, wanted=wanted, got=got
                ),
                "Network drives often cannot hold a database. Choose a local folder with --data-dir.",
            )
    try:
        database.connection.execute("SELECT fts5_source_id()")
    except errors(kind="OperationalError") as error:
        raise DataUnavailable(
            "This SQLite was built without full-text search (FTS5).", "Please install a newer SQLite or Python."
        ) from error
