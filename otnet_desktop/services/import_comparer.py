"""Decides what an entry of an import is that shares a key with somebody: the same, somebody else, or not for us to say.

Only marks are looked at; a whole profile is read where it differs from somebody who is here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields

from otnet_desktop.domain.duplicates.carriers import key_number
from otnet_desktop.domain.duplicates.comparing import Clue, Verdict
from otnet_desktop.domain.duplicates.finding import LARGEST_BLOCK
from otnet_desktop.domain.duplicates.marks import Marks, marks
from otnet_desktop.domain.duplicates.matching import FEWEST_OF_A_CROWD, Match, match
from otnet_desktop.domain.filling_in import merge_update, says_otherwise
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.services.import_plan import Fate, ImportPlan, PlannedEntry
from otnet_desktop.store.store import Store

UNSURE = (Verdict.LIKELY, Verdict.UNCLEAR)
"""Somebody must say."""


class Comparer:
    """Decides about entries that share a key with somebody."""

    def __init__(self, store: Store, plan: ImportPlan, shared: set[int], crowds: set[int]) -> None:
        self._store = store
        self._plan = plan
        self._shared = shared
        self._crowds = crowds
        self._newcomers: dict[str, list[int]] = {}
        """Who of this import carries a key that others of it carry too."""
        self._here: dict[str, list[PersonId]] = {}
        self._known: dict[int, Profile] = {}
        self._marks: dict[int, Marks] = {}
        self._from_this_file: set[int] = set()

    def begin_file(self) -> None:
        """Two entries of one file that only look alike are two people there, and so they are here."""
        self._from_this_file = set()

    def decide(self, entries: Sequence[tuple[int, bool]]) -> Iterator[PlannedEntry]:
        """What these would do, each told by its place in the spool and whether it shares a key with anybody here."""
        spool = self._plan.spool
        told = [(place, *spool.marks(place)) for place, _is_known in entries]
        asked = {key for (_, is_known), (_, _, keys) in zip(entries, told, strict=True) if is_known for key in keys}
        self._here = self._store.known_by.with_keys(asked)
        near = {person for people in self._here.values() if len(people) <= LARGEST_BLOCK for person in people}
        self._known = {person.id: person.profile for person in self._store.people.many(sorted(near))}
        self._marks = {person: marks(profile) for person, profile in self._known.items()}
        return (self._decide(place, mine, keys) for place, mine, keys in told)

    def _decide(self, place: int, mine: Marks, keys: Collection[str]) -> PlannedEntry:
        found = self._best_match(mine, keys)
        spool = self._plan.spool
        if found.verdict in UNSURE and found.whom is not None:
            return PlannedEntry(0, place, spool, Fate.UNCLEAR, found.whom, found.clues, found.fitting)
        if found.verdict is Verdict.SAME and found.whom is not None and not self._are_two_there(mine, found.whom):
            return self._update(place, found.whom, found.clues)
        number = self._plan.add(place)
        self._remember(number, keys)
        self._from_this_file.add(number)
        return PlannedEntry(0, place, spool, Fate.NEW, number)

    def _are_two_there(self, mine: Marks, whom: int) -> bool:
        """Two entries of one address book, each with an id: whether they are one is not for us to say."""
        if whom not in self._from_this_file or not mine.uids:
            return False
        theirs = {*self._marks_of(whom).uids}
        return bool(theirs) and theirs.isdisjoint(mine.uids)

    def _best_match(self, mine: Marks, keys: Collection[str]) -> Match[int]:
        candidates: set[int] = set()
        of_many: set[str] = set()
        for key in keys:
            carriers = [*self._here.get(key, ()), *self._newcomers.get(key, ())]
            if len(carriers) + 1 >= FEWEST_OF_A_CROWD or key_number(key) in self._crowds:
                of_many.add(key)
            if len(carriers) <= LARGEST_BLOCK:
                candidates.update(carriers)
        known = [(number, self._marks_of(number)) for number in sorted(candidates)]
        found = match(mine, known, of_many)
        if found.verdict in UNSURE and not self._from_this_file.isdisjoint(candidates):
            found = match(mine, [one for one in known if one[0] not in self._from_this_file], of_many)
        return found

    def _as_known(self, number: int) -> Profile:
        """Somebody as they are by now: of this import, or here."""
        return self._plan.changed(number) or self._known[number]

    def _marks_of(self, number: int) -> Marks:
        return self._plan.marks_of(number) or self._marks[number]

    def _update(self, place: int, whom: int, clues: tuple[Clue, ...]) -> PlannedEntry:
        before, profile = self._as_known(whom), self._plan.spool.get(place)
        after = merge_update(before, profile)
        adds, otherwise = differing(before, after), says_otherwise(before, profile)
        fate = Fate.UPDATE if adds else Fate.SAME
        if adds:
            self._remember(whom, self._plan.change(whom, after))
        return PlannedEntry(0, place, self._plan.spool, fate, whom, clues, adds=adds, differs=otherwise)

    def _remember(self, number: int, keys: Collection[str]) -> None:
        for key in keys:
            if key_number(key) in self._shared:
                carriers = self._newcomers.setdefault(key, [])
                if number not in carriers and len(carriers) <= LARGEST_BLOCK:
                    carriers.append(number)


def differing(before: Profile, after: Profile) -> tuple[str, ...]:
    """The names of the fields in which two profiles differ."""
    return tuple(f.name for f in fields(Profile) if getattr(before, f.name) != getattr(after, f.name))
