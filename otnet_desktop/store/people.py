"""People on disk: a profile in, a profile out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from otnet_desktop.domain.errors import NotFound
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
from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database, Row
from otnet_desktop.store.organisations import Organisations
from otnet_desktop.store.rows import day, instant, listed, optional_day, seconds, texts

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

CHUNK = 500


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to be added: ``keys`` are the identities by which an import finds them again."""

    ref: str
    profile: Profile
    keys: tuple[str, ...] = ()


class People:
    """Adds, reads, changes and removes people."""

    def __init__(self, database: Database, organisations: Organisations) -> None:
        self._db = database
        self._organisations = organisations

    def add(self, newcomers: Sequence[NewPerson], at: datetime) -> list[PersonId]:
        """Add people in bulk; ids come back in the same order."""
        if not newcomers:
            return []
        first = int(self._db.sql("SELECT coalesce(max(id), 0) + 1 FROM person").fetchone()[0])
        ids = [PersonId(first + i) for i in range(len(newcomers))]
        places = self._organisations.ensure(a.organisation for n in newcomers for a in n.profile.affiliations)
        stamp = seconds(at)
        pairs = list(zip(ids, newcomers, strict=True))
        self._insert(
            "person",
            ("id", "ref", "created_at", "changed_at", *COLUMNS),
            ((i, n.ref, stamp, stamp, *person_columns(n.profile).values()) for i, n in pairs),
        )
        for part in PARTS:
            self._insert(part.table, part.columns, (row for i, n in pairs for row in part.rows(i, n.profile, places)))
        self._insert("identity_key", ("person_id", "value"), ((i, key) for i, n in pairs for key in n.keys))
        self._insert(
            "note",
            ("person_id", "body", "reviewed_at"),
            ((i, n.profile.note, stamp) for i, n in pairs if n.profile.note),
        )
        self._insert("photo", ("person_id", "data"), ((i, n.profile.photo) for i, n in pairs if n.profile.photo))
        return ids

    def save(self, person: PersonId, profile: Profile, keys: tuple[str, ...], at: datetime) -> None:
        """Write a changed profile. Parts that are equal are not touched."""
        before = self.get(person).profile
        if before == profile:
            return
        places = self._organisations.ensure(a.organisation for a in profile.affiliations)
        self._db.run(t.Person.update(**person_columns(profile), changed_at=seconds(at)).where(t.Person.id == person))
        for part in PARTS:
            rows = part.rows(person, profile, places)
            if rows != part.rows(person, before, places):
                self._db.sql(f"DELETE FROM {part.table} WHERE person_id = ?", (person,))
                self._insert(part.table, part.columns, rows)
        self._db.run(t.IdentityKey.delete().where(t.IdentityKey.person_id == person))
        self._insert("identity_key", ("person_id", "value"), ((person, key) for key in keys))
        if profile.note != before.note:
            self.save_note(person, profile.note, at)
        if profile.photo != before.photo:
            self._db.run(t.Photo.delete().where(t.Photo.person_id == person))
            if profile.photo:
                self._db.run(t.Photo.insert(person_id=person, data=profile.photo))

    def save_note(self, person: PersonId, body: str, at: datetime) -> None:
        """Keep the Markdown notes about somebody; empty notes are no row."""
        if not body:
            self._db.run(t.Note.delete().where(t.Note.person_id == person))
            return
        stamp = seconds(at)
        if not self._db.run(t.Note.update(body=body, reviewed_at=stamp).where(t.Note.person_id == person)):
            self._db.run(t.Note.insert(person_id=person, body=body, reviewed_at=stamp))

    def set_status(self, person: PersonId, status: Status, at: datetime) -> None:
        """Archive, close or reopen somebody."""
        self._db.run(t.Person.update(status=status.value, changed_at=seconds(at)).where(t.Person.id == person))

    def remove(self, person: PersonId) -> None:
        """Delete somebody and everything that is only theirs; meetings nobody attends any more go too."""
        alone = (
            "SELECT meeting_id FROM attendee WHERE person_id = :p EXCEPT "
            "SELECT meeting_id FROM attendee WHERE person_id <> :p"
        )
        self._db.sql(f"DELETE FROM meeting WHERE id IN ({alone})", {"p": person})
        self._db.run(t.Person.delete().where(t.Person.id == person))

    def get(self, person: PersonId) -> Person:
        """One person. Raises NotFound."""
        found = self.many([person])
        if not found:
            raise NotFound("That person is not here any more.", "Perhaps the change was undone: press Ctrl+Z again.")
        return found[0]

    def by_ref(self, ref: str) -> Person:
        """One person by the name used in keys and files. Raises NotFound."""
        person = self.id_of(ref)
        if person is None:
            raise NotFound(f"Nobody here is called {ref!r}.", "List everyone with `people`.")
        return self.get(person)

    def id_of(self, ref: str) -> PersonId | None:
        """The id behind a ref."""
        row = self._db.row(t.Person.select(t.Person.id).where(t.Person.ref == ref))
        return PersonId(row["id"]) if row else None

    def many(self, people: Sequence[PersonId]) -> list[Person]:
        """Several people, in the order asked for; missing ones are left out."""
        found: dict[int, Person] = {}
        for start in range(0, len(people), CHUNK):
            chunk = list(people[start : start + CHUNK])
            found |= {p.id: p for p in self._read(chunk)}
        return [found[i] for i in people if i in found]

    def everyone(self) -> list[PersonId]:
        """All ids, in the order of names."""
        return [PersonId(row[0]) for row in self._db.sql("SELECT id FROM person ORDER BY sort_name, id")]

    def with_keys(self, keys: Iterable[str]) -> dict[str, list[PersonId]]:
        """Who carries any of these identities."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, list[PersonId]] = {}
        for start in range(0, len(wanted), CHUNK):
            query = t.IdentityKey.select(t.IdentityKey.value, t.IdentityKey.person_id).where(
                t.IdentityKey.value.in_(wanted[start : start + CHUNK])
            )
            for row in self._db.rows(query.order_by(t.IdentityKey.person_id)):
                found.setdefault(row["value"], []).append(PersonId(row["person_id"]))
        return found

    def _insert(self, table: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        self._db.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)

    def _read(self, ids: list[PersonId]) -> list[Person]:
        points: dict[int, list[ContactPoint]] = {}
        for row in self._db.rows(
            t.ContactPoint.select().where(t.ContactPoint.person_id.in_(ids)).order_by(t.ContactPoint.position)
        ):
            points.setdefault(row["person_id"], []).append(contact_point(row))
        places: dict[int, list[Affiliation]] = {}
        names = self._organisations.names_for(ids)
        for row in self._db.rows(
            t.Affiliation.select().where(t.Affiliation.person_id.in_(ids)).order_by(t.Affiliation.position)
        ):
            places.setdefault(row["person_id"], []).append(affiliation(row, names))
        notes = {r["person_id"]: r["body"] for r in self._db.rows(t.Note.select().where(t.Note.person_id.in_(ids)))}
        photos = {r["person_id"]: r["data"] for r in self._db.rows(t.Photo.select().where(t.Photo.person_id.in_(ids)))}
        return [
            Person(
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
                    contact_points=tuple(points.get(row["id"], ())),
                    affiliations=tuple(places.get(row["id"], ())),
                    note=notes.get(row["id"], ""),
                    photo=bytes(photos.get(row["id"], b"")),
                ),
            )
            for row in self._db.rows(t.Person.select().where(t.Person.id.in_(ids)))
        ]


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


def person_columns(profile: Profile) -> dict[str, str]:
    """The columns of ``person`` that come from a profile, the derived ones included."""
    return {
        "full_name": profile.full_name,
        "sort_name": sort_name(profile),
        "call_name": fold(profile.full_name),
        "headline": headline(profile),
        "find_text": find_text(profile),
        **{name: getattr(profile, name) for name in PLAIN},
        **{name: listed(getattr(profile, name)) for name in LISTS},
        "extra": listed(profile.foreign),
    }


DERIVED = ("full_name", "sort_name", "call_name", "headline", "find_text")
"""Columns of ``person`` that are worked out from a profile."""

COLUMNS = tuple(person_columns(Profile()))


def contact_point(row: Row) -> ContactPoint:
    """A row of ``contact_point`` as a value."""
    return ContactPoint(
        ContactKind(row["kind"]), row["value"], row["label"], bool(row["is_primary"]), ContactState(row["state"])
    )


def affiliation(row: Row, names: dict[int, str]) -> Affiliation:
    """A row of ``affiliation`` as a value."""
    organisation = names.get(row["organisation_id"], "")
    return Affiliation(
        organisation, row["title"], row["department"], row["setting"], day(row["since"]), day(row["until"])
    )
