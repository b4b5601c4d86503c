"""What the cells of one row say about a person, sorted by what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint
from otnet_desktop.exchange.columns.cells import emails_of, label_of, values_of
from otnet_desktop.exchange.columns.meaning import IN_ADDRESS, Field, Meaning
from otnet_desktop.exchange.vcard.parts import Organisation, Parts, Title
from otnet_desktop.exchange.vcard.points import LINKEDIN

Group = tuple[str, int]
"""Which address, or which place of work: its label and its number."""

_WAYS = {
    Field.PHONE: ContactKind.PHONE,
    Field.WEBSITE: ContactKind.WEBSITE,
    Field.LINKEDIN: ContactKind.LINKEDIN,
    Field.CHAT: ContactKind.CHAT,
}

_OF_PLACE = (Field.ORGANISATION, Field.TITLE, Field.DEPARTMENT)
_OF_LINKEDIN = frozenset({"linkedin", "profile"})
"""Labels that say what the address says."""


@dataclass(slots=True)
class Gathered:
    """``singles`` fill one field each. Addresses and places are told in parts."""

    singles: dict[Field, str] = field(default_factory=dict)
    lists: dict[Field, list[str]] = field(default_factory=dict)
    labels: dict[Group, str] = field(default_factory=dict)
    ways: list[tuple[Field, Meaning, str]] = field(default_factory=list)
    addresses: dict[Group, dict[Field, list[str]]] = field(default_factory=dict)
    places: dict[int, dict[Field, str]] = field(default_factory=dict)

    def points(self, *, as_they_are: bool = False) -> dict[ContactPoint, None]:
        """Ways to reach them, in the order of their columns; addresses last.

        Of a cell for e-mail only what is an address counts, unless cells are taken ``as_they_are``.
        """
        found: dict[ContactPoint, None] = {}
        for name, meaning, cell in self.ways:
            label, is_first = self._label(meaning, name)
            for value in _values(name, cell, as_they_are):
                kind = ContactKind.LINKEDIN if as_they_are and label == "LinkedIn" else _kind(name, value)
                says_no_more = kind is ContactKind.LINKEDIN and label.casefold() in _OF_LINKEDIN
                found.setdefault(ContactPoint(kind, value, "" if says_no_more else label, is_first))
                is_first = False
        for (kind_of_it, slot), parts in self.addresses.items():
            label, is_first = self._label(Meaning(Field.ADDRESS, kind_of_it, slot), Field.ADDRESS)
            if value := address_of(parts):
                found.setdefault(ContactPoint(ContactKind.ADDRESS, value, label, is_first))
        return found

    def _label(self, meaning: Meaning, name: Field) -> tuple[str, bool]:
        told = self.labels.get((name.value, meaning.slot), "") if meaning.slot else ""
        return label_of(told) if told else (meaning.label, False)


def _values(name: Field, cell: str, as_they_are: bool) -> list[str]:
    if as_they_are:
        return values_of(cell) or [cell]
    return emails_of(cell) if name is Field.EMAIL else values_of(cell)


def _kind(name: Field, value: str) -> ContactKind:
    if name is Field.EMAIL:
        return ContactKind.EMAIL
    if name is Field.WEBSITE and LINKEDIN.search(value):
        return ContactKind.LINKEDIN
    return _WAYS[name]


def address_of(parts: dict[Field, list[str]]) -> str:
    """An address in one text: as the file has it in whole, else its parts one after the other."""
    whole = parts.get(Field.ADDRESS, [])
    said = "\n".join(whole)
    rest = [text for part in IN_ADDRESS for text in parts.get(part, []) if not _stands_in(text, said)]
    if whole and not rest:
        return ", ".join(whole)
    told = (*whole, *rest)
    return told[0] if len(told) == 1 else ", ".join(" ".join(text.split("\n")) for text in told)


def _stands_in(text: str, said: str) -> bool:
    """Whether it is told there already, as words of their own."""
    return bool(said) and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", said) is not None


def is_told(singles: dict[Field, str], name: Field, cell: str) -> bool:
    """Fill a field of which there is one; False where something else stands there already."""
    return singles.setdefault(name, cell) == cell


def tell_places(places: dict[int, dict[Field, str]], ours: Sequence[Affiliation], parts: Parts) -> None:
    """Places of work, each of which belongs together: those we wrote into custom fields, then those in columns."""
    for number, place in enumerate(ours, start=-len(ours)):
        when = (place.setting, str(place.since or ""), str(place.until or ""))
        _tell(parts, number, f"job.{number}", place, when)
    here = {(place.organisation, place.title, place.department) for place in ours}
    for slot, said in sorted(places.items()):
        organisation, title, department = (said.get(name, "") for name in _OF_PLACE)
        if (organisation, title, department) not in here:
            _tell(parts, slot, f"job{slot}", Affiliation(organisation, title, department), ("", "", ""))


def _tell(parts: Parts, number: int, group: str, place: Affiliation, when: tuple[str, str, str]) -> None:
    if place.organisation or place.department:
        parts.organisations.append(Organisation(number, group, place.organisation, place.department, *when))
    if place.title:
        parts.titles.append(Title(number, group, place.title, *when))
