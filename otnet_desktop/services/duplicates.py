"""Who may be here twice, and what somebody has said about it. Nothing is ever merged by itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.duplicates.finding import Found, blocks, find
from otnet_desktop.domain.duplicates.marks import keys_of, marks
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.steps import Steps

MANY = 2_000


class DuplicatesService:
    """Looks among everybody, or only around those who changed."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def find(self) -> Found:
        """Everyone who may be here twice. A second for ten thousand people: for a worker."""
        known = self._store.known_by
        return find(blocks(known.everybody()), known.these, self._store.not_same.pairs())

    def around(self, people: Collection[PersonId]) -> Found:
        """The same among some people and whoever shares a key with them: what a change may have brought about.

        Around many it is quicker to look among everybody.
        """
        if len(people) > MANY:
            return self.find()
        shared: dict[str, list[PersonId]] = {}
        for person, profile in self._store.known_by.these(sorted(people)):
            for key in keys_of(marks(profile)):
                shared.setdefault(key, []).append(person)
        here = self._store.known_by.with_keys(shared)
        found = {tuple(sorted({*sharing, *here.get(key, ())})) for key, sharing in shared.items()}
        beside = sorted(block for block in found if len(block) > 1)
        return find(beside, self._store.known_by.these, self._store.not_same.pairs())

    def not_the_same(self, people: Sequence[PersonId]) -> None:
        """Remember that these are different people; they are not shown as one again."""
        with self._steps.step("Not the same person", list(people), Room.PEOPLE, tells_facts=False):
            self._store.not_same.remember(people, self._steps.clock.now())
