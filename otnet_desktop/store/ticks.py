"""Ticked items of checklists on disk, for a person or for a meeting; they go with what they are about."""

from __future__ import annotations

from typing import Literal

from otnet_desktop.store.database import Database

Whose = Literal["person_id", "meeting_id"]


class TickRows:
    """An item is known by its text: one that is reworded is to be looked at again."""

    def __init__(self, database: Database, whose: Whose) -> None:
        self._db = database
        self._whose = whose

    def of(self, number: int, checklist: str) -> frozenset[str]:
        """Which items of a checklist are ticked."""
        rows = self._db.sql(f"SELECT item FROM tick WHERE {self._whose} = ? AND checklist = ?", (number, checklist))
        return frozenset(row[0] for row in rows)

    def tick(self, number: int, checklist: str, item: str, done: bool) -> None:
        """Tick an item, or take the tick away."""
        which = (number, checklist, item)
        self._db.sql(f"DELETE FROM tick WHERE {self._whose} = ? AND checklist = ? AND item = ?", which)
        if done:
            self._db.sql(f"INSERT INTO tick ({self._whose}, checklist, item) VALUES (?, ?, ?)", which)
