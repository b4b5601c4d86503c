"""Whether the data file is whole while it is in use; where it is not, nothing more is written into it."""

from __future__ import annotations

from otnet_desktop.domain.errors import DataDamaged, DataUnavailable
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store.backup_files import damage_of
from otnet_desktop.store.engine import errors
from otnet_desktop.store.store import Store


class Soundness:
    """Of the open data."""

    def __init__(self, store: Store) -> None:
        self._database = store.database

    def damage(self) -> str:
        """What is wrong with the file itself, in words; "" for nothing. Reads all of it once: for a worker.

        What can be derived (search, reminders) is for ``care.check``. Raises DataUnavailable where it cannot be read.
        """
        try:
            return damage_of(self._database.path, self._database.key, quickly=True)
        except errors() as error:
            raise DataUnavailable(
                sentence("The data file cannot be read ({why}).", why=error), "Check its drive."
            ) from error

    def expect_whole(self) -> None:
        """Raises DataDamaged where it is not, and from then on for every change."""
        damage = self.damage()
        if damage:
            self.stop_writing(damage)
            raise DataDamaged(
                "The data file is not whole any more.",
                "Nothing more is written into it. Bring the last good backup back.",
            )

    def stop_writing(self, damage: str) -> None:
        """Leave the file as it is from now on."""
        self._database.damage = damage

    @property
    def is_damaged(self) -> bool:
        """Whether that is known."""
        return bool(self._database.damage)
