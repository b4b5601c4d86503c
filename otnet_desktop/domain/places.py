"""A place people work at, as one knows it: shared by everybody who is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NewType

from otnet_desktop.domain.research import KEY_POINTS_MOST, KeyPoint, Research
from otnet_desktop.domain.status import PersonId

PlaceId = NewType("PlaceId", int)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """An organisation with its own homework. ``gate`` is whom to ask first there, ``people`` who is or was there."""

    id: PlaceId
    name: str
    website: str = ""
    gate: PersonId | None = None
    people: tuple[PersonId, ...] = ()
    research: Research = field(default_factory=Research)


def joined(stays: Research, goes: Research) -> Research:
    """What is known of two places that turn out to be one. Points beyond the most become lines of the notes."""
    known = {point.text for point in stays.key_points}
    points = (*stays.key_points, *(point for point in goes.key_points if point.text not in known))
    beyond = "\n".join(f"- {said_in_full(point)}" for point in points[KEY_POINTS_MOST:])
    parts = [stays.notes, goes.notes if goes.notes != stays.notes else "", beyond]
    looked = [at for at in (stays.reviewed_at, goes.reviewed_at) if at is not None]
    notes = "\n\n".join(part for part in parts if part)
    return Research(notes, min(looked, default=None), points[:KEY_POINTS_MOST])


def said_in_full(point: KeyPoint) -> str:
    """A key point on one line, with where and when it was seen."""
    seen = point.seen_on.isoformat() if point.seen_on else ""
    about = ", ".join(part for part in (point.source, point.url, seen) if part)
    return f"{point.text} ({about})" if about else point.text
