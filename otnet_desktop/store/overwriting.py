"""Takes files away so that what they held is not left behind where they lay, as far as a program can see to that.

It writes over a file before its place is given free. A solid-state drive, a file system that keeps earlier versions
and a backup of the whole machine may hold the old blocks all the same; that is said where somebody sets a passphrase.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from otnet_desktop.store.private_files import flush_folder

BLOCK = 1 << 20


def take_away(path: Path) -> None:
    """Write over a file, or all files of a folder, and remove it; nothing where there is none. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        take_folder_away(path)
        return
    if path.is_file() and not path.is_symlink():
        with path.open("rb+") as file:
            write_over(file)
    path.unlink(missing_ok=True)


def take_folder_away(folder: Path) -> None:
    """The same with everything in a folder."""
    for path in folder.rglob("*"):
        if path.is_file():
            take_away(path)
    shutil.rmtree(folder)


def supplant(ready: Path, path: Path) -> None:
    """Let a file that is on the disk take the place of another, and only then write over what the other was.

    Whatever happens meanwhile, one of the two is there as a whole. Raises OSError.
    """
    if os.name != "posix" or not path.is_file():  # elsewhere an open file cannot be replaced
        ready.replace(path)
        flush_folder(path.parent)
        return
    with path.open("rb+") as old:
        ready.replace(path)
        flush_folder(path.parent)  # or the name might come back after a power cut, and lead to zeros
        with suppress(OSError):  # the new one is there; the old has no name any more
            write_over(old)


def write_over(file: BinaryIO) -> None:
    """Zeros from beginning to end, on the disk."""
    left = file.seek(0, os.SEEK_END)
    file.seek(0)
    while left > 0:
        left -= file.write(bytes(min(BLOCK, left)))
    file.flush()
    os.fsync(file.fileno())
