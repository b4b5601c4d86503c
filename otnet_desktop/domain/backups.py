"""What somebody may know of a backup before anything comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
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


COME_BACK = (Standing.MISSING, Standing.IN_TRASH)
"""Who can be brought back one by one: whoever is here stays as they are, and is restored only with everything."""


@dataclass(frozen=True, slots=True)
class PersonInside:
    """Somebody in a backup; ``id`` is theirs there, ``folded`` what they are found by."""

    id: int
    name: str
    headline: str
    status: Status
    standing: Standing
    folded: str


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in a backup, those who are missing today first. ``since``: so many people came in since it was made."""

    people: tuple[PersonInside, ...]
    counts: Mapping[Standing, int]
    meetings: int
    since: int

    def count(self, *standings: Standing) -> int:
        """So many people stand like that."""
        return sum(self.counts.get(standing, 0) for standing in standings)
