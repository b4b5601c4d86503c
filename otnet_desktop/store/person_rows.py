"""A person as rows: the columns worked out from a profile, the parts kept in tables of their own, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from otnet_desktop.domain.names import find_text, fold, headline, sort_name
from otnet_desktop.domain.people import (
    Affiliation,
    ContactKind,
    ContactPoint,
    ContactState,
    Person,
    PersonId,
    Profile,
    Status,
)
from otnet_desktop.store.database import Row
from otnet_desktop.store.rows import day, instant, listed, optional_day, texts

PLAIN = (
    "given",
    "family",
    "display",
    "middle",
    "prefix",
    "suffix",
    "nickname",
    "say_it_like",
    "pronouns",
    "role",
    "zone",
    "birthday",
    "how_met",
    "met_via",
    "event",
    "source",
    "uid",
)
"""Fields of a profile that are one column of the same name."""

LISTS = ("credentials", "practice_areas", "nucc", "languages", "tags")
"""Fields that are a JSON list in a column of the same name."""


@dataclass(frozen=True, slots=True)
class Part:
    """A table of rows that belong to a profile, and how a profile becomes those rows."""

    table: str
    columns: tuple[str, ...]
    rows: Callable[[PersonId, Profile, dict[str, int]], list[tuple[object, ...]]]


def contact_rows(person: PersonId, profile: Profile, _places: dict[str, int]) -> list[tuple[object, ...]]:
    """The ways to reach somebody, in their order."""
    return [
        (person, n, p.kind.value, p.value, p.label, int(p.primary), p.state.value)
        for n, p in enumerate(profile.contact_points)
    ]


def affiliation_rows(person: PersonId, profile: Profile, places: dict[str, int]) -> list[tuple[object, ...]]:
    """The places somebody works or worked at, in their order."""
    return [
        (
            person,
            places.get(a.organisation),
            n,
            a.title,
            a.department,
            a.setting,
            *map(optional_day, (a.since, a.until)),
        )
        for n, a in enumerate(profile.affiliations)
    ]


PARTS = (
    Part(
        "contact_point",
        ("person_id", "position", "kind", "value", "label", "is_primary", "state"),
        contact_rows,
    ),
    Part(
        "affiliation",
        ("person_id", "organisation_id", "position", "title", "department", "setting", "since", "until"),
        affiliation_rows,
    ),
)


DERIVED = ("full_name", "sort_name", "call_name", "headline", "find_text")
"""Columns of ``person`` that are worked out from a profile."""

COLUMNS = (*DERIVED, *PLAIN, *LISTS, "extra")
"""All columns of ``person`` that come from a profile."""

_plain_values = attrgetter(*PLAIN)
_list_values = attrgetter(*LISTS, "foreign")


def person_row(profile: Profile) -> tuple[str, ...]:
    """What stands in those columns."""
    name = profile.full_name
    return (
        name,
        sort_name(profile),
        fold(name),
        headline(profile),
        find_text(profile),
        *_plain_values(profile),
        *map(listed, _list_values(profile)),
    )


def person_columns(profile: Profile) -> dict[str, str]:
    """The same by the names of the columns."""
    return dict(zip(COLUMNS, person_row(profile), strict=True))


def contact_point(row: Row) -> ContactPoint:
    """A row of ``contact_point`` as a value."""
    return ContactPoint(
        ContactKind(row["kind"]), row["value"], row["label"], bool(row["is_primary"]), ContactState(row["state"])
    )


def affiliation(row: Row) -> Affiliation:
    """A row of ``affiliation``, with the name of its organisation, as a value."""
    return Affiliation(
        row["organisation"] or "",
        row["title"],
        row["department"],
        row["setting"],
        day(row["since"]),
        day(row["until"]),
    )


def person_value(
    row: Row, points: tuple[ContactPoint, ...], places: tuple[Affiliation, ...], note: str, photo: bytes
) -> Person:
    """A row of ``person`` and its parts as a value."""
    return Person(
        id=PersonId(row["id"]),
        ref=row["ref"],
        status=Status(row["status"]),
        created_at=instant(row["created_at"]),
        changed_at=instant(row["changed_at"]),
        profile=Profile(
            **{name: row[name] for name in PLAIN},
            credentials=texts(row["credentials"]),
            practice_areas=texts(row["practice_areas"]),
            nucc=texts(row["nucc"]),
            languages=texts(row["languages"]),
            tags=texts(row["tags"]),
            foreign=texts(row["extra"]),
            contact_points=points,
            affiliations=places,
            note=note,
            photo=photo,
        ),
    )
