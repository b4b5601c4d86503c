"""People read from their rows, of this data file or of another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Protocol

from otnet_desktop.domain.people import Affiliation, ContactPoint, Person
from otnet_desktop.store.database import Row
from otnet_desktop.store.person_rows import affiliation, contact_point, person_value


class Selecting(Protocol):
    """A data file that can be asked."""

    def select(self, statement: str, parameters: tuple[Any, ...] = ()) -> list[Row]:
        """Rows as dictionaries."""


def read_people(file: Selecting, people: Sequence[int]) -> list[Person]:
    """Those of them that are there, in no order; so many that their rows fit into memory."""
    asked = (json.dumps(list(people)),)
    points: dict[int, list[ContactPoint]] = {}
    for row in file.select(POINTS, asked):
        points.setdefault(row["person_id"], []).append(contact_point(row))
    places: dict[int, list[Affiliation]] = {}
    for row in file.select(PLACES, asked):
        places.setdefault(row["person_id"], []).append(affiliation(row))
    notes = {row["person_id"]: row["body"] for row in file.select(NOTES, asked)}
    photos = {row["person_id"]: row["data"] for row in file.select(PHOTOS, asked)}
    return [
        person_value(
            row,
            tuple(points.get(row["id"], ())),
            tuple(places.get(row["id"], ())),
            notes.get(row["id"], ""),
            photos.get(row["id"], b""),
        )
        for row in file.select(f"SELECT * FROM person WHERE id {ASKED}", asked)
    ]


ASKED = "IN (SELECT value FROM json_each(?))"
POINTS = f"SELECT * FROM contact_point WHERE person_id {ASKED} ORDER BY person_id, position"
PLACES = f"""
SELECT affiliation.*, organisation.name AS organisation
FROM affiliation LEFT JOIN organisation ON organisation.id = organisation_id
WHERE person_id {ASKED} ORDER BY person_id, position
"""
NOTES = f"SELECT person_id, body FROM note WHERE person_id {ASKED}"
PHOTOS = f"SELECT person_id, data FROM photo WHERE person_id {ASKED}"
