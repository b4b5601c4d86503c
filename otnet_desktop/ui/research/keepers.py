"""Whose homework is written: a person's, or that of a place all its people share.

Public: ``Keeper``, ``PersonKeeper`` and ``PlaceKeeper``. The same fields write for both.
"""

from __future__ import annotations

from typing import Protocol

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.places import KnownPlace
from otnet_desktop.domain.research import KeyPoint
from otnet_desktop.services.workspace import Workspace


class Keeper(Protocol):
    """Writes notes and key points down. ``number`` tells one from another of its sort; 0 keeps nothing."""

    number: int

    def save_notes(self, notes: str, sitting: int | None) -> int | None:
        """Keep the notes; what comes back, handed in as ``sitting``, joins the next save to this step."""

    def save_key_points(self, points: tuple[KeyPoint, ...]) -> None:
        """Keep these points in this order."""


class PersonKeeper:
    """Homework about somebody."""

    def __init__(self, workspace: Workspace, person: PersonId) -> None:
        self._workspace = workspace
        self._person = person
        self.number = int(person)

    def save_notes(self, notes: str, sitting: int | None) -> int | None:
        """Keep the notes about them."""
        return self._workspace.research.save_notes(self._person, notes, sitting=sitting)

    def save_key_points(self, points: tuple[KeyPoint, ...]) -> None:
        """Keep the key points about them. Raises NotFound once they are deleted."""
        self._workspace.people.get(self._person)
        self._workspace.research.save_key_points(self._person, points)


class PlaceKeeper:
    """Homework about the place they work at."""

    def __init__(self, workspace: Workspace, place: KnownPlace) -> None:
        self._workspace = workspace
        self._name = place.name
        self.number = int(place.id)

    def save_notes(self, notes: str, sitting: int | None) -> int | None:
        """Keep the notes about the place."""
        return self._workspace.places.save_notes(self._name, notes, sitting=sitting)

    def save_key_points(self, points: tuple[KeyPoint, ...]) -> None:
        """Keep the key points about the place."""
        self._workspace.places.save_key_points(self._name, points)
