"""Is an incoming person somebody we know? The best of all comparisons; two who both fit make it unclear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from otnet_desktop.domain.duplicates.comparing import Clue, Verdict, compare
from otnet_desktop.domain.duplicates.marks import Marks, keys_of, marks
from otnet_desktop.domain.duplicates.words import said
from otnet_desktop.domain.people import Profile

Id = TypeVar("Id")

FEWEST_OF_A_CROWD = 3
"""So many people at one address: it is a reception's or a family's."""


@dataclass(frozen=True, slots=True)
class Match(Generic[Id]):
    """The verdict, whom it is about (none for somebody new) and why, in words."""

    verdict: Verdict
    whom: Id | None = None
    evidence: str = ""


def match(incoming: Profile, candidates: Iterable[tuple[Id, Profile]]) -> Match[Id]:
    """Compare somebody with everyone who shares a key."""
    mine = marks(incoming)
    known = [(whom, marks(profile)) for whom, profile in candidates]
    of_many = crowded([mine, *(other for _whom, other in known)])
    found: dict[Verdict, list[Match[Id]]] = {}
    for whom, other in known:
        comparison = compare(mine, other, of_many)
        one = Match(comparison.verdict, whom, said(comparison.clues))
        if comparison.clues == (Clue.UID,):
            return one
        found.setdefault(comparison.verdict, []).append(one)
    same = found.get(Verdict.SAME, [])
    if len(same) == 1:
        return same[0]
    if same:
        return Match(Verdict.UNCLEAR, same[0].whom, f"{len(same)} people here fit: {same[0].evidence}")
    for verdict in (Verdict.LIKELY, Verdict.UNCLEAR):
        if verdict in found:
            return found[verdict][0]
    return Match(Verdict.OTHER)


def crowded(people: Iterable[Marks]) -> frozenset[str]:
    """The keys that a crowd shares among these."""
    counts = Counter(key for one in people for key in keys_of(one) if key.startswith(("email:", "phone:")))
    return frozenset(key for key, count in counts.items() if count >= FEWEST_OF_A_CROWD)
