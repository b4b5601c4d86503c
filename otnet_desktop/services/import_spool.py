"""Profiles laid aside while somebody looks at what an import would do."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile
from otnet_desktop.services.laid_aside import LaidAside

_NAMES = tuple(field.name for field in fields(Profile))
_values = attrgetter(*_NAMES)
_POINTS, _PLACES = _NAMES.index("contact_points"), _NAMES.index("affiliations")
_KINDS = {kind.value: kind for kind in ContactKind}
_STATES = {state.value: state for state in ContactState}


class Spool:
    """Takes profiles in and hands them out again by their place."""

    def __init__(self, folder: Path | None = None) -> None:
        self._laid = LaidAside(folder)

    def put(self, profile: Profile, keys: tuple[str, ...]) -> int:
        """Its place. ``keys`` are those a store keeps with it, which take longer to find than to read."""
        values: list[Any] = list(_values(profile))
        values[_POINTS] = tuple((p.kind.value, p.value, p.label, p.primary, p.state.value) for p in values[_POINTS])
        values[_PLACES] = tuple(
            (a.organisation, a.title, a.department, a.setting, _text(a.since), _text(a.until)) for a in values[_PLACES]
        )
        return self._laid.put((values, keys))

    def get(self, place: int) -> Profile:
        """The profile that was put there."""
        return self.with_keys(place)[0]

    def with_keys(self, place: int) -> tuple[Profile, tuple[str, ...]]:
        """The profile, and its keys."""
        values, keys = self._laid.get(place)
        values[_POINTS] = tuple(
            ContactPoint(_KINDS[kind], value, label, primary, _STATES[state])
            for kind, value, label, primary, state in values[_POINTS]
        )
        values[_PLACES] = tuple(
            Affiliation(organisation, title, department, setting, _day(since), _day(until))
            for organisation, title, department, setting, since, until in values[_PLACES]
        )
        return Profile(*values), keys


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
