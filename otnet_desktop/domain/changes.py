"""What a use case touched, so that every screen can decide for itself whether to look again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Room(StrEnum):
    """The parts of the data a screen can show."""

    PEOPLE = "people"
    RESEARCH = "research"
    MEETINGS = "meetings"
    MESSAGES = "messages"
    PROMISES = "promises"
    REMINDERS = "reminders"
    SCHEDULE = "schedule"
    WRITING = "writing"
    JOURNEY = "journey"
    PREFERENCES = "preferences"


@dataclass(frozen=True, slots=True)
class Changed:
    """Rooms and people touched. ``people=None`` means everyone (an import, an undo of one, a restore).

    ``returned``: whoever an undo has brought back among those one sees, after a deletion or from the archive.
    """

    rooms: frozenset[Room]
    people: frozenset[int] | None = frozenset()
    returned: frozenset[int] = frozenset()

    def touches(self, room: Room) -> bool:
        """Whether anything in that room may look different now."""
        return room in self.rooms

    def concerns(self, person: int) -> bool:
        """Whether that person may look different now."""
        return self.people is None or person in self.people

    def __or__(self, other: Changed) -> Changed:
        people = None if self.people is None or other.people is None else self.people | other.people
        return Changed(self.rooms | other.rooms, people, self.returned | other.returned)
