"""People in one line: ``person("Ana Lee", "ana@clinic.example", at="City Rehab")``."""

from __future__ import annotations

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.domain.typed_name import read_name


def person(name: str = "", *ways: str, at: str = "", **fields: str) -> Profile:
    """Somebody whose name was typed on one line, with their addresses, numbers and pages."""
    typed = read_name(name)
    return Profile(
        prefix=typed.prefix,
        given=typed.given,
        family=typed.family,
        suffix=typed.suffix,
        display=typed.display,
        credentials=typed.credentials,
        contact_points=tuple(ContactPoint(kind_of(way), way) for way in ways),
        affiliations=(Affiliation(organisation=at),) if at else (),
        **fields,  # type: ignore[arg-type]
    )


def shown(name: str, *ways: str, at: str = "") -> Profile:
    """Somebody of whom only the line is known, taken as it stands."""
    points = tuple(ContactPoint(kind_of(way), way) for way in ways)
    return Profile(display=name, contact_points=points, affiliations=(Affiliation(organisation=at),) if at else ())


def kind_of(way: str) -> ContactKind:
    """What kind of address that is."""
    if "@" in way:
        return ContactKind.EMAIL
    if "linkedin" in way:
        return ContactKind.LINKEDIN
    return ContactKind.PHONE if way.strip("+()- .0123456789xet;=") == "" else ContactKind.WEBSITE
