"""Makes verified backups, and keeps seven daily, four weekly and six monthly ones.

A backup is called one only after it was opened again, checked, counted and hashed. Everything works on connections of
its own, so it may run in any thread while the data are in use, and also where they can no longer be opened.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import RLock

from otnet_desktop.domain.backups import OpenedBy
from otnet_desktop.domain.errors import DataDamaged, DataUnavailable, NotSaved, OtnetError
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store import backup_files as files
from otnet_desktop.store.backup_files import Backup, Note, Reason
from otnet_desktop.store.engine import connect, errors
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.private_files import clear_half_made, make_folder, replacing
from otnet_desktop.store.restore import Keys, Restored, restore
from otnet_desktop.store.rewriting import rewrite
from otnet_desktop.store.trouble import said_plainly

A_DAY = timedelta(days=1)
KEPT: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (7, lambda at: (at.year, at.month, at.day)),
    (4, lambda at: at.isocalendar()[:2]),
    (6, lambda at: (at.year, at.month)),
)
"""How many days, weeks and months keep their newest backup, and how an instant is told to be in one."""

KEPT_OF_REASON = 3
"""The newest backups made before an import, a restore and the like stay as well."""


class Backups:
    """The backups of one data file, in the folder ``backups`` beside it unless told where."""

    def __init__(self, data: Path, key: Key | None = None, folder: Path | None = None) -> None:
        self.data = data
        self.key = key
        self.said: list[Key] = []
        """Keys of backups made under other passphrases, which somebody said; kept nowhere else."""
        self.one_at_a_time = RLock()
        """Held while one is made, and while all are written anew."""
        self.folder = folder or data.parent / files.FOLDER

    def all(self) -> list[Backup]:
        """Every backup, newest first. Whether one is whole is told by ``verify``, which reads it.

        Raises DataUnavailable where the folder may not be read.
        """
        try:
            found = [*filter(None, map(files.read_backup, self.folder.iterdir()))] if self.folder.is_dir() else []
        except OSError as error:
            raise DataUnavailable(
                sentence(
                    "The backups in {folder} cannot be read ({why}).", folder=self.folder, why=error.strerror or error
                ),
                "Check its permissions.",
            ) from error
        return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)

    def verify(self, backup: Backup) -> str:
        """What is wrong with a backup, in words; "" for nothing."""
        if not backup.note:
            return "The note with its SHA-256 is missing."
        key = next((key for key in self.said if key.opens(mark_of(backup.path) or b"")), self.key)
        return files.examine(backup.path, key)

    def key_of(self, source: Path, key: Key | None = None) -> Key | None:
        """What opens a backup, of all the keys we were told; none for a plain one. Raises PassphraseNeeded."""
        return files.key_of(source, self.key, key, *self.said)

    def good_first(self, now: datetime) -> list[Backup]:
        """All of them in the order in which a good one is looked for: those a clock that was ahead dated come last."""
        return sorted(self.all(), key=lambda backup: backup.at > now)

    def opened_by(self, backup: Backup) -> OpenedBy:
        """Who can read it, as its first bytes tell."""
        mark = mark_of(backup.path)
        if mark is None:
            return OpenedBy.ANYBODY
        return OpenedBy.OUR_KEY if self.key is not None and self.key.opens(mark) else OpenedBy.ANOTHER_KEY

    def make(self, reason: Reason, at: datetime) -> Backup:
        """Make and verify a backup.

        Raises NotSaved with nothing left behind when that fails, and DataDamaged where the data are to blame.
        """
        try:
            path = self._free_path(reason, at)
        except OSError as error:
            raise self._no_backup(error) from error
        return Backup(path, at, reason, self.write(path))

    def write(self, path: Path, *, plain: bool = False) -> Note:
        """Make and verify a backup in a file of that name, in the key of the data unless a ``plain`` one is asked for.

        Raises NotSaved or DataDamaged with nothing left behind.
        """
        try:
            make_folder(path.parent)
            with self.one_at_a_time, replacing(path) as beside:
                note = self._copy(beside, None if plain else self.key)
                files.write_note(path, note)
        except errors(OSError) as error:
            with suppress(OSError):
                if not path.is_file():
                    files.note_path(path).unlink(missing_ok=True)
            raise self._no_backup(error) from error
        return note

    def renew(self, at: datetime) -> None:
        """Make a verified backup, then remove all others and what was set aside beside the data. Raises NotSaved."""
        fresh = self.make(Reason.ASKED, at)
        old = [backup.path for backup in self.all() if backup.path != fresh.path]
        with_notes = (path for backup in old for path in (backup, files.note_path(backup)))
        for path in (*with_notes, *self.set_aside()):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise NotSaved(
                    sentence("{path} could not be removed ({why}).", path=path, why=error.strerror),
                    "Remove it by hand.",
                ) from error

    def set_aside(self) -> list[Path]:
        """What lies beside the data and was theirs: damaged files, logs without one, a restore that was stopped."""
        beside = sorted(self.data.parent.glob(f"{self.data.name}*"))
        return [path for path in beside if path.suffix in (".stray", ".restoring") or ".damaged-" in path.name]

    def restore(self, source: Path, at: datetime, key: Key | None = None) -> Restored:
        """Make a backup (or any data file of ours) the present data, those of before being kept (see ``restore``).

        ``key`` is that of the backup, where it is not ours. Raises PassphraseNeeded.
        """
        keys = Keys(self.key, self.key_of(source, key))
        return restore(source, self.data, at, lambda: self.make(Reason.RESTORE, at).path, keys)

    def is_due(self, now: datetime) -> bool:
        """Whether something changed since the last backup and that is a day old, or was made before anybody was here.

        Ones from the future do not count.
        """
        last = next((backup for backup in self.all() if backup.at <= now and files.seems_good(backup)), None)
        if last is None or last.note is None:
            return True
        if last.note.people and now - last.at < A_DAY:
            return False
        with said_plainly(), closing(files.open_alone(self.data, self.key)) as connection:
            return step_of(connection) != last.note.step

    def thin(self, now: datetime, spared: Collection[str] = ()) -> list[Backup]:
        """Remove and return what need not be kept. Backups from the future stay: the clock may be wrong.

        One that cannot be good any more takes nobody's place. ``spared`` are names that stay whatever the rules say.
        """
        past = [backup for backup in self.all() if backup.at <= now]
        good = [backup for backup in past if files.seems_good(backup)]
        kept = {backup.path for backup in past if backup.path.name in spared}
        for some in (past, good):
            kept |= kept_by_time(some) | kept_by_reason(some)
        gone = [backup for backup in past if backup.path not in kept]
        for path in (path for backup in gone for path in (backup.path, files.note_path(backup.path))):
            with suppress(OSError):  # what cannot be removed today is tried again tomorrow
                path.unlink()
        clear_half_made(self.folder, now - A_DAY)
        return gone

    def _free_path(self, reason: Reason, at: datetime) -> Path:
        stem = f"otnet-{at.strftime(files.STAMP)}-{reason.value}"
        path, number = self.folder / f"{stem}.db", 1
        while path.exists():
            number += 1
            path = self.folder / f"{stem}-{number}.db"
        return path

    def _no_backup(self, error: Exception) -> OtnetError:
        """Why there is none, in words."""
        damage = "" if isinstance(error, OSError) else self._damage()
        if damage:
            told = sentence("No backup was made, for the data file is not whole any more. {damage}", damage=damage)
            return DataDamaged(told, "The backups of before are kept as they are. Bring the last good one back.")
        hint = "Check the free space and the permissions of the backup folder."
        return NotSaved(sentence("No backup was made ({why}).", why=error), hint)

    def _damage(self) -> str:
        """What is wrong with the data, where that can be told."""
        with suppress(*errors()):
            return files.damage_of(self.data, self.key)
        return ""

    def _copy(self, target: Path, key: Key | None) -> Note:
        """Copy the data as they are at this moment, and make sure that the copy is whole."""
        counts = None
        if key != self.key:
            rewrite(self.data, self.key, target, key)
        else:
            counts = self._copy_alike(target)
        with closing(files.open_alone(target, key)) as copy:
            trouble = files.trouble_inside(copy)
            found = files.row_counts(copy)
            if trouble or counts not in (None, found):
                raise sqlite3.DatabaseError(trouble or "the copy does not hold everything")
            step, schema = step_of(copy), copy.execute("PRAGMA user_version").fetchone()[0]
        return Note(files.hash_of(target), found.get("person", 0), schema, step, target.stat().st_size)

    def _copy_alike(self, target: Path) -> dict[str, int]:
        """In the same key. How many rows each table had."""
        with closing(connect(self.data, self.key)) as source:
            source.execute("BEGIN")
            counts = files.row_counts(source)
            with closing(connect(target, self.key)) as copy:
                copy.execute("PRAGMA synchronous = OFF")
                source.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file that stands alone
            source.execute("ROLLBACK")
        return counts


def step_of(connection: sqlite3.Connection) -> str:
    """How far the user has come: it differs after every step, undo and redo.

    With the time of the last step, for after a restore the numbers are given once more.
    """
    (number,) = connection.execute(
        "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'journal_group'), 0)"
    ).fetchone()
    (at,) = connection.execute("SELECT coalesce((SELECT at FROM journal_group WHERE id = ?), 0)", (number,)).fetchone()
    (undone,) = connection.execute("SELECT count(*) FROM journal_group WHERE undone_by IS NOT NULL").fetchone()
    return f"{number}-{undone}-{at}"


def kept_by_time(backups: Iterable[Backup]) -> set[Path]:
    """The newest backup of the newest days, weeks and months that have one (newest first)."""
    kept: set[Path] = set()
    for most, span in KEPT:
        spans: dict[tuple[int, ...], Path] = {}
        for backup in backups:
            spans.setdefault(span(backup.at), backup.path)
        kept |= set(list(spans.values())[:most])
    return kept


def kept_by_reason(backups: Iterable[Backup]) -> set[Path]:
    """The newest backups of each reason but the daily ones (newest first)."""
    by_reason: dict[Reason, list[Path]] = {}
    for backup in backups:
        if backup.reason is not Reason.DAILY:
            by_reason.setdefault(backup.reason, []).append(backup.path)
    return {path for paths in by_reason.values() for path in paths[:KEPT_OF_REASON]}
