"""What people are known by: who carries which key, and everybody read lean, without notes, photos and history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from otnet_desktop.domain.duplicates.finding import Known
from otnet_desktop.domain.duplicates.marks import ALSO_UID, PHONE
from otnet_desktop.domain.people import ALSO_NAME, Affiliation, ContactKind, ContactPoint, PersonId, Profile
from otnet_desktop.store.database import Database
from otnet_desktop.store.migrations.m0003_one_person import BARE
from otnet_desktop.store.rows import texts

PEOPLE = "SELECT id, given, family, display, middle, suffix, nickname, birthday, uid, extra FROM person"
POINTS = "SELECT person_id, kind, value FROM contact_point"
PLACES = "SELECT person_id, name FROM affiliation JOIN organisation ON organisation.id = organisation_id"
CARRIERS = """
SELECT value, person_id FROM identity_key WHERE value IN (SELECT value FROM json_each(?)) ORDER BY person_id
"""
NUMBERS = f"""
SELECT DISTINCT ends, person_id FROM (SELECT value AS ends FROM json_each(?))
JOIN contact_point ON substr({BARE}, -8) = ends WHERE kind = 'phone' ORDER BY person_id
"""
WAYS = {kind.value: kind for kind in ContactKind}
CHUNK = 5_000


class KnownBy:
    """Finds people by keys, and hands out profiles that hold nothing but marks."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def with_keys(self, keys: Iterable[str]) -> dict[str, list[PersonId]]:
        """Who carries any of these identities, or may have any of these numbers."""
        asked = list(dict.fromkeys(keys))
        found: dict[str, list[PersonId]] = {}
        if not asked:
            return found
        for value, person in self._db.sql(CARRIERS, (json.dumps(asked),)):
            found.setdefault(value, []).append(PersonId(person))
        ends = [key.removeprefix(PHONE) for key in asked if key.startswith(PHONE)]
        for end, person in self._db.sql(NUMBERS, (json.dumps(ends),)) if ends else ():
            found.setdefault(PHONE + end, []).append(PersonId(person))
        return found

    def everybody(self) -> Iterator[Known]:
        """Everyone, some at a time."""
        ids = [PersonId(row[0]) for row in self._db.sql("SELECT id FROM person ORDER BY id")]
        yield from self.these(ids)

    def these(self, people: Sequence[PersonId]) -> Iterator[Known]:
        """Some of them, in the order of their numbers; who is not here is left out."""
        for start in range(0, len(people), CHUNK):
            yield from self._read(json.dumps(people[start : start + CHUNK]))

    def _read(self, asked: str) -> Iterator[Known]:
        points = self._by_person(POINTS, asked)
        places = self._by_person(PLACES, asked)
        for person, given, family, display, middle, suffix, nickname, birthday, uid, extra in self._db.sql(
            f"{PEOPLE} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (asked,)
        ).fetchall():
            yield (
                PersonId(person),
                Profile(
                    given=given,
                    family=family,
                    display=display,
                    middle=middle,
                    suffix=suffix,
                    nickname=nickname,
                    birthday=birthday,
                    uid=uid,
                    foreign=texts(extra) if ALSO_UID in extra or ALSO_NAME in extra else (),
                    contact_points=tuple(ContactPoint(WAYS[kind], value) for _, kind, value in points.get(person, ())),
                    affiliations=tuple(Affiliation(organisation=name) for _, name in places.get(person, ())),
                ),
            )

    def _by_person(self, select: str, asked: str) -> dict[int, list[tuple[str, ...]]]:
        rows = self._db.sql(
            f"{select} WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY person_id", (asked,)
        )
        return {person: list(found) for person, found in groupby(rows.fetchall(), itemgetter(0))}
