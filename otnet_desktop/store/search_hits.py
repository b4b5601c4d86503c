"""What a search has found so far."""

from __future__ import annotations

from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.roster import Hit


class Found:
    """Hits gathered so far: nobody twice, archived people apart."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._hits: dict[int, Hit] = {}
        self._archived: dict[int, Hit] = {}

    @property
    def is_enough(self) -> bool:
        """Whether there are as many as were asked for, without those archived."""
        return len(self._hits) >= self._limit

    def add(self, person: int, status: str, matched: str = "") -> None:
        """Keep one more, unless it is there already."""
        hits = self._archived if status == Status.ARCHIVED else self._hits
        if not self.is_enough and len(hits) < self._limit:
            hits.setdefault(person, Hit(PersonId(person), matched))

    def __contains__(self, person: int) -> bool:
        return person in self._hits or person in self._archived

    def all(self) -> list[Hit]:
        """Everything found, archived people last."""
        return [*self._hits.values(), *self._archived.values()][: self._limit]
