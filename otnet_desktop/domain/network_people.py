"""What a network told as facts says about people and places, as values of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.domain.research import KEY_POINT_LENGTH, KeyPoint

Told = Mapping[str, Any]

ORGANISATION_FIELDS = ("name", "kind", "setting", "city", "region", "country")


def organisation_told(told: Told) -> dict[str, str]:
    """The fields of an organisation."""
    fields = {name: text(told, name) for name in ORGANISATION_FIELDS}
    domain = text(told, "domain")
    website = text(told, "website") or (f"https://{domain}" if domain else "")
    return fields | {"ref": text(told, "id"), "zone": text(told, "tz"), "website": website}


def profile_told(told: Told, organisations: Mapping[str, Told]) -> Profile:
    """The profile of a person; whoever is only named gets that name."""
    given, family = text(told, "given"), text(told, "family")
    return Profile(
        given=given,
        family=family,
        display="" if given or family else text(told, "name") or text(told, "id"),
        pronouns=text(told, "pronouns"),
        credentials=tuple(part.strip() for part in text(told, "credentials").split(",") if part.strip()),
        role=text(told, "role"),
        practice_areas=tuple(told.get("practice_areas") or ()),
        nucc=(text(told, "nucc"),) if text(told, "nucc") else (),
        zone=text(told, "tz") or text(organisations.get(text(told, "org"), {}), "tz"),
        tags=tuple(told.get("tags") or ()),
        contact_points=tuple(
            ContactPoint(kind, text(told, name), primary=True)
            for name, kind in (("email", ContactKind.EMAIL), ("phone", ContactKind.PHONE))
            if text(told, name)
        ),
        affiliations=tuple(places_told(told, organisations)),
        note=text(told, "note"),
        source=text(told, "source"),
    )


def places_told(told: Told, organisations: Mapping[str, Told]) -> list[Affiliation]:
    """Where they work. The place before is kept as a place without a title."""
    place = organisations.get(text(told, "org"), {})
    name = text(place, "name") or text(told, "org")
    title = text(told, "title")
    return [Affiliation(name, title, setting=text(place, "setting"))] if name or title else []


def research_told(told: Told) -> tuple[KeyPoint, ...]:
    """The key points a person is listed with."""
    return tuple(
        KeyPoint(text(point, "point")[:KEY_POINT_LENGTH], text(point, "source"), text(point, "url"))
        for point in told.get("research") or ()
        if text(point, "point")
    )


def text(told: Told, name: str) -> str:
    """A field as text; "" when it is missing or null."""
    return str(told.get(name) or "")
