"""Pairs of people of whom somebody said that they are two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import combinations

from otnet_desktop.domain.duplicates.finding import Pair
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import seconds


class NotSame:
    """Remembers pairs, told with the lower number first. They go with either person."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def pairs(self) -> frozenset[Pair]:
        """All of them."""
        rows = self._db.sql("SELECT min(one_id, other_id), max(one_id, other_id) FROM not_same")
        return frozenset((PersonId(one), PersonId(other)) for one, other in rows)

    def remember(self, people: Sequence[PersonId], at: datetime) -> None:
        """Each two of these people are two."""
        for one, other in combinations(sorted(set(people)), 2):
            self._db.sql(
                "INSERT INTO not_same (one_id, other_id, said_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (one, other, seconds(at)),
            )
