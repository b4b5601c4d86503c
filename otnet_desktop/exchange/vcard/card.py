"""What a vCard file holds: cards of properties in order, and whatever stands where no property can be."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from otnet_desktop.exchange.vcard.heads import Head


class Property(NamedTuple):
    """One content line: its head, its value (unfolded, decoded, still escaped) and the number of its first line."""

    head: Head
    value: str
    line: int

    @property
    def text(self) -> str:
        """The content line in one piece, as vCard 4.0 may hold it."""
        return f"{self.head.text}:{self.value}"


class Ending(Enum):
    """How a card came to its end."""

    PROPER = "END:VCARD"
    MISSING = "another card began, or the file went on, without an END:VCARD"
    CUT_OFF = "the file ended inside the card"
    TOO_LONG = "more lines than any contact has"


@dataclass(slots=True)
class Card:
    """One BEGIN:VCARD and what belongs to it. ``embedded`` counts the cards inside it (agents of vCard 2.1)."""

    line: int
    properties: list[Property] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    ending: Ending = Ending.CUT_OFF
    embedded: int = 0


@dataclass(slots=True)
class Stray:
    """A line that is no property (inside a card), or a block of lines outside of any card (``count`` of them)."""

    line: int
    text: str
    count: int = 1
