"""Where the data can no longer be opened: the newest backup that is good, brought back in their place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from otnet_desktop.services.care import KeptBackup, restore_into
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.keys import Key
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.restore import Restored


class Recovery:
    """The way back of one data folder, with the key somebody said at the start. All of it is for a worker."""

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self.folder = folder
        self._key = key

    def last_good_backup(self) -> KeptBackup | None:
        """The newest backup that was read just now and found whole. Raises DataUnavailable."""
        backups = Backups(self.folder / FILE_NAME, self._key)
        good = next((backup for backup in backups.all() if not backups.verify(backup)), None)
        return KeptBackup(good.path, good.at, good.reason.value, good.people) if good else None

    def bring_back(self, backup: KeptBackup, at: datetime) -> Restored:
        """Put it in the place of the damaged data, which are kept beside it. Raises an OtnetError, nothing changed."""
        return restore_into(self.folder, backup.path, at, self._key)
