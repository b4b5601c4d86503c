"""What somebody may know of a backup before anything comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from otnet_desktop.domain.status import Status


class OpenedBy(StrEnum):
    """Who can read a backup."""

    ANYBODY = "anybody"
    OUR_KEY = "our key"
    ANOTHER_KEY = "another key"
    """Made under another passphrase than the data have."""


class Standing(StrEnum):
    """How somebody in a backup compares with today."""

    MISSING = "missing"
    IN_TRASH = "in_trash"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class PersonInside:
    """Somebody in a backup; ``id`` is theirs there."""

    id: int
    name: str
    headline: str
    status: Status
    standing: Standing

    @property
    def can_come_back(self) -> bool:
        """Whoever is here stays as they are; they can only be restored with everything."""
        return self.standing in (Standing.MISSING, Standing.IN_TRASH)


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in a backup. ``since``: so many people came in since it was made."""

    people: tuple[PersonInside, ...]
    meetings: int
    since: int

    def count(self, *standings: Standing) -> int:
        """So many people stand like that."""
        return sum(person.standing in standings for person in self.people)
