"""The files around the data: who may read them, what was left half made, and what is noted beside the backups."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.store import backup_files as files
from otnet_desktop.store.backup import Backups, step_of
from otnet_desktop.store.backup_files import Backup, Note
from otnet_desktop.store.engine import errors
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.private_files import HALF_MADE
from otnet_desktop.store.restore import RESTORING

LEFT_FOR = timedelta(hours=1)
"""Somebody may be at work on a file that is younger."""
OTHERS = 0o077
"""What a mode gives to others than the owner."""


class FolderCheck:
    """Of one data folder."""

    def __init__(self, backups: Backups) -> None:
        self._backups = backups
        self._folder = backups.data.parent

    def findings(self, now: datetime) -> list[str]:
        """Every one of them can be mended."""
        return [
            *(f"{path.name} can be read by others on this computer." for path in self._open_to_others()),
            *(f"{path.name} was left half made." for path in self._half_made(now)),
            *(f"The note {path.name} has lost its backup." for path in self._lost_notes()),
            *(f"Backup {backup.path.name}: {said}" for backup, _note, said in self._wrong_notes() if said),
        ]

    def repair(self, now: datetime) -> None:
        """Close, clear away, and note anew what was counted in whole backups."""
        for path in self._open_to_others():
            path.chmod(path.stat().st_mode & 0o700)
        for path in self._half_made(now):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path in self._lost_notes():
            path.unlink()
        for backup, note, _said in list(self._wrong_notes()):
            files.write_note(backup.path, note)

    def _open_to_others(self) -> list[Path]:
        if os.name != "posix":
            return []
        ours = [self._folder, *self._folder.glob(f"{self._backups.data.name}*")]
        ours += [self._backups.folder, *self._backups.folder.glob("otnet-*")] if self._backups.folder.is_dir() else []
        return [path for path in ours if not path.is_symlink() and path.stat().st_mode & OTHERS]

    def _half_made(self, now: datetime) -> list[Path]:
        half_made = [*self._folder.glob(HALF_MADE), *self._backups.folder.glob(HALF_MADE)]
        found = [*half_made, *self._folder.glob(f"{self._backups.data.name}{RESTORING}")]
        return sorted(path for path in found if datetime.fromtimestamp(path.stat().st_mtime, UTC) < now - LEFT_FOR)

    def _lost_notes(self) -> list[Path]:
        notes = self._backups.folder.glob("otnet-*.db.json")
        return sorted(note for note in notes if not note.with_suffix("").exists())

    def _wrong_notes(self) -> Iterator[tuple[Backup, Note, str]]:
        """Whole backups whose note is missing or wrong, with the note they should have.

        ``Check.in_backups`` tells of a missing note and of a hash that differs, so nothing is said about those here.
        """
        with suppress(OtnetError):
            for backup in self._backups.all():
                counted = self._counted(backup.path)
                if counted is None:
                    continue
                if backup.note is None:
                    yield backup, counted, ""
                elif backup.note.people != counted.people and backup.note.sha256 == counted.sha256:
                    right = replace(backup.note, people=counted.people)
                    yield (
                        backup,
                        right,
                        f"its note tells of {backup.note.people} people, and {counted.people} are in it.",
                    )

    def _counted(self, path: Path) -> Note | None:
        """What a whole backup holds; none where it cannot be told."""
        key, mark = self._backups.key, mark_of(path)
        if mark is not None and (key is None or not key.opens(mark)):
            return None
        try:
            with closing(files.open_alone(path, key if mark else None)) as connection:
                if files.trouble_inside(connection):
                    return None
                (people,) = connection.execute("SELECT count(*) FROM person").fetchone()
                (schema,) = connection.execute("PRAGMA user_version").fetchone()
                step = step_of(connection)
            return Note(files.hash_of(path), people, schema, step, path.stat().st_size)
        except errors(OSError, OtnetError):
            return None
