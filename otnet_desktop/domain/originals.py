"""Somebody as they were before they became one with another, as text that can be kept and read again.

Public: ``Original``, ``written(original)`` and ``read(text)``. What a later version writes besides is left out.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, PersonId, Profile, Status
from otnet_desktop.domain.research import Confidence, KeyPoint

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Original:
    """Enough to see what came from whom."""

    id: PersonId
    ref: str
    status: Status
    created_at: datetime
    profile: Profile
    key_points: tuple[KeyPoint, ...] = ()


def written(original: Original) -> str:
    """As JSON."""
    return json.dumps(asdict(original), default=_plain, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Original:
    """As it was written. Raises ValueError or KeyError for anything else."""
    told = json.loads(text)
    return Original(
        PersonId(told["id"]),
        told["ref"],
        Status(told["status"]),
        datetime.fromisoformat(told["created_at"]),
        _profile(told["profile"]),
        tuple(_point(point) for point in told["key_points"]),
    )


def _profile(told: Mapping[str, Any]) -> Profile:
    known = _known(Profile, told)
    lists = {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
    ways = tuple(_way(way) for way in known.get("contact_points", ()))
    places = tuple(_place(place) for place in known.get("affiliations", ()))
    photo = base64.b64decode(known.get("photo", ""))
    return Profile(**{**known, **lists, "contact_points": ways, "affiliations": places, "photo": photo})


def _way(told: Mapping[str, Any]) -> ContactPoint:
    known = _known(ContactPoint, told)
    return ContactPoint(**{**known, "kind": ContactKind(known["kind"]), "state": ContactState(known["state"])})


def _place(told: Mapping[str, Any]) -> Affiliation:
    return Affiliation(**{**_known(Affiliation, told), "since": _day(told["since"]), "until": _day(told["until"])})


def _point(told: Mapping[str, Any]) -> KeyPoint:
    confidence = Confidence(told.get("confidence", ""))
    return KeyPoint(**{**_known(KeyPoint, told), "seen_on": _day(told["seen_on"]), "confidence": confidence})


def _known(kind: type[Thing], told: Mapping[str, Any]) -> dict[str, Any]:
    return {field.name: told[field.name] for field in fields(kind) if field.name in told}  # type: ignore[arg-type]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(value: object) -> str:
    """What JSON has no word for."""
    match value:
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case date():
            return value.isoformat()
        case Enum():
            return str(value.value)
    raise TypeError(type(value))
