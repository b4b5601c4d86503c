"""What a network told as facts says about people and places, as values of ours.

Whatever has the wrong kind of value is a BadInput that names the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.meetings import Consent, MeetingNotes
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.research import KEY_POINT_LENGTH, KeyPoint

Told = Mapping[str, Any]

ORGANISATION_FIELDS = ("name", "kind", "setting", "city", "region", "country")


def organisation_told(told: Told) -> dict[str, str]:
    """The fields of an organisation."""
    fields = {name: text(told, name) for name in ORGANISATION_FIELDS}
    domain = text(told, "domain")
    website = text(told, "website") or (f"https://{domain}" if domain else "")
    return fields | {"ref": text(told, "id"), "zone": text(told, "tz"), "website": website}


def me_told(told: Told, organisations: Mapping[str, Told]) -> Me:
    """Who tells it."""
    school = text(organisations.get(text(told, "org"), {}), "name")
    return Me(text(told, "name"), text(told, "programme") or text(told, "role"), school, text(told, "email"))


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
        practice_areas=texts(told, "practice_areas"),
        nucc=(text(told, "nucc"),) if text(told, "nucc") else (),
        zone=text(told, "tz") or text(organisations.get(text(told, "org"), {}), "tz"),
        tags=texts(told, "tags"),
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


def purpose_told(told: Told) -> tuple[str, str]:
    """The kind and the words of the purpose a person is listed with."""
    purpose = part(told, "purpose")
    return text(purpose, "kind"), text(purpose, "statement")


def research_told(told: Told) -> tuple[KeyPoint, ...]:
    """The key points a person is listed with."""
    return tuple(
        KeyPoint(text(point, "point")[:KEY_POINT_LENGTH], text(point, "source"), text(point, "url"))
        for point in parts(told, "research")
        if text(point, "point")
    )


def notes_told(told: Told) -> tuple[MeetingNotes, tuple[str, ...]]:
    """Takeaways and consent, and the advice, as a person's last meeting is listed with them."""
    kept = part(told, "meeting_notes")
    consent = text(kept, "consent") or Consent.NOT_ASKED.value
    if consent not in list(Consent):
        raise wrong(kept, "consent", f"is none of {', '.join(Consent)}")
    return MeetingNotes(consent=Consent(consent), takeaways=texts(kept, "takeaways")), texts(kept, "advice")


# -- one field each ------------------------------------------------------------------------------------------------


def text(told: Told, name: str) -> str:
    """A field as text; "" when it is missing or null. A number is taken as it is written."""
    value = told.get(name)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise wrong(told, name, "is not text")
    try:
        said = str(value)
        said.encode()
    except ValueError:  # half a character, or a number of thousands of digits
        raise wrong(told, name, "is no text that can be kept") from None
    return said


def texts(told: Told, name: str) -> tuple[str, ...]:
    """A field that is a list of texts; none when it is missing or null."""
    value = told.get(name)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise wrong(told, name, "is not a list of texts")
    return tuple(text({**told, name: one}, name) for one in value)


def part(told: Told, name: str) -> Told:
    """A field with fields of its own; empty when it is missing or null."""
    value = told.get(name)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise wrong(told, name, "is not an object")
    return {PLACE: f"{place(told)}, {name}", **value}


def parts(told: Told, name: str) -> Iterator[Told]:
    """Several of those."""
    value = told.get(name)
    if value is not None and not isinstance(value, list):
        raise wrong(told, name, "is not a list")
    for number, one in enumerate(value or (), start=1):
        yield part({PLACE: place(told), f"{name} {number}": one}, f"{name} {number}")


PLACE = "\0place"
"""Where something that has no id stands; no file can say this."""


def place(told: Told) -> str:
    """Where in the file something stands, for whoever is to correct it."""
    return str(told.get(PLACE) or told.get("id") or told.get("pid") or "me")


def wrong(told: Told, name: str, what: str) -> BadInput:
    """The error that names the place."""
    return BadInput(f'"{name}" of {place(told)} cannot be used: it {what}.', "Correct the file and try again.")
