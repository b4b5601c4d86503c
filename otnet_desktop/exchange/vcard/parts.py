"""What the properties of a card say about a person, gathered one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from otnet_desktop.domain.people import ContactPoint
from otnet_desktop.exchange.vcard.heads import Head


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

    ``letters`` are credentials found in names; ``credentials``, if our own card told them, are the whole truth.
    """

    name: tuple[str, str, str, str, str] | None = None
    formatted: str | None = None
    letters: list[str] = field(default_factory=list)
    credentials: list[str] | None = None
    nicknames: list[str] = field(default_factory=list)
    points: list[ContactPoint] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    nucc: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    singles: dict[str, str] = field(default_factory=dict)
    photo: bytes = b""
