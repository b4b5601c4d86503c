"""Looking after the data: verified backups, restoring one, and checking that everything is whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NamedTuple

from otnet_desktop.domain import drives
from otnet_desktop.domain.backups import OpenedBy
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.drives import Drive
from otnet_desktop.domain.errors import BadInput, DataUnavailable, NotSaved, OtnetError
from otnet_desktop.domain.outlook import look_all
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Outlook
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.domain.worktime import LAST_DAY
from otnet_desktop.exchange.archive import is_archive, unpack
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.services.soundness import Soundness
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.backup_files import Backup, Note, Reason
from otnet_desktop.store.drive import risky_drive
from otnet_desktop.store.keys import Key, key_by_either
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.passing import passing_folder
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.private_files import expect_ordinary, make_folder
from otnet_desktop.store.restore import Restored

THE_END = datetime.combine(LAST_DAY, time(), UTC)
"""When everything that may be told has happened."""

DRIVE_TOLD = "drive_told"


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup in the folder: when and why it was made, how many people are in it, if that is known, and its bytes."""

    path: Path
    at: datetime
    reason: str
    people: int | None
    size: int = 0
    opened_by: OpenedBy = OpenedBy.ANYBODY


class Failure(NamedTuple):
    """When a backup was to be made and was not, and why."""

    at: datetime
    why: OtnetError


class CareService:
    """Backups and checks of open data."""

    def __init__(self, steps: Steps, preferences: PreferencesService) -> None:
        self._steps = steps
        self._preferences = preferences
        self._store = steps.store
        self.soundness = Soundness(steps.store)
        self.failure: Failure | None = None
        """The last try to make a backup, where that failed since the program was started."""

    def back_up(self, out: Path | None = None) -> tuple[Path, Note]:
        """Make a verified backup, in the folder of backups unless told where. Raises BadInput, NotSaved."""
        if out is not None:
            self._store.expect_elsewhere(out)
            try:
                expect_ordinary(out)
            except OSError as error:
                raise BadInput(
                    sentence("{out} cannot be written ({why}).", out=out, why=error.strerror or error),
                    "Choose another place; nothing was changed.",
                ) from error
            return out, self._store.backups.write(out)
        backup = self._make(Reason.ASKED)
        assert backup.note is not None, "a backup just made has its note"
        return backup.path, backup.note

    def back_up_if_due(self) -> Backup | None:
        """The daily backup, when something changed since the last one; old ones are thinned. For a worker.

        Raises NotSaved or DataDamaged, and nothing is thinned then.
        """
        now = self._steps.clock.now()
        if not self._store.backups.is_due(now):
            return None
        backup = self._make(Reason.DAILY)
        self._store.backups.thin(now)
        return backup

    def _make(self, reason: Reason) -> Backup:
        now = self._steps.clock.now()
        try:
            backup = self._store.backups.make(reason, now)
        except OtnetError as error:
            self.failure = Failure(now, error)
            raise
        self.failure = None
        return backup

    def renew_backups(self) -> None:
        """Make a verified backup and remove all others, with whatever was set aside. Raises NotSaved. For a worker."""
        self._store.backups.renew(self._steps.clock.now())

    def backups(self) -> list[KeptBackup]:
        """Every backup, newest first, as the notes beside them tell. Whether one is whole says ``trouble_of``."""
        backups = self._store.backups
        return [kept(backup, backups) for backup in backups.all()]

    def trouble_of(self, backup: KeptBackup) -> str:
        """What is wrong with a backup, in words; "" for nothing. Reads all of it: for a worker."""
        found = next((b for b in self._store.backups.all() if b.path == backup.path), None)
        return self._store.backups.verify(found) if found else "It is not there any more."

    def unlock(self, source: Path, secret: str) -> None:
        """Open a backup made under another passphrase from now on, by that or by the code of its sheet.

        A third of a second: for a worker. Raises WrongPassphrase.
        """
        mark = mark_of(source)
        if mark is not None:
            self._store.backups.said.append(key_by_either(secret, mark))

    def last_good_backup(self) -> KeptBackup | None:
        """The newest backup that was read just now and found whole. For a worker."""
        return last_good(self._store.backups, self._steps.clock.now())

    def tidy(self) -> None:
        """What may wait for an idle moment. For a worker."""
        self._store.tidy(self._steps.clock.now())

    def restore(self, source: Path, key: Key | None = None) -> Restored:
        """Bring a backup or an archive back while the data are open, preferences included; everyone is told.

        ``key`` is that of a backup made under another passphrase (``locking.key_of_file``). What comes back is
        protected as the present data are. Raises PassphraseNeeded, BadInput, DataUnavailable or NotSaved with the
        present data as they were.
        """
        restored = bring_back(source, self._store.backups, self._steps.clock.now(), key)
        if not self.needs_new_start:
            self._store.database.damage = ""
            self._preferences.reload()
            self._steps.announce(Changed(frozenset(Room), None))
        return restored

    @property
    def needs_new_start(self) -> bool:
        """Whether what was restored can be used only when the program is started again: another file is there."""
        return self._store.database.is_replaced()

    def check(self, *, repair: bool = False) -> list[str]:
        """What is wrong, in sentences. With ``repair`` everything derived is made anew first.

        Where the file itself is damaged, nothing is written into it from then on.
        """
        damage = self.soundness.damage()
        if damage:
            self.soundness.stop_writing(damage)
        elif repair:
            self._repair()
        findings = self._findings(damage)
        drive, folder = self._drive(), self._store.database.path.parent
        return [*findings, drives.said(drive, str(folder))] if drive else findings

    def drive_to_tell_of(self) -> Drive | None:
        """The drive of the data where they are not safe and nobody was told so yet; from now on they were."""
        drive = self._drive()
        told = f"{drive.name}: {self._store.database.path.parent}" if drive else ""
        if not told or self._store.preferences.get(DRIVE_TOLD) == told:
            return None
        with self._store.transaction():
            self._store.preferences.set(DRIVE_TOLD, told)
        return drive

    def _drive(self) -> Drive | None:
        return risky_drive(self._store.database.path.parent)

    def _repair(self) -> None:
        now, shape = self._steps.clock.now(), self._store.shape
        self._store.folder_check.repair(now)
        shape.repair()
        if not shape.lacks_tables() and not self._store.check.in_file():
            with self._store.transaction():
                self._store.check.repair()
                self._steps.look_again(self._store.outlooks.with_facts())

    def _findings(self, damage: str) -> list[str]:
        shape = self._store.shape
        found = shape.findings()
        if damage:
            found += self._store.check.in_file() or [f"The data file: {damage}"]
            found += self._store.check.in_backups(self._store.backups)
        elif not shape.lacks_tables():
            found += self._store.check.findings(self._store.backups, self._look)
        return found + self._store.folder_check.findings(self._steps.clock.now())

    def _look(self, people: Sequence[PersonId], *, in_the_end: bool = False) -> Mapping[PersonId, Outlook]:
        now = THE_END if in_the_end else self._steps.clock.now()
        refs = {outlook.person: person for person, outlook in self._store.outlooks.of(people).items()}
        outlooks = look_all(self._store.facts.about(people), self._steps.timing(), now)
        return {refs[ref]: outlook for ref, outlook in outlooks.items() if ref in refs}


def kept(backup: Backup, among: Backups) -> KeptBackup:
    """A backup as it is told."""
    return KeptBackup(backup.path, backup.at, backup.reason.value, backup.people, backup.size, among.opened_by(backup))


def last_good(backups: Backups, now: datetime) -> KeptBackup | None:
    """The newest that was read just now and found whole; one from the future only where there is no other."""
    return next((kept(backup, backups) for backup in backups.good_first(now) if not backups.verify(backup)), None)


def backups_in(folder: Path, key: Key | None = None) -> list[tuple[Backup, str]]:
    """Every backup of a data folder, newest first, with what is wrong with it ("" for nothing).

    Of a protected one without its key only whether it is what was written then.
    """
    backups = Backups(folder / FILE_NAME, key)
    return [(backup, backups.verify(backup)) for backup in backups.all()]


def restore_into(
    folder: Path, source: Path, at: datetime, key: Key | None = None, source_key: Key | None = None
) -> Restored:
    """Bring a backup or an archive back, even where the data cannot be opened any more.

    With the keys of the data and of the backup, where they are protected. Raises PassphraseNeeded.
    """
    try:
        make_folder(folder)
    except OSError as error:
        raise DataUnavailable(
            sentence("The data folder {folder} cannot be used ({why}).", folder=folder, why=error.strerror or error),
            "Choose another folder with --data-dir.",
        ) from error
    return bring_back(source, Backups(folder / FILE_NAME, key), at, source_key)


def bring_back(source: Path, backups: Backups, at: datetime, key: Key | None = None) -> Restored:
    """A backup as it is, an archive unpacked beside the data for the time being."""
    if not is_archive(source):
        return backups.restore(source, at, key)
    try:
        with passing_folder(backups.data.parent) as folder:
            unpacked = folder / source.name
            unpack(source, unpacked)
            return backups.restore(unpacked, at)
    except OSError as error:
        raise NotSaved(
            sentence("The archive was not restored ({why}).", why=error), "Check the free space and try again."
        ) from error
