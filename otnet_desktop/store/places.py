"""What is known of the places people work at, shared by all their people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.places import KnownPlace, PlaceId
from otnet_desktop.domain.research import KeyPoint, Research
from otnet_desktop.store import place_tables as p
from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database, Row
from otnet_desktop.store.organisations import Organisations
from otnet_desktop.store.points import point_value, save_points
from otnet_desktop.store.rows import optional_instant, seconds

DESCRIBED = ("kind", "setting", "city", "region", "country", "zone", "website", "gate_person_id")
"""What else is told of a place; where it is told twice, the place that stays is right."""


class PlaceRows:
    """Reads and writes the homework about places."""

    def __init__(self, database: Database, organisations: Organisations) -> None:
        self._db = database
        self._organisations = organisations

    def ensure(self, name: str) -> PlaceId:
        """The place of that name, added if nobody has ever named it."""
        return PlaceId(self._organisations.ensure([name])[name])

    def named(self, name: str) -> KnownPlace | None:
        """Everything known about the place of that name; none where nobody has ever named it."""
        known = self._organisations.ids_of([name]).get(name) if name else None
        return None if known is None else self.known(PlaceId(known))

    def known(self, place: PlaceId) -> KnownPlace:
        """Everything known about a place."""
        row = self._row(place)
        gate = row["gate_person_id"]
        return KnownPlace(
            place,
            row["name"],
            row["website"],
            None if gate is None else PersonId(gate),
            tuple(self.people_at(place)),
            self._research(place),
        )

    def people_at(self, place: PlaceId) -> list[PersonId]:
        """Who is or was there, by name."""
        rows = self._db.sql(STAFF, (place,))
        return [PersonId(row[0]) for row in rows]

    def save_notes(self, place: PlaceId, body: str, at: datetime) -> None:
        """Keep the Markdown notes; empty notes are no row."""
        if not body:
            self._db.run(p.PlaceNote.delete().where(p.PlaceNote.organisation_id == place))
            return
        self._db.sql(
            "INSERT INTO place_note VALUES (:place, :body, :at) "
            "ON CONFLICT (organisation_id) DO UPDATE SET body = :body, reviewed_at = :at",
            {"place": place, "body": body, "at": seconds(at)},
        )

    def save_key_points(self, place: PlaceId, points: tuple[KeyPoint, ...], at: datetime) -> None:
        """Make the list of key points this one; those with an id keep the time they were first noted."""
        save_points(self._db, p.PlacePoint, p.PlacePoint.organisation_id, place, points, at)

    def save_research(self, place: PlaceId, research: Research, at: datetime) -> None:
        """Write down what two places that are one know together; its points are new rows, its age stays."""
        at = research.reviewed_at or at
        self.save_notes(place, research.notes, at)
        self.save_key_points(place, tuple(replace(point, id=0) for point in research.key_points), at)

    def mark_reviewed(self, place: PlaceId, at: datetime) -> None:
        """What is noted was looked at again and is still right."""
        self._db.run(p.PlaceNote.update(reviewed_at=seconds(at)).where(p.PlaceNote.organisation_id == place))
        self._db.run(p.PlacePoint.update(noted_at=seconds(at)).where(p.PlacePoint.organisation_id == place))

    def set_gate(self, place: PlaceId, person: PersonId | None) -> None:
        """Whom to ask first there."""
        self._db.run(t.Organisation.update(gate_person_id=person).where(t.Organisation.id == place))

    def hand_over(self, goes: PlaceId, stays: PlaceId) -> None:
        """Where nothing is told of the place that stays, what the one that goes tells holds; that one is gone then."""
        was, now = self._row(goes), self._row(stays)
        told = {name: was[name] for name in DESCRIBED if now[name] in ("", None) and was[name] not in ("", None)}
        if told:
            self._db.run(t.Organisation.update(**told).where(t.Organisation.id == stays))
        self._db.run(t.Organisation.delete().where(t.Organisation.id == goes))

    def _row(self, place: PlaceId) -> Row:
        (row,) = self._db.select("SELECT * FROM organisation WHERE id = ?", (place,))
        return row

    def _research(self, place: int) -> Research:
        notes = self._db.select("SELECT * FROM place_note WHERE organisation_id = ?", (place,))
        points = self._db.select("SELECT * FROM place_point WHERE organisation_id = ? ORDER BY position", (place,))
        looked = [row["noted_at"] for row in points] + [row["reviewed_at"] for row in notes]
        return Research(
            notes[0]["body"] if notes else "",
            optional_instant(max(looked, default=None)),
            tuple(point_value(row) for row in points),
        )


STAFF = """
SELECT DISTINCT person.id, sort_name FROM affiliation JOIN person ON person.id = person_id
WHERE organisation_id = ? ORDER BY sort_name, person.id
"""

LEFT_ALONE = """
DELETE FROM organisation WHERE id IN (SELECT value FROM json_each(?))
AND NOT EXISTS (SELECT 1 FROM affiliation WHERE organisation_id = organisation.id)
"""


def drop_empty(database: Database, places: Sequence[int]) -> None:
    """Of these places, let those go where nobody is left, with what was noted about them."""
    database.sql(LEFT_ALONE, (json.dumps(list(places)),))


UNUSED = f"""
DELETE FROM organisation WHERE name IN (SELECT value FROM json_each(?))
AND NOT EXISTS (SELECT 1 FROM affiliation WHERE organisation_id = organisation.id)
AND NOT EXISTS (SELECT 1 FROM place_note WHERE organisation_id = organisation.id)
AND NOT EXISTS (SELECT 1 FROM place_point WHERE organisation_id = organisation.id)
AND {" AND ".join(f"coalesce({column}, '') = ''" for column in DESCRIBED)}
"""


def drop_unused(database: Database, names: Sequence[str]) -> None:
    """Of the places of these names, let those go where nobody is any more and of which nothing is told."""
    database.sql(UNUSED, (json.dumps(list(names), ensure_ascii=False),))
