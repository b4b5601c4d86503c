"""A second place for backups (a USB stick, a synced folder): the same files once more, read again there.

It is caught up with whenever it is there, so that a stick in a drawer stops nothing. What is only there stays, until
the same rules as in the first place thin it: the first place may have been lost.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store import backup_files as files
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.backup_files import Backup, Note
from otnet_desktop.store.passport import MAGIC
from otnet_desktop.store.private_files import make_folder, replacing

BLOCK = 1 << 20


class Unwanted(Exception):
    """Nobody waits for it any more; nothing is left half done."""


def always() -> bool:
    """Somebody waits until the end."""
    return True


class SecondPlace:
    """``folder`` lies in the place somebody chose, and is ours alone."""

    def __init__(self, first: Backups, folder: Path) -> None:
        self.folder = folder
        self.backups = Backups(first.data, first.key, folder)
        self._first = first

    def is_there(self) -> bool:
        """Whether the stick is in, the share is mounted; where one is put into the tree lies a folder without it."""
        try:
            return self.folder.is_dir()
        except OSError:
            return False

    def catch_up(self, now: datetime, *, purges: bool = False, is_wanted: Callable[[], bool] = always) -> int:
        """Copy what is missing there, make sure of it, and thin it; how many were copied.

        ``purges``: what is only there goes, whatever the rules say, and whenever a clock says it was made.
        ``is_wanted`` is asked again and again, as a slow stick takes minutes: raises Unwanted when nobody waits any
        more. Raises NotSaved.
        """
        copied = 0
        try:
            make_folder(self.folder)
            for backup in self._missing():
                self._copy(backup, is_wanted)
                copied += 1
            for old in self._unwanted(purges=purges):
                for path in (old.path, files.note_path(old.path)):
                    path.unlink(missing_ok=True)
        except OSError as error:
            raise NotSaved(
                sentence(
                    "The second place for backups, {folder}, cannot be used ({why}).",
                    folder=self.folder.parent,
                    why=error.strerror or error,
                ),
                "The backups beside your data are whole. Free some space there, or choose another place.",
            ) from error
        self.backups.thin(now, {backup.path.name for backup in self._first.all()})  # or it would be copied again
        return copied

    def _missing(self) -> Iterator[Backup]:
        """Those of the first place that are not there as they are; made anew after another passphrase, they are not."""
        for backup in self._first.all():
            is_kept = backup.note is None or self._is_kept(backup.path.name, backup.note)
            if not is_kept and not files.examine(backup.path, self._first.key):
                yield backup

    def _is_kept(self, name: str, note: Note) -> bool:
        """Whether a backup is there, as far as can be told without reading all of it."""
        there = self.folder / name
        return there.is_file() and there.stat().st_size == note.bytes and files.read_note(there) == note

    def _copy(self, backup: Backup, is_wanted: Callable[[], bool]) -> None:
        assert backup.note is not None
        target = self.folder / backup.path.name
        with suppress(FileNotFoundError):
            files.note_path(target).unlink()  # it would vouch for another file
        with replacing(target) as beside:
            copy_while(is_wanted, backup.path, beside)
        if files.hash_of(target) != backup.note.sha256:
            target.unlink()
            raise OSError(f"what was written as {target.name} reads otherwise")
        files.write_note(target, backup.note)

    def _unwanted(self, *, purges: bool) -> Iterator[Backup]:
        """What must not stay: what everybody could read of protected data, and what was to be forgotten."""
        here = {backup.path.name for backup in self._first.all()}
        purges = purges and bool(here)  # never the only ones there are
        for backup in self.backups.all():
            if backup.path.name not in here and (purges or (self._first.key is not None and is_plain(backup.path))):
                yield backup


def copy_while(is_wanted: Callable[[], bool], source: Path, target: Path) -> None:
    """Copy a file block by block. Raises Unwanted in between."""
    with source.open("rb") as old, target.open("wb") as new:
        while block := old.read(BLOCK):
            if not is_wanted():
                raise Unwanted
            new.write(block)
            new.flush()
            os.fsync(new.fileno())  # else everything waits for the disk at the end, where nobody can stop it


def is_plain(path: Path) -> bool:
    """Whether anybody can read a backup."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC
