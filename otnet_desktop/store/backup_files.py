"""What a backup is: one database file that stands alone, and beside it a note of what was counted and hashed.

``otnet-20260318-101500-daily.db`` and ``otnet-20260318-101500-daily.db.json``; the time is UTC.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from otnet_desktop.domain.errors import OtnetError, PassphraseNeeded
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store.engine import connect, errors
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.passport import HEAD, Origin, read_passport
from otnet_desktop.store.private_files import write_private
from otnet_desktop.store.trouble import tells_of_damage

FOLDER = "backups"
NAME = re.compile(r"otnet-(\d{8}-\d{6})-([a-z]+)(?:-\d+)?\.db")
STAMP = "%Y%m%d-%H%M%S"


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    ASKED = "asked"
    IMPORT = "import"
    DELETE = "delete"
    MERGE = "merge"
    MIGRATION = "migration"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Note:
    """What is written beside a backup. ``step`` tells how far the journal was (see ``Backups.is_due``)."""

    sha256: str
    people: int
    schema: int
    step: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in the folder; ``note`` is missing when the note beside it is, or cannot be read."""

    path: Path
    at: datetime
    reason: Reason
    note: Note | None

    @property
    def people(self) -> int | None:
        """How many people are in it, if that is known."""
        return self.note.people if self.note else None

    @property
    def size(self) -> int:
        """Its bytes, as far as they are known."""
        return self.note.bytes if self.note else 0


def seems_good(backup: Backup) -> bool:
    """Whether a backup may be whole, as far as can be told without reading all of it."""
    try:
        return backup.note is not None and backup.path.stat().st_size == backup.note.bytes
    except OSError:
        return False


def note_path(backup: Path) -> Path:
    """Where the note of a backup is."""
    return backup.with_name(backup.name + ".json")


def read_backup(path: Path) -> Backup | None:
    """A file of the folder as a backup; none for any other file."""
    told = NAME.fullmatch(path.name)
    if told is None or told[2] not in set(Reason):
        return None
    try:
        at = datetime.strptime(told[1], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, at, Reason(told[2]), read_note(path))


def read_note(backup: Path) -> Note | None:
    """The note beside a backup."""
    try:
        return Note(**json.loads(note_path(backup).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_note(backup: Path, note: Note, where: Path | None = None) -> None:
    """Write the note of a backup, wholly or not at all, beside it unless told where."""
    write_private(where or note_path(backup), json.dumps(asdict(note), indent=1).encode())


def hash_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_alone(path: Path, key: Key | None = None) -> sqlite3.Connection:
    """Open a file for reading without making anything beside it."""
    return connect(path, key, reading=True)


def key_of(path: Path, *known: Key | None) -> Key | None:
    """Which of the keys we know opens a file; none for a plain one. Raises PassphraseNeeded where it is another."""
    mark = mark_of(path)
    if mark is None:
        return None
    for key in known:
        if key is not None and key.opens(mark):
            return key
    raise PassphraseNeeded(
        sentence("{file} is protected by another passphrase.", file=path.name), "Say the one it was made with."
    )


def examine(path: Path, key: Key | None = None) -> str:
    """What is wrong with a file as a backup, in words; "" when it can be restored. Reads all of it.

    Of one that is protected by another key than ``key`` it can be told only whether it is what was written then.
    """
    try:
        return no_backup(path, key) or trouble_within(path, key)
    except OSError as error:
        return sentence("It cannot be read ({why}).", why=error.strerror or error)
    except errors(OtnetError) as error:
        return sentence("It cannot be read ({why}).", why=error)


def no_backup(path: Path, key: Key | None = None) -> str:
    """Why a file cannot even be a backup, as far as its kind and its first bytes tell."""
    if path.exists() and not path.is_file():
        return "It is a folder: choose the file inside." if path.is_dir() else "It is no file."
    if path.is_file():
        with path.open("rb") as file:
            if not file.read(1):
                return "It is empty."
    passport = read_passport(path, key)
    if passport.version > HEAD:
        return sentence(
            "It was written by a newer OTnet Desktop (schema {version}; this one knows {head}).",
            version=passport.version,
            head=HEAD,
        )
    return SAID[passport.origin]


def trouble_within(path: Path, key: Key | None = None) -> str:
    """What is wrong inside a data file of ours. Raises OSError or one of ``errors()``."""
    note = read_note(path)
    if note is not None and note.sha256 != hash_of(path):
        return "It is not what was backed up then: its SHA-256 differs from the one noted beside it."
    mark = mark_of(path)
    if mark is not None and (key is None or not key.opens(mark)):
        return "" if note is not None else "It is protected by another passphrase."
    with closing(open_alone(path, key if mark else None)) as connection:
        return trouble_inside(connection)


SAID = {
    Origin.OURS: "",
    Origin.MISSING: "It is not there.",
    Origin.FOREIGN: "It belongs to another program.",
    Origin.DAMAGED: "It is damaged or not a database.",
    Origin.PROTECTED: "",
}


def said_damaged(found: Sequence[str]) -> str:
    """In one line, whatever SQLite found; "" where it found nothing."""
    return sentence("It is damaged ({how}).", how=" ".join("; ".join(found[:3]).split())) if found else ""


def trouble_inside(connection: sqlite3.Connection) -> str:
    """What SQLite finds wrong in a file; "" for nothing."""
    found = damage_in(connection)
    if found:
        return said_damaged(found)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        return "Some of its rows point to rows that are not there."
    return ""


def damage_of(path: Path, key: Key | None = None, *, quickly: bool = False) -> str:
    """What is wrong with a file of ours that may be open, in words; "" for nothing. Raises what tells of no damage.

    ``quickly`` leaves out whether indexes say what the rows say, and whether rows point to others that are there.
    """
    try:
        with closing(connect(path, key, reading=True)) as connection:
            if not quickly:
                return trouble_inside(connection)
            return said_damaged(damage_in(connection, quickly=True))
    except errors() as error:
        if tells_of_damage(error):
            return said_damaged([str(error)])
        raise


def damage_in(connection: sqlite3.Connection, *, quickly: bool = False) -> list[str]:
    """What SQLite finds wrong with the file itself.

    Newer ones look into the search indexes too, which can be made anew; ``check`` does so whatever the SQLite.
    """
    ask = "PRAGMA quick_check(20)" if quickly else "PRAGMA integrity_check(20)"
    found = [row[0] for row in connection.execute(ask)]
    return [finding for finding in found if finding != "ok" and "fts5" not in finding.lower()]


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has, whatever the schema."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'find%'"
    ).fetchall()
    return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in tables}
