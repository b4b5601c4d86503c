"""Reads who made a database file, and for which schema, from its first bytes, without opening it where it is plain.

SQLite would create side files and replay a journal; a file that is not ours must stay as it is, byte for byte.
Source: the SQLite file format, section 1.3 (magic at 0, user version at 60, application id at 68).
"""

from __future__ import annotations

import os
import stat
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store.engine import connect, errors
from otnet_desktop.store.mark import MARK_BYTES, MARK_SIGN

if TYPE_CHECKING:
    from otnet_desktop.store.keys import Key

FILE_NAME = "otnet.db"
HEAD = 3
"""The newest schema this version knows; ``migrations.runner`` leads there."""

APPLICATION_ID = 0x4F546E74  # "OTnt"
MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
PROTECTED_PAGE = 4096


class Origin(StrEnum):
    """Whose file it is."""

    MISSING = "missing"
    OURS = "ours"
    PROTECTED = "protected"
    """Ours, and encrypted: whether it is whole, and its schema, can be told only with the key."""
    FOREIGN = "foreign"
    DAMAGED = "damaged"


class Passport(NamedTuple):
    """Whose file it is and which schema it holds."""

    origin: Origin
    version: int = 0


def read_passport(path: Path, key: Key | None = None) -> Passport:
    """Look at the header, and with its key into a protected file. Raises DataUnavailable where it may not be read.

    Not for a file that is open in this process: closing it would take SQLite's locks away.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # before it is opened: a pipe would keep us waiting
            return Passport(Origin.FOREIGN)
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        return Passport(Origin.MISSING)
    except OSError as error:
        raise DataUnavailable(
            sentence("The data file {path} cannot be read ({why}).", path=path, why=error.strerror or error),
            "Check that it belongs to you, or choose another folder with --data-dir.",
        ) from error
    told = judged(header, size, path)
    if told.origin is Origin.PROTECTED and key is not None and key.opens(header[:MARK_BYTES]):
        return read_protected(path, key)
    return told


def read_protected(path: Path, key: Key) -> Passport:
    """What stands inside; a change that a stopped machine left half made is taken back by SQLite, so not only read."""
    try:
        return look_inside(path, key)
    except errors() as error:
        if "not a database" in str(error) or "malformed" in str(error):
            return Passport(Origin.DAMAGED)
        raise DataUnavailable(
            sentence("The data file {path} cannot be read ({why}).", path=path, why=error),
            "Check that it belongs to you, or choose another folder with --data-dir.",
        ) from error


def look_inside(path: Path, key: Key | None, *, reading: bool = False) -> Passport:
    """What a file says through SQLite. Raises one of ``errors()``."""
    with closing(connect(path, key, reading=reading)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return Passport(Origin.OURS if application == APPLICATION_ID else Origin.FOREIGN, version)


def judged(header: bytes, size: int, path: Path) -> Passport:
    """What a header of so many bytes of file says."""
    if header.startswith(MARK_SIGN) and size and (size % PROTECTED_PAGE == 0 or has_log(path)):
        return Passport(Origin.PROTECTED)
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        return Passport(Origin.DAMAGED)
    if size < expected_size(header) and not has_log(path):
        return Passport(Origin.DAMAGED)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        return Passport(Origin.FOREIGN)
    return Passport(Origin.OURS, int.from_bytes(header[60:64], "big"))


def expected_size(header: bytes) -> int:
    """How many bytes the file has by its own account."""
    page_size = int.from_bytes(header[16:18], "big")
    return (65536 if page_size == 1 else page_size) * int.from_bytes(header[28:32], "big")


def has_log(path: Path) -> bool:
    """Whether a write-ahead log lies beside the file: what seems to be missing may be in there."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
