"""Is an incoming person somebody we know? The best of all comparisons; two who both fit make it unclear."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from otnet_desktop.domain.duplicates.comparing import Clue, Verdict, compare
from otnet_desktop.domain.duplicates.marks import Marks

Id = TypeVar("Id")

FEWEST_OF_A_CROWD = 3
"""So many people at one address: it is a reception's or a family's."""


@dataclass(frozen=True, slots=True)
class Match(Generic[Id]):
    """The verdict, whom it is about (none for somebody new) and why. ``fitting``: so many people fit, if several do."""

    verdict: Verdict
    whom: Id | None = None
    clues: tuple[Clue, ...] = ()
    fitting: int = 1


def match(mine: Marks, candidates: Iterable[tuple[Id, Marks]], of_many: Collection[str] = ()) -> Match[Id]:
    """Compare somebody with everyone who shares a key. ``of_many`` are keys that a crowd shares."""
    found: dict[Verdict, list[Match[Id]]] = {}
    for whom, other in candidates:
        comparison = compare(mine, other, of_many)
        one = Match(comparison.verdict, whom, comparison.clues)
        if comparison.clues == (Clue.UID,):
            return one
        found.setdefault(comparison.verdict, []).append(one)
    same = found.get(Verdict.SAME, [])
    if len(same) == 1:
        return same[0]
    if same:
        return Match(Verdict.UNCLEAR, same[0].whom, same[0].clues, len(same))
    for verdict in (Verdict.LIKELY, Verdict.UNCLEAR):
        if verdict in found:
            return found[verdict][0]
    return Match(Verdict.OTHER)
