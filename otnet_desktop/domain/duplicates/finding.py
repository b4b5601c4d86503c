"""Who is here twice among everybody: groups of people who are most likely one, and people who only share a detail.

Everybody is put in blocks by keys (``marks.keys_of``, ``work_keys``); only who shares a small block is compared. Large
blocks are told, but not compared: what a hundred people share tells nobody apart, and whoever is one shares more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from otnet_desktop.domain.duplicates.called import Called
from otnet_desktop.domain.duplicates.carriers import Carriers
from otnet_desktop.domain.duplicates.comparing import Clue, Comparison, Verdict, compare
from otnet_desktop.domain.duplicates.marks import Marks, keys_of, marks, work_keys
from otnet_desktop.domain.duplicates.matching import FEWEST_OF_A_CROWD
from otnet_desktop.domain.duplicates.nicknames import formal
from otnet_desktop.domain.people import PersonId, Profile

LARGEST_BLOCK = 24
"""Of people who are all compared with each other."""

ONE = (Verdict.SAME, Verdict.LIKELY)
Pair = tuple[PersonId, PersonId]
Known = tuple[PersonId, Profile]
Ask = Callable[[Sequence[PersonId]], Iterable[Known]]


@dataclass(frozen=True, slots=True)
class Twins:
    """People who are most likely one, and what each two of them have in common."""

    people: tuple[PersonId, ...]
    clues: tuple[tuple[Clue, ...], ...]


@dataclass(frozen=True, slots=True)
class Sharing:
    """People who share one detail, and are several for all one knows."""

    people: tuple[PersonId, ...]
    clue: Clue


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found, in the order of the people."""

    twins: tuple[Twins, ...] = ()
    sharing: tuple[Sharing, ...] = ()

    def around(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """These people and all who stand in a group with one of them: whom to look at again when they change."""
        asked = frozenset(people)
        groups = [group.people for group in self.twins] + [group.people for group in self.sharing]
        return asked.union(*(people for people in groups if asked.intersection(people)))


def blocks(everybody: Iterable[Known]) -> list[tuple[PersonId, ...]]:
    """People who share a key, each block once."""
    carriers = Carriers()
    for person, profile in everybody:
        known = marks(profile)
        carriers.add(person, (*keys_of(known), *work_keys(known)))
    found = {people for _key, people in carriers.shared()}
    return sorted(tuple(map(PersonId, people)) for people in found)


def find(found_blocks: Sequence[Sequence[PersonId]], ask: Ask, not_the_same: Collection[Pair] = ()) -> Found:
    """Compare who shares a block. ``ask`` hands out profiles; ``not_the_same`` are pairs somebody has judged."""
    people = sorted({person for block in found_blocks for person in block})
    known = {person: marks(profile) for person, profile in ask(people)}
    shared = details(known)
    of_many = frozenset(key for key, sharing in shared.items() if is_crowd([known[one].called for one in sharing]))
    compared: dict[Pair, Comparison] = {}
    for block in found_blocks:
        here = [person for person in block if person in known]
        if len(here) <= LARGEST_BLOCK:
            for pair in combinations(here, 2):
                if pair not in compared and pair not in not_the_same:
                    compared[pair] = compare(known[pair[0]], known[pair[1]], of_many)
    twins = tuple(group(compared))
    return Found(twins, tuple(_sharing(shared, twins, frozenset(not_the_same))))


def is_crowd(names: Sequence[Called]) -> bool:
    """Whether several people of several first names are at one address; one who was married twice is no crowd."""
    if len(names) < FEWEST_OF_A_CROWD:
        return False
    first_names = {min(formal(name.given[0]) or {name.given[0]}) for name in names if name.given}
    return len(first_names) > 1


def details(known: Mapping[PersonId, Marks]) -> dict[str, list[PersonId]]:
    """Who shares an address, a number or a name."""
    found: dict[str, list[PersonId]] = {}
    for person, told in known.items():
        for key in keys_of(told):
            if key.startswith(("email:", "phone:")):
                found.setdefault(key, []).append(person)
        if told.called.words:
            found.setdefault(f"name:{told.called.key}", []).append(person)
    return {key: people for key, people in found.items() if len(people) > 1}


def group(compared: Mapping[Pair, Comparison]) -> Iterator[Twins]:
    """People who are one with each other, in groups; where two of a group are two, in pairs."""
    alike: dict[PersonId, set[PersonId]] = {}
    for pair, comparison in compared.items():
        if comparison.verdict in ONE:
            for one, other in (pair, pair[::-1]):
                alike.setdefault(one, set()).add(other)
    seen: set[PersonId] = set()
    for first in sorted(alike):
        if first in seen:
            continue
        members = _reach(first, alike)
        seen |= members
        pairs = [pair for pair in combinations(sorted(members), 2) if pair[1] in alike[pair[0]]]
        whole = len(pairs) == len(members) * (len(members) - 1) // 2
        for people in [tuple(sorted(members))] if whole else pairs:
            clues = (compared[pair].clues for pair in combinations(people, 2))
            yield Twins(people, tuple(dict.fromkeys(clues)))


def _reach(first: PersonId, alike: Mapping[PersonId, set[PersonId]]) -> set[PersonId]:
    members, waiting = {first}, [first]
    while waiting:
        new = alike[waiting.pop()] - members
        members |= new
        waiting += new
    return members


def renewed(found: Found, touched: Collection[PersonId], again: Found) -> Found:
    """What was found before, with everything about some people found again."""
    asked = frozenset(touched)
    twins = [group for group in found.twins if not asked.intersection(group.people)]
    sharing = [group for group in found.sharing if not asked.intersection(group.people)]
    return Found(
        tuple(sorted((*twins, *again.twins), key=lambda group: group.people)),
        tuple(sorted((*sharing, *again.sharing), key=lambda group: (group.people, group.clue))),
    )


CLUES = {"email": Clue.EMAIL, "phone": Clue.PHONE, "name": Clue.NAME}


def _sharing(
    shared: Mapping[str, Sequence[PersonId]], twins: Sequence[Twins], not_the_same: Collection[Pair]
) -> Iterator[Sharing]:
    """Details that people share who are not one, each once for the same people."""
    one = {pair for told in twins for pair in combinations(told.people, 2)} | set(not_the_same)
    found: dict[tuple[tuple[PersonId, ...], Clue], None] = {}
    for key, sharing in shared.items():
        people = tuple(sorted(sharing))
        if len(people) > LARGEST_BLOCK or any(pair not in one for pair in combinations(people, 2)):
            found[people, CLUES[key.partition(":")[0]]] = None
    for people, clue in sorted(found):
        yield Sharing(people, clue)
