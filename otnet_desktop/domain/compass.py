"""The compass: practice areas by settings, whom one has met or will meet in each, and what one thinks of it.

Met and planned are derived from meetings, and from where people worked at the time. Curious and ruled out are marks of
the user's own, each with a why. It is a map for choosing the next conversation, not a form to be completed: nothing
counts how full it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from otnet_desktop.domain.people import PersonId

DOORS = 6
"""So many people who could introduce one are named; more would only be a list to work through."""


class Cell(NamedTuple):
    """One practice area in one setting, as their codes; "" where it is not said."""

    area: str
    setting: str


class Mark(StrEnum):
    """What one thinks of a cell."""

    CURIOUS = "curious"
    RULED_OUT = "ruled_out"


@dataclass(frozen=True, slots=True)
class CompassMark:
    """A mark and the reason for it."""

    cell: Cell
    mark: Mark
    why: str = ""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody as the compass sees them: where they stand, and whether one has met them or will.

    ``then`` are the settings they were in when one met them, where that is known to be others than now.
    """

    person: PersonId
    areas: tuple[str, ...]
    settings: tuple[str, ...]
    met: bool = False
    planned: bool = False
    may_be_asked: bool = True
    """Not archived, not gone, and never said that they want no mail."""
    then: tuple[str, ...] | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Where they stand; an area or setting that is not said leaves that side open."""
        return self._cells(self.settings)

    @property
    def met_in(self) -> tuple[Cell, ...]:
        """Where they stood when one met them; nowhere for somebody one has not met."""
        if not self.met:
            return ()
        return self._cells(self.settings if self.then is None else self.then)

    def _cells(self, settings: tuple[str, ...]) -> tuple[Cell, ...]:
        if not (self.areas or settings):
            return ()
        return tuple(Cell(area, setting) for setting in settings or ("",) for area in self.areas or ("",))


class Standing(StrEnum):
    """How a cell looks: what one decided counts most, then whom one knows there."""

    RULED_OUT = "ruled_out"
    MET = "met"
    PLANNED = "planned"
    CURIOUS = "curious"
    KNOWN = "known"
    """Somebody there is among one's people, and was not met there yet."""
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Field:
    """Everything about one cell."""

    cell: Cell
    met: tuple[PersonId, ...] = ()
    planned: tuple[PersonId, ...] = ()
    known: tuple[PersonId, ...] = ()
    mark: CompassMark | None = None

    @property
    def standing(self) -> Standing:
        """How it looks."""
        if self.mark is not None and self.mark.mark is Mark.RULED_OUT:
            return Standing.RULED_OUT
        if self.met:
            return Standing.MET
        if self.planned:
            return Standing.PLANNED
        if self.mark is not None:
            return Standing.CURIOUS
        return Standing.KNOWN if self.known else Standing.OPEN

    @property
    def is_gap(self) -> bool:
        """Curious, and nobody met or agreed with yet: the next conversation to look for."""
        return self.standing is Standing.CURIOUS


@dataclass(frozen=True, slots=True)
class Compass:
    """The map. ``areas`` and ``settings`` are the codes in the order they are shown."""

    areas: tuple[str, ...]
    settings: tuple[str, ...]
    fields: Mapping[Cell, Field] = field(default_factory=dict)
    closed: frozenset[PersonId] = frozenset()
    """Who was met and may not be asked for anything."""

    def at(self, cell: Cell) -> Field:
        """One cell, empty if there is nothing about it."""
        return self.fields.get(cell, Field(cell))

    @property
    def in_use(self) -> tuple[str, ...]:
        """The settings about which anything is known or thought."""
        used = {cell.setting for cell in self.fields}
        return tuple(setting for setting in self.settings if setting in used)

    def doors(self, cell: Cell) -> tuple[PersonId, ...]:
        """Who could introduce one: met next door, in the same setting first, then in the same area."""
        own = {*self.at(cell).met, *self.at(cell).planned, *self.closed}
        beside = [Cell(area, cell.setting) for area in self.areas if cell.setting and area != cell.area]
        beside += [Cell(cell.area, setting) for setting in self.settings if cell.area and setting != cell.setting]
        people = [person for next_door in beside for person in self.at(next_door).met if person not in own]
        return tuple(dict.fromkeys(people))[:DOORS]

    def gaps(self) -> list[Field]:
        """Where one is curious and has met nobody yet, in the order of the map."""
        order = [Cell(area, setting) for setting in self.settings for area in self.areas]
        return [self.fields[cell] for cell in order if cell in self.fields and self.fields[cell].is_gap]


def chart(
    areas: Sequence[str],
    settings: Sequence[str],
    people: Iterable[Acquaintance],
    marks: Iterable[CompassMark],
) -> Compass:
    """Draw the map. Areas and settings that only people or marks name come after those of the vocabulary."""
    found: dict[Cell, dict[str, list[PersonId]]] = {}
    closed: set[PersonId] = set()
    for someone in people:
        for cell in someone.met_in:
            found.setdefault(cell, {}).setdefault("met", []).append(someone.person)
        if not someone.may_be_asked:
            closed.add(someone.person)
            continue
        kind = "planned" if someone.planned else "known"
        for cell in someone.cells:
            if cell not in someone.met_in:
                found.setdefault(cell, {}).setdefault(kind, []).append(someone.person)
    thought = {mark.cell: mark for mark in marks}
    fields = {
        cell: Field(
            cell,
            **{kind: tuple(ids) for kind, ids in found.get(cell, {}).items()},
            mark=thought.get(cell),
        )
        for cell in dict.fromkeys([*found, *thought])
    }
    return Compass(
        in_order(areas, (cell.area for cell in fields)),
        in_order(settings, (cell.setting for cell in fields)),
        fields,
        frozenset(closed),
    )


def in_order(known: Sequence[str], named: Iterable[str]) -> tuple[str, ...]:
    """The vocabulary's own words, then one's own by alphabet, then what is not said."""
    used = set(named)
    own = sorted(used - set(known) - {""}, key=str.casefold)
    return (*dict.fromkeys(known), *own, *([""] if "" in used else []))
