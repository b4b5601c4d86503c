"""Where the data can no longer be opened: the newest backup that is good, or any other, brought back in their place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from otnet_desktop.domain.backups import OpenedBy
from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.services.care import KeptBackup, last_good, restore_into
from otnet_desktop.services.locking import key_of_file
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.backup_files import FOLDER, key_of
from otnet_desktop.store.keys import Key
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.private_files import written_where_asked
from otnet_desktop.store.restore import Restored


class Recovery:
    """The way back of one data folder, with the key somebody said at the start. All of it is for a worker."""

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self.folder = folder
        self._key = key
        self._keys = [key]
        """Those that were said."""

    @property
    def backups(self) -> Path:
        """Where the backups lie."""
        return self.folder / FOLDER

    @property
    def keeps_passphrase(self) -> bool:
        """Whether whatever comes back is protected by the passphrase the data had, which was said."""
        return self._key is not None

    def last_good_backup(self, now: datetime) -> KeptBackup | None:
        """The newest backup that was read just now and found whole. Raises DataUnavailable.

        One that another passphrase protects is at least what was written then; ``unlock`` it first.
        """
        return last_good(self._all(), now)

    def others_are_protected(self) -> bool:
        """Whether backups lie there that need a passphrase: the data had one, then. Raises DataUnavailable."""
        backups = self._all()
        return any(backups.opened_by(backup) is not OpenedBy.ANYBODY for backup in backups.all())

    def is_locked(self, backup: Path) -> bool:
        """Whether it needs a passphrase that was not said yet."""
        try:
            key_of(backup, *self._keys)
        except OtnetError:
            return True
        return False

    def unlock(self, backup: Path, secret: str) -> None:
        """With its passphrase, or the code of its sheet. A third of a second. Raises WrongPassphrase."""
        self._keys.append(key_of_file(backup, secret))

    def bring_back(self, backup: Path, at: datetime) -> Restored:
        """Put a backup or an archive in the place of the damaged data, which are kept beside it.

        Raises an OtnetError, nothing changed.
        """
        return restore_into(self.folder, backup, at, self._key, key_of(backup, *self._keys))

    def save_text(self, out: Path, text: str) -> None:
        """Keep what was written and could not be saved. Raises BadInput."""
        with written_where_asked(out) as file:
            file.write(text.encode("utf-8", "replace"))

    def _all(self) -> Backups:
        return Backups(self.folder / FILE_NAME, self._key)
