"""Who introduced whom, as a layered tree: each introducer stands before those they led to, in the middle of them.

Everybody has one row of their own or lies between those they led to, so nothing overlaps; the tree is as high as it has
people who led to nobody. A person with two introducers hangs at the first; the other is told as a line more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from otnet_desktop.domain.people import PersonId


class Link(NamedTuple):
    """One person led me to another."""

    by: PersonId
    to: PersonId


@dataclass(frozen=True, slots=True)
class OpenLoop:
    """Who led to whom, and has not heard what came of it; ``key`` is the reminder's, "" where there is none."""

    by: PersonId
    to: PersonId
    key: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody stands: ``layer`` counts from 0 (nobody introduced them), ``row`` may lie between two rows."""

    person: PersonId
    layer: int
    row: float
    by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """Everybody in an introduction, each before those they led to; and the links that are no branch of it."""

    spots: tuple[Spot, ...] = ()
    more: tuple[Link, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows it is high."""
        return 1 + round(max((spot.row for spot in self.spots), default=-1.0) + 0.49)

    @property
    def layers(self) -> int:
        """How many layers it is deep."""
        return 1 + max((spot.layer for spot in self.spots), default=-1)


def lay_out(links: Iterable[Link]) -> Tree:
    """Give everybody a place. Links of somebody to themselves tell nothing; a ring is cut where it was told last."""
    known = [link for link in dict.fromkeys(links) if link.by != link.to]
    parent: dict[PersonId, PersonId] = {}
    more: list[Link] = []
    for link in known:
        if link.to in parent or _leads_to(parent, link.by, link.to):
            more.append(link)
        else:
            parent[link.to] = link.by
    children: dict[PersonId, list[PersonId]] = {}
    for to, by in parent.items():
        children.setdefault(by, []).append(to)
    people = dict.fromkeys(person for link in known for person in link)
    roots = [person for person in people if person not in parent]
    return Tree(tuple(_placed(roots, children, parent)), tuple(more))


def _leads_to(parent: Mapping[PersonId, PersonId], start: PersonId, wanted: PersonId) -> bool:
    """Whether ``wanted`` is ``start`` or stands before it."""
    at: PersonId | None = start
    while at is not None:
        if at == wanted:
            return True
        at = parent.get(at)
    return False


def _placed(
    roots: list[PersonId], children: Mapping[PersonId, list[PersonId]], parent: Mapping[PersonId, PersonId]
) -> list[Spot]:
    """Leaves take the next row, the others the middle of theirs. Without recursion: a chain may be long."""
    order: list[tuple[PersonId, int]] = []
    waiting = [(root, 0) for root in reversed(roots)]
    while waiting:
        person, layer = waiting.pop()
        order.append((person, layer))
        waiting += [(child, layer + 1) for child in reversed(children.get(person, []))]
    rows: dict[PersonId, float] = {}
    leaves = [person for person, _ in order if person not in children]
    rows.update({person: float(row) for row, person in enumerate(leaves)})
    for person, _ in reversed(order):
        if own := children.get(person):
            rows[person] = (rows[own[0]] + rows[own[-1]]) / 2
    return [Spot(person, layer, rows[person], parent.get(person)) for person, layer in order]
