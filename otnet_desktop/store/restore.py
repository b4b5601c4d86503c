"""Puts a backup in the place of the present data: wholly or not at all, and never without keeping what was there.

Into a file that can be opened the backup is poured by SQLite itself in one transaction, so that whoever has it open
sees the old data or the new. Of a file that cannot be opened a copy is kept under another name first.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from otnet_desktop.domain.errors import BadInput, DataUnavailable, NotSaved
from otnet_desktop.store.backup_files import STAMP, examine, open_alone, trouble_inside
from otnet_desktop.store.migrations import runner
from otnet_desktop.store.passport import HEAD, Origin, Passport, read_passport
from otnet_desktop.store.private_files import flush, flush_folder, make_folder, replacing, write_private

SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """How many people are there now, and where the data from before are kept, if there were any."""

    people: int
    kept: Path | None


def restore(source: Path, data: Path, at: datetime, back_up: Callable[[], Path]) -> Restored:
    """Make the backup ``source`` the present data; ``back_up`` keeps those of before.

    Raises BadInput, DataUnavailable or NotSaved with the present data as they were.
    """
    trouble = examine(source)
    if trouble:
        raise BadInput(f"{source.name} cannot be restored. {trouble}", "The data are as they were. Try another backup.")
    passport = read_passport(data)
    if passport.origin is Origin.FOREIGN or passport.version > HEAD:
        raise DataUnavailable(
            f"In {data.parent} there are data of another program or of a newer OTnet Desktop.",
            "They were left as they are. Choose another folder with --data-dir.",
        )
    try:
        with prepared(source, data) as ready:
            kept = replace(data, passport, ready, at, back_up)
            with closing(open_alone(data)) as connection:
                (people,) = connection.execute("SELECT count(*) FROM person").fetchone()
    except (OSError, sqlite3.Error) as error:
        raise NotSaved(f"The backup was not restored ({error}).", "Check the free space and try again.") from error
    return Restored(int(people), kept)


@contextmanager
def prepared(source: Path, data: Path) -> Iterator[Path]:
    """A copy of the backup beside the data, brought to the newest schema."""
    ready = data.with_name(data.name + ".restoring")
    make_folder(data.parent)
    try:
        bring_up(source, ready)
        yield ready
    finally:
        ready.unlink(missing_ok=True)


def bring_up(source: Path, ready: Path) -> None:
    """A private copy of a data file, brought to the newest schema. Raises OSError, sqlite3.Error."""
    write_private(ready, b"")
    with closing(open_alone(source)) as old, closing(sqlite3.connect(ready, isolation_level=None)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")
        runner.upgrade(new)
    flush(ready)


def replace(data: Path, passport: Passport, ready: Path, at: datetime, back_up: Callable[[], Path]) -> Path | None:
    """Keep the present data, then let the prepared file take their place; where they are kept."""
    if passport.origin is Origin.MISSING:
        place(ready, data)
        return None
    if passport.origin is Origin.DAMAGED:
        aside = copy_aside(data, at)
        place(ready, data)
        return aside
    if is_sound(data):
        kept = back_up()
        keep_notices(data, passport, ready)
        pour(ready, data)
        return kept
    kept = copy_aside(data, at)
    try:
        pour(ready, data)
    except sqlite3.DatabaseError:
        place(ready, data)
    return kept


def pour(ready: Path, data: Path) -> None:
    """Replace the content of a file in one transaction."""
    with closing(open_alone(ready)) as new, closing(sqlite3.connect(data, isolation_level=None)) as live:
        live.execute("PRAGMA synchronous = FULL")
        new.backup(live)
        live.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def place(ready: Path, data: Path) -> None:
    """Let a prepared file take the place at once: a start in between would find nothing, and begin anew."""
    for side in SIDE_FILES:
        data.with_name(data.name + side).unlink(missing_ok=True)
    flush_folder(data.parent)  # or a log of before would be played into the new file
    ready.replace(data)
    flush_folder(data.parent)


def is_sound(data: Path) -> bool:
    """Whether the present data can be read and backed up."""
    try:
        with closing(sqlite3.connect(data, isolation_level=None)) as connection:
            return trouble_inside(connection) == ""
    except sqlite3.Error:
        return False


def copy_aside(data: Path, at: datetime) -> Path:
    """Copy a damaged file, which somebody may have open, with what belongs to it."""
    aside = free_name(data, at)
    for side in ("", "-wal"):
        path = data.with_name(data.name + side)
        if path.exists():
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


def keep_notices(data: Path, passport: Passport, ready: Path) -> None:
    """What was shown stays shown: nobody is told again of what a backup did not know to have been told."""
    if passport.version != HEAD:
        return
    with closing(sqlite3.connect(ready, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS present", (str(data),))
        connection.execute("INSERT OR IGNORE INTO main.notice_shown SELECT * FROM present.notice_shown")
        connection.execute(
            "INSERT OR REPLACE INTO main.preference SELECT * FROM present.preference WHERE key = 'last_seen'"
        )
