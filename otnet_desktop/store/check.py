"""Looks whether the data are whole, and whether everything derived says what it is derived from."""

from __future__ import annotations

from otnet_desktop.store.backup import Backups
from otnet_desktop.store.database import Database


class Check:
    """Finds what is wrong, in words, and mends what is derived."""

    def __init__(self, database: Database, backups: Backups) -> None:
        self._db = database
        self._backups = backups
