"""People on disk: a profile in, a profile out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import Person, PersonId, Profile, Status
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store import tables as t
from otnet_desktop.store.bulk import in_bulk
from otnet_desktop.store.database import Database
from otnet_desktop.store.organisations import Organisations
from otnet_desktop.store.person_reading import read_people
from otnet_desktop.store.person_rows import COLUMNS, PARTS, person_columns
from otnet_desktop.store.places import drop_empty, drop_unused
from otnet_desktop.store.rows import seconds
from otnet_desktop.store.trouble import said_plainly

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

    def add(self, newcomers: Iterable[NewPerson], at: datetime) -> list[PersonId]:
        """Add people in bulk, some at a time; ids come back in the same order."""
        waiting = iter(newcomers)
        some = list(islice(waiting, CHUNK))
        if not some:
            return []
        ids: list[PersonId] = []
        many = len(some) == CHUNK
        with said_plainly(), self._db.transaction(), in_bulk(self._db.connection, ADDED_TO, many=many):
            while some:
                ids += self._add(some, seconds(at))
                some = list(islice(waiting, CHUNK))
        return ids

    def _add(self, newcomers: Sequence[NewPerson], stamp: int) -> list[PersonId]:
        first = self._last_id() + 1
        ids = [PersonId(first + i) for i in range(len(newcomers))]
        places = self._organisations.ensure(a.organisation for n in newcomers for a in n.profile.affiliations)
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

    def _last_id(self) -> int:
        """The highest id there ever was: none is given twice, for facts remember who was absent by it."""
        row = self._db.sql("SELECT seq FROM sqlite_sequence WHERE name = 'person'").fetchone()
        return int(row[0]) if row else 0

    def save(self, person: PersonId, profile: Profile, keys: tuple[str, ...], at: datetime) -> None:
        """Write a changed profile. Parts that are equal are not touched."""
        before = self.get(person).profile
        self._save_keys(person, keys)
        if before == profile:
            return
        was, now = person_columns(before), person_columns(profile)
        changes = {name: value for name, value in now.items() if value != was[name]} | {"changed_at": seconds(at)}
        self._db.sql(f"UPDATE person SET {assigned(changes)} WHERE id = ?", (*changes.values(), person))
        places = self._organisations.ensure(a.organisation for a in profile.affiliations)
        for part in PARTS:
            rows = part.rows(person, profile, places)
            if rows != part.rows(person, before, places):
                self._db.sql(f"DELETE FROM {part.table} WHERE person_id = ?", (person,))
                self._insert(part.table, part.columns, rows)
        if left := {a.organisation for a in before.affiliations} - {
            "",
            *(a.organisation for a in profile.affiliations),
        }:
            drop_unused(self._db, sorted(left))
        if profile.note != before.note:
            self.save_note(person, profile.note, at)
        if profile.photo != before.photo:
            self._db.sql("DELETE FROM photo WHERE person_id = ?", (person,))
            if profile.photo:
                self._db.sql("INSERT INTO photo VALUES (?, ?)", (person, profile.photo))

    def _save_keys(self, person: PersonId, keys: tuple[str, ...]) -> None:
        rows = self._db.sql("SELECT value FROM identity_key WHERE person_id = ? ORDER BY id", (person,))
        if tuple(row[0] for row in rows) != keys:
            self._db.sql("DELETE FROM identity_key WHERE person_id = ?", (person,))
            self._insert("identity_key", ("person_id", "value"), ((person, key) for key in keys))

    def save_note(self, person: PersonId, body: str, at: datetime) -> None:
        """Keep the Markdown notes about somebody; empty notes are no row."""
        if not body:
            self._db.sql("DELETE FROM note WHERE person_id = ?", (person,))
            return
        self._db.sql(
            "INSERT INTO note VALUES (:person, :body, :at) "
            "ON CONFLICT (person_id) DO UPDATE SET body = :body, reviewed_at = :at",
            {"person": person, "body": body, "at": seconds(at)},
        )

    def set_status(self, person: PersonId, status: Status, at: datetime) -> None:
        """Archive, close or reopen somebody."""
        self._db.run(t.Person.update(status=status.value, changed_at=seconds(at)).where(t.Person.id == person))

    def remove(self, *people: PersonId) -> None:
        """Delete people and everything that is only theirs; meetings and places where nobody is left go too."""
        asked = {"people": json.dumps(people)}
        self._db.sql(f"DELETE FROM meeting WHERE id IN ({LEFT_MEETINGS})", asked)
        places = self._db.sql(f"SELECT organisation_id FROM affiliation WHERE person_id {AMONG}", asked).fetchall()
        self._db.sql(f"DELETE FROM person WHERE id {AMONG}", asked)
        drop_empty(self._db, [row[0] for row in places if row[0] is not None])

    def beside(self, people: Sequence[PersonId]) -> list[PersonId]:
        """Who shares a meeting or an opportunity with them: what they are told names both."""
        rows = self._db.sql(BESIDE, {"people": json.dumps(list(people))})
        return [PersonId(row[0]) for row in rows]

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
            raise NotFound(sentence("Nobody here is called {ref!r}.", ref=ref), "List everyone with `people`.")
        return self.get(person)

    def id_of(self, ref: str) -> PersonId | None:
        """The id behind a ref."""
        row = self._db.sql("SELECT id FROM person WHERE ref = ?", (ref,)).fetchone()
        return PersonId(row[0]) if row else None

    def in_roles(self, roles: Sequence[str]) -> list[Person]:
        """Everybody active whose role is one of these, the longest known first."""
        rows = self._db.sql(
            "SELECT id FROM person WHERE status = 'active' AND role IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(list(roles)),),
        )
        return self.many([PersonId(row[0]) for row in rows])

    def many(self, people: Sequence[PersonId]) -> list[Person]:
        """Several people, in the order asked for; missing ones are left out."""
        found: dict[int, Person] = {}
        for start in range(0, len(people), CHUNK):
            chunk = list(people[start : start + CHUNK])
            found |= {p.id: p for p in read_people(self._db, chunk)}
        return [found[i] for i in people if i in found]

    def is_anybody_here(self) -> bool:
        """Whether there is at least one person."""
        return self._db.sql("SELECT 1 FROM person LIMIT 1").fetchone() is not None

    def whose_card_came_again(self, people: Mapping[PersonId, datetime]) -> list[PersonId]:
        """Those of them whose card's id was given to somebody who came after that instant."""
        rows = self._db.sql(
            "SELECT p.id FROM json_each(?) away JOIN person p ON p.id = CAST(away.key AS INTEGER) "
            "WHERE p.uid <> '' AND EXISTS (SELECT 1 FROM person o WHERE o.uid = p.uid AND o.uid <> '' "
            "AND o.id <> p.id AND o.created_at >= away.value)",
            (json.dumps({str(person): seconds(at) for person, at in people.items()}),),
        )
        return [PersonId(row[0]) for row in rows]

    def everyone(self) -> list[PersonId]:
        """All ids, in the order of names."""
        return [PersonId(row[0]) for row in self._db.sql("SELECT id FROM person ORDER BY sort_name, id")]

    def events(self) -> list[str]:
        """Where people were met, the latest first."""
        return [row[0] for row in self._db.sql(EVENTS)]

    def _insert(self, table: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        self._db.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


EVENTS = "SELECT event FROM person WHERE event <> '' GROUP BY event ORDER BY max(created_at) DESC, event LIMIT 50"
AMONG = "IN (SELECT value FROM json_each(:people))"
LEFT_MEETINGS = f"""
SELECT meeting_id FROM attendee a WHERE person_id {AMONG} AND NOT EXISTS (
    SELECT 1 FROM attendee b WHERE b.meeting_id = a.meeting_id AND b.person_id NOT {AMONG}
)
"""
BESIDE = f"""
SELECT person_id FROM attendee WHERE meeting_id IN (SELECT meeting_id FROM attendee WHERE person_id {AMONG})
UNION SELECT person_id FROM helper WHERE opportunity_id IN (
    SELECT id FROM opportunity WHERE person_id {AMONG}
    UNION SELECT opportunity_id FROM helper WHERE person_id {AMONG}
)
EXCEPT SELECT value FROM json_each(:people)
"""
ADDED_TO = ("organisation", "person", *(part.table for part in PARTS), "identity_key", "note", "photo")
"""Tables that get rows when people are added, in that order."""


def assigned(changes: Iterable[str]) -> str:
    """Columns and their values, for SET."""
    return ", ".join(f"{name} = ?" for name in changes)
