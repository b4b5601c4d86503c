"""What the properties of a card say about a person, gathered one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from otnet_desktop.domain.people import ContactPoint
from otnet_desktop.exchange.vcard.heads import Head

Item = TypeVar("Item")
Ordered = dict[str, int]


class Told(Enum):
    """How far our own fields can say what a property says."""

    FULLY = "our own card will say the same"
    PARTLY = "the field holds the value; the line is kept for its details"
    ALSO = "the field is taken by another line; this one is kept beside it"
    NOT = "there is no field; the line is kept as it is"


def fully(head: Head) -> Told:
    """Whether a property whose field has no room for parameters says nothing in them."""
    if not head.parameters or (head.is_plain and not head.types and not head.preferred):
        return Told.FULLY
    return Told.PARTLY


@dataclass(slots=True)
class Organisation:
    """An ORG line."""

    line: int
    group: str
    name: str
    department: str
    setting: str = ""
    since: str = ""
    until: str = ""


@dataclass(slots=True)
class Title:
    """A TITLE line."""

    line: int
    group: str
    text: str
    setting: str = ""
    since: str = ""
    until: str = ""


@dataclass(slots=True)
class Parts:
    """Collected values of one card. ``singles`` fill one field each, by property name.

    What is listed keeps its order and is there once; the number of an item is its place. ``work`` numbers
    organisations and titles as they are first named. ``letters`` are credentials found in names, those of ``shown``
    (the shown name as it stands there) among them; ``credentials``, if our own card told them, are the whole truth.
    """

    name: tuple[str, str, str, str, str] | None = None
    formatted: str | None = None
    shown: str = ""
    shown_letters: tuple[str, ...] = ()
    letters: list[str] = field(default_factory=list)
    credentials: list[str] | None = None
    nicknames: Ordered = field(default_factory=dict)
    points: dict[ContactPoint, int] = field(default_factory=dict)
    organisations: list[Organisation] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    tags: Ordered = field(default_factory=dict)
    areas: Ordered = field(default_factory=dict)
    languages: Ordered = field(default_factory=dict)
    nucc: Ordered = field(default_factory=dict)
    notes: Ordered = field(default_factory=dict)
    singles: dict[str, str] = field(default_factory=dict)
    photo: bytes = b""
    work: dict[tuple[str, ...], int] = field(default_factory=dict)


def add(ordered: dict[Item, int], item: Item) -> int:
    """Take an item in, unless it is there already; returns its place."""
    return ordered.setdefault(item, len(ordered))
