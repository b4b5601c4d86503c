"""Files that only their owner can read, and that are there as a whole or not at all.

The only way in which the program writes a file that somebody may keep: backups and their notes, exports, letters,
calendar files.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence

HALF_MADE = ".otnet-*.part"
"""What a file is called while it is made; one is left behind only where the machine itself stops."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """An empty file in the same folder, to be filled by its name; at the end it takes the place of ``path``.

    The name cannot be guessed and the file is made by us or not at all, so nobody can lay a link in its way. Raises
    OSError with nothing left behind and ``path`` as it was; what is no ordinary file is never replaced.
    """
    expect_ordinary(path)
    before, after = HALF_MADE.split("*")
    descriptor, name = tempfile.mkstemp(prefix=before, suffix=after, dir=path.parent)
    os.close(descriptor)
    beside = Path(name)
    try:
        yield beside
        flush(beside)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    flush_folder(path.parent)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """The same for a file that is written from its beginning to its end. Raises OSError (see ``replacing``)."""
    with replacing(path) as beside, beside.open("wb") as file:
        yield file


@contextmanager
def folder_beside(path: Path, old: datetime) -> Iterator[Path]:
    """A folder in the same one, for its owner alone and gone at the end, for what is needed while a file is made.

    What a stopped machine left there before ``old`` is cleared first. Raises OSError.
    """
    clear_half_made(path.parent, old)
    before, after = HALF_MADE.split("*")
    with tempfile.TemporaryDirectory(prefix=before, suffix=after, dir=path.parent) as folder:
        yield Path(folder)


def clear_half_made(folder: Path, old: datetime) -> None:
    """Remove what was left half made before: it may hold people who were deleted for good since."""
    for half in folder.glob(HALF_MADE):
        with suppress(OSError):
            if half.is_symlink() or half.stat().st_mtime >= old.timestamp():
                continue
            if half.is_dir():
                shutil.rmtree(half)
            else:
                half.unlink()


@contextmanager
def written_where_asked(out: Path) -> Iterator[BinaryIO]:
    """The same in a place somebody chose. Raises BadInput where it cannot be written."""
    try:
        with written_whole(out) as file:
            yield file
    except OSError as error:
        raise BadInput(
            sentence("{out} cannot be written ({why}).", out=out, why=error.strerror or error),
            "Choose another place; nothing was changed.",
        ) from error


def write_private(path: Path, content: bytes) -> None:
    """The same for a few bytes. Raises OSError (see ``replacing``)."""
    with written_whole(path) as file:
        file.write(content)


def expect_ordinary(path: Path) -> None:
    """Raises OSError for a link, a device or a folder, which no file may take the place of."""
    if path.is_symlink():
        raise OSError(f"{path.name} is a link")
    if path.exists() and not path.is_file():
        raise OSError(f"{path.name} is a folder or a device")


def flush(path: Path) -> None:
    """Make sure that a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def make_folder(folder: Path) -> None:
    """A folder that only its owner can enter, with its name on the disk, and so those above it that are missing.

    (In one that others may write to they could put another in its place.) Raises OSError.
    """
    made = [missing for missing in (folder, *folder.parents) if not missing.exists()]
    for new in reversed(made):
        new.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)  # says so where a file lies in its place
    for new in made:
        with suppress(PermissionError):  # a folder one may walk through and not read
            flush_folder(new.parent)


def flush_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk, where the system can tell so."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
