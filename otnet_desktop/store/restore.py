"""Puts a backup in the place of the present data: wholly or not at all, and never without keeping what was there.

Into a file that can be opened the backup is poured by SQLite itself in one transaction, so that whoever has it open
sees the old data or the new. Of a file that cannot be opened a copy is kept under another name first.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from otnet_desktop.domain.errors import BadInput, DataUnavailable, NotSaved, PassphraseNeeded
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store.backup_files import STAMP, examine, open_alone, trouble_inside
from otnet_desktop.store.engine import connect, errors
from otnet_desktop.store.keys import Key
from otnet_desktop.store.migrations import runner
from otnet_desktop.store.overwriting import take_away
from otnet_desktop.store.passport import HEAD, Origin, Passport, look_inside, read_passport
from otnet_desktop.store.private_files import flush, flush_folder, make_folder, replacing, write_private
from otnet_desktop.store.rewriting import rewrite

log = logging.getLogger(__name__)

LOCKED = "the data are locked by another program"
RESTORING = ".restoring"
"""What the name of a file ends with while it is prepared to take the place of the data."""
SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """How many people are there now, and where the data from before are kept, if there were any.

    ``is_protected``: a passphrase is needed to open what is there now.
    """

    people: int
    kept: Path | None
    is_protected: bool = False


class Keys(NamedTuple):
    """The key of the present data and that of the backup, where they have one.

    What is restored is protected as the present data are; where these cannot be read or there are none, by their key
    all the same if somebody said it, else as the backup is.
    """

    here: Key | None = None
    there: Key | None = None


PLAIN = Keys()


def restore(source: Path, data: Path, at: datetime, back_up: Callable[[], Path], keys: Keys = PLAIN) -> Restored:
    """Make the backup ``source`` the present data; ``back_up`` keeps those of before.

    Raises BadInput, DataUnavailable or NotSaved with the present data as they were.
    """
    trouble = examine(source, keys.there)
    if trouble:
        raise BadInput(
            sentence("{file} cannot be restored. {why}", file=source.name, why=trouble),
            "The data are as they were. Try another backup.",
        )
    passport = passport_of(data, keys.here)
    if passport.origin is Origin.PROTECTED:
        raise PassphraseNeeded(
            sentence("The data in {folder} are protected by a passphrase.", folder=data.parent),
            "Say it to replace them.",
        )
    if passport.origin in (Origin.MISSING, Origin.DAMAGED):
        keys = keys._replace(here=keys.here or keys.there)
    if passport.origin is Origin.FOREIGN or passport.version > HEAD:
        raise DataUnavailable(
            sentence("In {folder} there are data of another program or of a newer OTnet Desktop.", folder=data.parent),
            "They were left as they are. Choose another folder with --data-dir.",
        )
    try:
        with prepared(source, data, keys) as ready:
            with closing(open_alone(ready, keys.here)) as connection:
                (people,) = connection.execute("SELECT count(*) FROM person").fetchone()
            kept = replace(data, passport, ready, at, back_up, keys.here)
    except errors(OSError) as error:
        hint = "Close it and try again." if LOCKED in str(error) else "Check the free space and try again."
        raise NotSaved(sentence("The backup was not restored ({why}).", why=error), hint) from error
    return Restored(int(people), kept, keys.here is not None)


def passport_of(data: Path, key: Key | None) -> Passport:
    """Asked through SQLite first, as they may be open here."""
    try:
        told = look_inside(data, key, reading=True)
    except errors():
        return read_passport(data, key)
    return told if told.origin is Origin.OURS else read_passport(data, key)


@contextmanager
def prepared(source: Path, data: Path, keys: Keys) -> Iterator[Path]:
    """A copy of the backup beside the data, brought to the newest schema and into their key.

    Whether it can be taken away afterwards says nothing about what was restored by then.
    """
    ready = data.with_name(data.name + RESTORING)
    make_folder(data.parent)
    try:
        bring_up(source, ready, keys)
        yield ready
    finally:
        try:
            take_away(ready)
        except OSError:
            log.warning("A copy made while restoring could not be taken away.")


def bring_up(source: Path, ready: Path, keys: Keys = PLAIN) -> None:
    """A private copy of a data file, brought to the newest schema. Raises OSError or one of ``errors()``."""
    if keys.there != keys.here:
        rewrite(source, keys.there, ready, keys.here)
    else:
        write_private(ready, b"")
    with closing(connect(ready, keys.here)) as new:
        if keys.there == keys.here:
            with closing(open_alone(source, keys.there)) as old:
                old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
        runner.upgrade(new)
    flush(ready)


def replace(
    data: Path, passport: Passport, ready: Path, at: datetime, back_up: Callable[[], Path], key: Key | None
) -> Path | None:
    """Keep the present data, then let the prepared file take their place; where they are kept."""
    if passport.origin is Origin.MISSING:
        place(ready, data)
        return None
    if passport.origin is Origin.DAMAGED:
        aside = copy_aside(data, at)
        place(ready, data)
        return aside
    if is_sound(data, key):
        kept = back_up()
        keep_notices(data, passport, ready, key)
        pour(ready, data, key)
        return kept
    kept = copy_aside(data, at)
    try:
        pour(ready, data, key)
    except errors(MemoryError, kind="DatabaseError") as error:  # SQLCipher says so of a page it cannot decrypt
        if LOCKED in str(error):
            raise
        place(ready, data)
    return kept


def pour(ready: Path, data: Path, key: Key | None) -> None:
    """Replace the content of a file in one transaction."""
    with closing(open_alone(ready, key)) as new, closing(connect(data, key)) as live:
        live.execute("PRAGMA synchronous = FULL")
        new.backup(live, progress=expect_unlocked)
        live.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def expect_unlocked(status: int, _left: int, _all: int) -> None:
    """Python would try for ever; SQLite has waited for whoever locks the data by then. Raises OperationalError."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError(LOCKED)


def place(ready: Path, data: Path) -> None:
    """Let a prepared file take the place at once: a start in between would find nothing, and begin anew."""
    for side in SIDE_FILES:
        data.with_name(data.name + side).unlink(missing_ok=True)
    flush_folder(data.parent)  # or a log of before would be played into the new file
    ready.replace(data)
    flush_folder(data.parent)


def is_sound(data: Path, key: Key | None) -> bool:
    """Whether the present data can be read and backed up."""
    try:
        with closing(connect(data, key)) as connection:
            return trouble_inside(connection) == ""
    except errors():
        return False


def copy_aside(data: Path, at: datetime) -> Path:
    """Copy a damaged file, which somebody may have open, with what belongs to it."""
    aside = free_name(data, at)
    for side in ("", "-wal"):
        path = data.with_name(data.name + side)
        if path.exists() and not (side and path.stat().st_size == 0):  # having looked leaves an empty log
            copy = aside.with_name(aside.name + side)
            with replacing(copy) as beside:
                shutil.copyfile(path, beside)
    return aside


def free_name(data: Path, at: datetime) -> Path:
    """``otnet.db.damaged-20260318-101500``, numbered when that is taken."""
    stem = f"{data.name}.damaged-{at.strftime(STAMP)}"
    path, number = data.with_name(stem), 1
    while path.exists():
        number += 1
        path = data.with_name(f"{stem}-{number}")
    return path


def keep_notices(data: Path, passport: Passport, ready: Path, key: Key | None) -> None:
    """What was shown stays shown: nobody is told again of what a backup did not know to have been told."""
    if passport.version != HEAD:
        return
    with closing(connect(ready, key)) as connection:  # what is attached is of the same key
        connection.execute("ATTACH ? AS present", (str(data),))
        connection.execute("INSERT OR IGNORE INTO main.notice_shown SELECT * FROM present.notice_shown")
        connection.execute(
            "INSERT OR REPLACE INTO main.preference SELECT * FROM present.preference WHERE key = 'last_seen'"
        )
