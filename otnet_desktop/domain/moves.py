"""Changing jobs: whether somebody did since one last looked them up, and where they worked on a day."""

from __future__ import annotations

from collections.abc import Sequence
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


def places_on(places: Sequence[Affiliation], day: date) -> list[Affiliation]:
    """Where somebody worked that day, as far as the dates tell; else the place they had left last, else where they are.

    A place whose beginning is not known began when the one before it ended. The day of a change is the new place's.
    """
    there = [place for place in places if _begun(place, places) <= day < (place.until or date.max)]
    if there:
        return there
    left = [place.until for place in places if place.until is not None and place.until <= day]
    return [place for place in places if place.until == max(left, default=None)]


def _begun(place: Affiliation, places: Sequence[Affiliation]) -> date:
    until = place.until or date.max
    before = [other.until for other in places if other is not place and other.until and other.until <= until]
    return place.since or max(before, default=date.min)
