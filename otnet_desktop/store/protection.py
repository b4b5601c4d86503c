"""Sets, changes and removes the key of an open data folder: the data, their backups, and whatever else holds them.

What is set aside or left half made in the folder (``.stray``, ``.damaged``) cannot be written anew; where the data were
plain, it is taken away with the old files.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from otnet_desktop.domain.errors import NotSaved, OtnetError
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store import backup_files as files
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.changeover import Plan, anew, go_back, go_forward, is_made, settle
from otnet_desktop.store.database import Database
from otnet_desktop.store.engine import connect, errors
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.overwriting import supplant
from otnet_desktop.store.private_files import HALF_MADE
from otnet_desktop.store.rewriting import rewrite
from otnet_desktop.store.turns import taking_turns

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many backups came along, and which files went or were left as they are (of another passphrase)."""

    backups: int
    removed: tuple[Path, ...]
    left: tuple[Path, ...]


class Protection:
    """Works in any thread; whoever wants the data meanwhile waits."""

    def __init__(self, database: Database, backups: Backups) -> None:
        self._db = database
        self._backups = backups
        self._folder = database.path.parent

    def change(self, new: Key | None, *, newest_only: bool, progress: Progress) -> Outcome:
        """Write everything anew in that key (none: plain), backups too, or only the newest and no others.

        Raises NotSaved with everything as it was.
        """
        self._db.step_aside()
        try:
            with taking_turns(self._folder), self._backups.one_at_a_time:
                return self._change(new, newest_only=newest_only, progress=progress)
        except errors(OSError) as error:
            in_use = "locked" in str(error)
            why = sentence("something else is using the data") if in_use else str(error)
            hint = sentence("Close other windows and commands") if in_use else sentence("Check the free space")
            raise NotSaved(
                sentence("The passphrase is as it was: {why}.", why=why), sentence("{hint} and try again.", hint=hint)
            ) from error
        finally:
            self._db.come_back()

    def set_aside(self) -> list[Path]:
        """What lies beside plain data and cannot be written anew, so that it goes when they are protected."""
        half_made = [*self._folder.glob(HALF_MADE), *self._backups.folder.glob(HALF_MADE)]
        return [*self._backups.set_aside(), *half_made] if self._db.key is None else []

    def _change(self, new: Key | None, *, newest_only: bool, progress: Progress) -> Outcome:
        expect_alone(self._db.path, self._db.key)
        settle(self._folder)
        plan = Plan(new.mark.hex() if new else "")
        mine, left = self._sorted_by_key()
        taken, gone = (mine[:1], mine[1:]) if newest_only else (mine, [])
        removed = [*self.set_aside(), *(file for path in gone for file in with_note(path))]
        self._expect_room(taken)
        plan.replaced = [self._name(file) for path in taken for file in with_note(path)]
        plan.removed = [self._name(path) for path in removed]
        plan.write(self._folder)
        came: list[Path] = []
        try:
            came += [path for path in self._counted(taken, progress) if self._prepare(path, new)]
            spoiled = [path for path in taken if path not in came]
            left += [path for path in spoiled if mark_of(path)]
            removed += [file for path in spoiled if path not in left for file in with_note(path)]
            plan.removed = [self._name(path) for path in removed]
            plan.write(self._folder)
            rewrite(self._db.path, self._db.key, anew(self._db.path), new)
            supplant(anew(self._db.path), self._db.path)
        except BaseException:
            if not is_made(self._folder, plan):
                go_back(self._folder, plan)
                raise
        self._db.key = self._backups.key = new
        self._follow(plan)
        progress(len(taken) + 1, len(taken) + 1)
        return Outcome(len(came), tuple(removed), tuple(left))

    def _sorted_by_key(self) -> tuple[list[Path], list[Path]]:
        """The backups the present key opens (plain ones as well), newest first, and those of another."""
        mine, left = [], []
        for backup in self._backups.all():
            try:
                files.key_of(backup.path, self._db.key)
                mine.append(backup.path)
            except OtnetError:
                left.append(backup.path)
        return mine, left

    def _prepare(self, backup: Path, new: Key | None) -> bool:
        """Write a backup and its note anew beside them; False for one that is damaged. Raises OSError."""
        try:
            rewrite(backup, files.key_of(backup, self._db.key), anew(backup), new)
        except errors():
            log.warning("A backup is damaged and cannot be written anew.")
            anew(backup).unlink(missing_ok=True)
            return False
        note = files.read_note(backup)
        if note is not None:
            size = anew(backup).stat().st_size
            fresh = replace(note, sha256=files.hash_of(anew(backup)), bytes=size)
            files.write_note(backup, fresh, anew(files.note_path(backup)))
        return True

    def _expect_room(self, backups: list[Path]) -> None:
        needed = sum(path.stat().st_size for path in (self._db.path, *backups))
        if needed > shutil.disk_usage(self._folder).free:
            raise NotSaved(
                sentence(
                    "The passphrase is as it was: that needs {needed} MB of free space.", needed=needed // 1_000_000 + 1
                ),
                "Free some space, or keep only the newest backup.",
            )

    def _counted(self, backups: list[Path], progress: Progress) -> Iterator[Path]:
        for done, path in enumerate(backups):
            progress(done, len(backups) + 1)
            yield path
        progress(len(backups), len(backups) + 1)

    def _follow(self, plan: Plan) -> None:
        try:
            go_forward(self._folder, plan)
        except OSError:  # the change is made; the next start goes on with it
            log.exception("Not all backups have followed yet.")

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()


def with_note(backup: Path) -> list[Path]:
    """A backup, and its note where there is one."""
    note = files.note_path(backup)
    return [backup, note] if note.exists() else [backup]


def expect_alone(path: Path, key: Key | None) -> None:
    """Fold the log back and take it away, which SQLite allows only to whoever is alone. Raises one of ``errors()``."""
    with closing(connect(path, key)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
