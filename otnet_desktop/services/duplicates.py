"""Who may be here twice, with the evidence in words. Nothing is ever merged by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from otnet_desktop.domain.people import Person, PersonId
from otnet_desktop.exchange.matching import Verdict, compare, keys, marks
from otnet_desktop.store.store import Store

SHARED_BY_MANY = 20
"""A key that so many people carry is a switchboard, not an identity."""

DUPLICATE = "duplicate"
SHARES_A_DETAIL = "shares a detail"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two people who share something, and whether that makes them one."""

    people: tuple[Person, Person]
    evidence: tuple[str, ...]
    verdict: str


def duplicates(store: Store) -> Iterator[Likeness]:
    """Every pair that shares an identity, an address or a name."""
    carriers: dict[str, list[PersonId]] = {}
    people = {person.id: person for person in store.people.many(store.people.everyone())}
    for person in people.values():
        for key in sorted(keys(person.profile)):
            carriers.setdefault(key, []).append(person.id)
    shared: dict[tuple[PersonId, PersonId], list[str]] = {}
    for key, carrying in carriers.items():
        if len(carrying) <= SHARED_BY_MANY:
            for pair in combinations(sorted(carrying), 2):
                shared.setdefault(pair, []).append(key)
    for (one, other), found in sorted(shared.items()):
        verdict, evidence = compare(marks(people[one].profile), marks(people[other].profile))
        said = evidence if verdict is Verdict.SAME else detail(found)
        yield Likeness((people[one], people[other]), (said,), DUPLICATE if verdict is Verdict.SAME else SHARES_A_DETAIL)


def detail(found: list[str]) -> str:
    """What two different people share, in words."""
    kinds = {"uid": "an entry", "linkedin": "a LinkedIn profile", "email": "an e-mail address", "name": "a name"}
    return "the same " + " and ".join(dict.fromkeys(kinds[key.partition(":")[0]].split(" ", 1)[1] for key in found))
