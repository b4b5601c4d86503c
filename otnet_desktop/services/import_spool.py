"""Profiles laid aside while somebody looks at what an import would do, each with what it is known by."""

from __future__ import annotations

from array import array
from dataclasses import fields
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from otnet_desktop.domain.duplicates.called import Called
from otnet_desktop.domain.duplicates.marks import Marks, kept, keys_of, marks
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile
from otnet_desktop.services.laid_aside import LaidAside

Values = list[Any]

_NAMES = tuple(field.name for field in fields(Profile))
_values = attrgetter(*_NAMES)
_POINTS, _PLACES = _NAMES.index("contact_points"), _NAMES.index("affiliations")
_KINDS = {kind.value: kind for kind in ContactKind}
_STATES = {state.value: state for state in ContactState}
_mark_values = attrgetter(*(field.name for field in fields(Marks)))
_name_values = attrgetter(*(field.name for field in fields(Called)))


class Spool:
    """Takes profiles in and hands them out again by their place.

    Marks and keys are laid aside too, for themselves: working them out takes several times as long as reading them.
    """

    def __init__(self, folder: Path | None = None, *, is_secret: bool = True) -> None:
        self._profiles = LaidAside(folder, is_secret=is_secret)
        self._known_by = LaidAside(folder, is_secret=is_secret)
        self._places = array("q")
        self._places_of_marks = array("q")

    def put(self, profile: Profile) -> tuple[int, tuple[str, ...]]:
        """Its place, and all its keys."""
        known = marks(profile)
        keys = keys_of(known)
        self._places.append(self._profiles.put((_of_profile(profile), kept(keys))))
        self._places_of_marks.append(self._known_by.put((_of_marks(known), keys)))
        return len(self._places) - 1, keys

    def get(self, place: int) -> Profile:
        """The profile that was put there."""
        return self.with_keys(place)[0]

    def with_keys(self, place: int) -> tuple[Profile, tuple[str, ...]]:
        """The profile, and those of its keys that a store keeps."""
        values, keys = self._profiles.get(self._places[place])
        return _profile(values), keys

    def marks(self, place: int) -> tuple[Marks, tuple[str, ...]]:
        """What the profile there is known by, and all its keys."""
        values, keys = self._known_by.get(self._places_of_marks[place])
        return _marks(values), keys


def _of_profile(profile: Profile) -> Values:
    values: Values = list(_values(profile))
    values[_POINTS] = [(p.kind._value_, p.value, p.label, p.primary, p.state._value_) for p in values[_POINTS]]
    values[_PLACES] = [
        (a.organisation, a.title, a.department, a.setting, _text(a.since), _text(a.until)) for a in values[_PLACES]
    ]
    return values


def _profile(values: Values) -> Profile:
    values[_POINTS] = tuple(
        [
            ContactPoint(_KINDS[kind], value, label, primary, _STATES[state])
            for kind, value, label, primary, state in values[_POINTS]
        ]
    )
    values[_PLACES] = tuple(
        [
            Affiliation(organisation, title, department, setting, _day(since), _day(until))
            for organisation, title, department, setting, since, until in values[_PLACES]
        ]
    )
    return Profile(*values)


def _of_marks(known: Marks) -> Values:
    called, also, *others = _mark_values(known)
    return [_name_values(called), [_name_values(name) for name in also], *others]


def _marks(values: Values) -> Marks:
    called, also, *others = values
    return Marks(Called(*called), tuple([Called(*name) for name in also]), *others)


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
