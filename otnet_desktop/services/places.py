"""Homework about places, shared by all the people who are there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.duplicates.ways import fold_company
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.domain.places import KnownPlace, joined
from otnet_desktop.domain.research import KeyPoint
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.research import check_points
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.store import Store


class PlacesService:
    """What is known about the organisations people work at. A place is named as everybody there names it."""

    def __init__(self, steps: Steps, people: PeopleService) -> None:
        self._steps = steps
        self._people = people
        self._store = steps.store

    def named(self, name: str) -> KnownPlace | None:
        """Everything known about the place of that name; none where nobody is."""
        return self._store.places.named(name)

    def save_notes(self, name: str, notes: str, *, sitting: int | None = None) -> int | None:
        """Keep the Markdown notes. ``sitting`` is that of ``ResearchService.save_notes``. Raises NotFound."""
        place = self._get(name)
        with self._step("Edit notes", place, sitting) as step:
            self._store.places.save_notes(place.id, notes, self._now())
        return step

    def save_key_points(self, name: str, points: tuple[KeyPoint, ...]) -> None:
        """Keep these key points in this order. Raises BadInput beyond five, or for one that is empty or too long."""
        check_points(points)
        place = self._get(name)
        with self._step("Edit key points", place):
            self._store.places.save_key_points(place.id, points, self._now())

    def still_right(self, name: str) -> None:
        """What is noted was looked at again; it counts as fresh from now on."""
        place = self._get(name)
        with self._step("Look again", place):
            self._store.places.mark_reviewed(place.id, self._now())

    def choose_gate(self, name: str, person: PersonId | None) -> None:
        """Say whom to ask first about placements there; none for whoever is one's coordinator."""
        place = self._get(name)
        with self._step("Whom to ask first", place):
            self._store.places.set_gate(place.id, person)

    def rename(self, name: str, new: str) -> bool:
        """Call a place otherwise, for all its people. A place that is called so already takes it in; whether it did.

        Raises BadInput for no name, NotFound.
        """
        new = " ".join(new.split())
        if not new:
            raise BadInput("A place needs a name.", "Type how its people call it.")
        place = self._get(name)
        if new == name:
            return False
        other = self._store.places.named(new)
        concerned = list(dict.fromkeys([*place.people, *(other.people if other else ())]))
        with self._steps.step("Rename place" if other is None else "Join places", concerned, *SHOWN, tells_facts=False):
            for person in place.people:
                profile = with_place_called(self._store.people.get(person).profile, name, new)
                self._store.people.save(person, profile, keys(profile), self._now())
            join(self._store, place, new, self._now())
        return other is not None

    def save_person(self, person: PersonId, profile: Profile, retyped: Mapping[str, str]) -> list[str]:
        """Change what is known about somebody, some of whose places were ``retyped``: old name -> new.

        Where nobody else is or was, what was noted goes along; these new names come back. A place with others keeps it.
        Raises as ``PeopleService.save``.
        """
        still = {affiliation.organisation for affiliation in profile.affiliations}
        goes = {old: new for old, new in retyped.items() if old not in still and self._is_theirs_alone(old, person)}
        if not goes:
            self._people.save(person, profile)
            return []
        with self._steps.together("Edit person"):
            for old, new in goes.items():
                self.rename(old, new)
            self._people.save(person, profile)
        return list(goes.values())

    def _is_theirs_alone(self, name: str, person: PersonId) -> bool:
        place = self.named(name)
        if place is None or place.people != (person,):
            return False
        return bool(place.research.notes or place.research.key_points)

    def _get(self, name: str) -> KnownPlace:
        place = self.named(name)
        if place is None:
            raise NotFound("That place is not here any more.", "Perhaps the change was undone: press Ctrl+Z again.")
        return place

    def _step(self, title: str, place: KnownPlace, sitting: int | None = None) -> AbstractContextManager[int | None]:
        return self._steps.step(title, place.people, Room.RESEARCH, sitting=sitting, tells_facts=False)

    def _now(self) -> datetime:
        return self._steps.clock.now()


def join(store: Store, goes: KnownPlace, name: str, at: datetime) -> None:
    """Let the place of that name take in another, with what is known of it. Inside a step."""
    if store.places.named(goes.name) is None:
        return  # nothing was known of it, so it went with the last of its people
    stays = store.places.ensure(name)
    store.places.save_research(stays, joined(store.places.known(stays).research, goes.research), at)
    store.places.hand_over(goes.id, stays)


def join_left(store: Store, before: Iterable[str], after: Iterable[str], at: datetime) -> None:
    """Let places where nobody is any more join the one that is only spelled otherwise. Inside a step.

    Before and after are the names of somebody's places.
    """
    kept = list(dict.fromkeys(after))
    for name in dict.fromkeys(before):
        same = next((other for other in kept if fold_company(other) == fold_company(name)), None)
        if name and same and name not in kept and (goes := store.places.named(name)) and not goes.people:
            join(store, goes, same, at)


SHOWN = (Room.PEOPLE, Room.RESEARCH)


def with_place_called(profile: Profile, name: str, new: str) -> Profile:
    """The same profile, with one of its places under another name."""
    places = (replace(a, organisation=new) if a.organisation == name else a for a in profile.affiliations)
    return replace(profile, affiliations=tuple(places))
