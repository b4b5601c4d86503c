"""What Google has no column for, in its custom fields, spelled so that it comes back as it went.

A place: ``organisation: Harbor Clinic; title: OT; since: 2019-01-01``. A chat has its label there: ``Chat (work)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile
from otnet_desktop.exchange.own_csv import listed, unlisted

PLACE = "Place"
CHAT = "Chat"
STATES = {"Mail comes back": ContactState.BOUNCED, "No longer used": ContactState.RETIRED}
"""Ways to reach somebody that no longer work, by the label that says so."""

_LABELS = {state: label for label, state in STATES.items()}
_CHAT = re.compile(rf"(\* )?{CHAT}(?: \((.*)\))?", re.DOTALL)
_OF_PLACE = {field.name: field.name for field in fields(Affiliation)}
_DAYS = frozenset({"since", "until"})

Told = tuple[str, str]
"""A label and what stands beside it."""


def places(profile: Profile) -> Iterator[Told]:
    """All places of somebody of whom Google's one place of work does not tell everything."""
    if any(place != _as_google_has_it(place) for place in profile.affiliations) or len(profile.affiliations) > 1:
        for place in profile.affiliations:
            said = ((name, getattr(place, name)) for name in _OF_PLACE)
            yield PLACE, listed([f"{name}: {value}" for name, value in said if value])


def _as_google_has_it(place: Affiliation) -> Affiliation:
    return Affiliation(place.organisation, place.title, place.department)


def read_place(text: str) -> Affiliation | None:
    """The place again; None for what somebody else wrote."""
    said = dict(part.split(": ", 1) for part in unlisted(text) if ": " in part)
    if not said or not said.keys() <= _OF_PLACE.keys() or len(said) < len(unlisted(text)):
        return None
    try:
        days = {name: date.fromisoformat(said.pop(name)) for name in _DAYS & said.keys()}
    except ValueError:
        return None
    return Affiliation(**said, **days)  # type: ignore[arg-type]


def states(profile: Profile) -> Iterator[Told]:
    """What no longer works."""
    return ((_LABELS[p.state], p.value) for p in profile.contact_points if p.state in _LABELS)


def chat_label(point: ContactPoint) -> str:
    """``* Chat (work)``."""
    star = "* " if point.primary else ""
    return f"{star}{CHAT} ({point.label})" if point.label else f"{star}{CHAT}"


def read_chat(label: str, value: str) -> ContactPoint | None:
    """The chat again; None for any other label."""
    found = _CHAT.fullmatch(label)
    return ContactPoint(ContactKind.CHAT, value, found[2] or "", bool(found[1])) if found else None
