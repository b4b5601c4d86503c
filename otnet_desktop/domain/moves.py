"""Whether somebody changed jobs since one last looked them up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otnet_desktop.domain.people import Affiliation, Profile


@dataclass(frozen=True, slots=True)
class Move:
    """From one place to another; either is empty where it is not known."""

    was: Affiliation
    now: Affiliation


def move_since(profile: Profile, looked: date, *, told: bool = False) -> Move | None:
    """Their move after the day one last looked. ``told``: it was noted since then, be it on the same day."""
    places = profile.affiliations
    ended = [place for place in places if place.until is not None]
    last = max(ended, key=lambda place: place.until or date.min, default=Affiliation())
    begun = profile.current
    is_new = bool(last.until and last.until > looked) or bool(begun.since and begun.since > looked and ended)
    return Move(last, begun) if told or is_new else None
