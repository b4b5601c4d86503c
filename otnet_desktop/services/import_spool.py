"""Profiles laid aside on the disk while somebody looks at what an import would do: a hundred thousand need no memory.

The file has no name, lies with the data, and is gone with the plan it belongs to.
"""

from __future__ import annotations

import marshal
import tempfile
import weakref
from dataclasses import fields
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile

KEPT_IN_MEMORY = 4 << 20
"""Bytes before anything is written to the disk at all."""

_LENGTH = 4
_NAMES = tuple(field.name for field in fields(Profile))
_values = attrgetter(*_NAMES)
_POINTS, _PLACES = _NAMES.index("contact_points"), _NAMES.index("affiliations")
_KINDS = {kind.value: kind for kind in ContactKind}
_STATES = {state.value: state for state in ContactState}


class Spool:
    """Takes profiles in and hands them out again by their place."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY, dir=str(folder) if folder else None)  # noqa: SIM115 - lives on
        self._end = 0
        weakref.finalize(self, self._file.close)

    def put(self, profile: Profile, keys: tuple[str, ...]) -> int:
        """Its place. ``keys`` are those a store keeps with it, which take longer to find than to read."""
        values: list[Any] = list(_values(profile))
        values[_POINTS] = tuple((p.kind.value, p.value, p.label, p.primary, p.state.value) for p in values[_POINTS])
        values[_PLACES] = tuple(
            (a.organisation, a.title, a.department, a.setting, _text(a.since), _text(a.until)) for a in values[_PLACES]
        )
        data = marshal.dumps((values, keys))
        self._file.seek(self._end)
        self._file.write(len(data).to_bytes(_LENGTH, "little") + data)
        place, self._end = self._end, self._end + _LENGTH + len(data)
        return place

    def get(self, place: int) -> Profile:
        """The profile that was put there."""
        return self.with_keys(place)[0]

    def with_keys(self, place: int) -> tuple[Profile, tuple[str, ...]]:
        """The profile, and its keys."""
        self._file.seek(place)
        length = int.from_bytes(self._file.read(_LENGTH), "little")
        values, keys = marshal.loads(self._file.read(length))
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
