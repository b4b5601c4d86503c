"""What the compass shows: marks on disk, and where everybody stands."""

from __future__ import annotations

import json
from datetime import datetime

from otnet_desktop.domain.compass import Acquaintance, Cell, CompassMark, Mark
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store import journey_tables as t
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import seconds


class CompassRows:
    """Reads the map of everybody, and reads and writes what one thinks of its cells."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def marks(self) -> list[CompassMark]:
        """Every mark."""
        rows = self._db.sql("SELECT area, setting, mark, why FROM compass_mark ORDER BY id")
        return [CompassMark(Cell(area, setting), Mark(mark), why) for area, setting, mark, why in rows]

    def save(self, mark: CompassMark) -> None:
        """Mark a cell, or think otherwise of it."""
        columns = {"mark": mark.mark.value, "why": mark.why}
        if not self._db.run(t.CompassMark.update(**columns).where(*_at(mark.cell))):
            self._db.run(t.CompassMark.insert(area=mark.cell.area, setting=mark.cell.setting, **columns))

    def clear(self, cell: Cell) -> None:
        """Think nothing in particular of a cell."""
        self._db.run(t.CompassMark.delete().where(*_at(cell)))

    def everybody(self, now: datetime) -> list[Acquaintance]:
        """Where everybody stands of whom that is known: their areas, where they work now, and whether one met them."""
        met, planned = self._met(now)
        places: dict[int, list[str]] = {}
        for person, setting in self._db.sql(PLACES):
            places.setdefault(person, []).append(setting)
        return [
            Acquaintance(
                PersonId(person),
                tuple(dict.fromkeys(json.loads(areas))),
                tuple(dict.fromkeys(places.get(person, ()))),
                met=person in met,
                planned=person in planned,
                may_be_asked=status == "active",
            )
            for person, areas, status in self._db.sql(PEOPLE)
        ]

    def _met(self, now: datetime) -> tuple[set[int], set[int]]:
        """Whom one has met, and whom one will meet."""
        absent = {meeting: set(json.loads(packed)["absent"]) for meeting, packed in self._db.sql(ABSENT)}
        met: set[int] = set()
        planned: set[int] = set()
        for meeting, person, state, end in self._db.sql(MEETINGS):
            if state == "held" and person not in absent.get(meeting, ()):
                met.add(person)
            elif state == "planned" and end > seconds(now):
                planned.add(person)
        return met, planned


def _at(cell: Cell) -> tuple[object, object]:
    return t.CompassMark.area == cell.area, t.CompassMark.setting == cell.setting


PEOPLE = (
    "SELECT id, practice_areas, status FROM person WHERE (practice_areas <> '[]' OR id IN "
    "(SELECT person_id FROM affiliation WHERE setting <> '' AND until IS NULL)) ORDER BY sort_name, id"
)
PLACES = "SELECT person_id, setting FROM affiliation WHERE setting <> '' AND until IS NULL ORDER BY person_id, position"
MEETINGS = (
    "SELECT a.meeting_id, a.person_id, m.state, m.end_at FROM attendee a JOIN meeting m ON m.id = a.meeting_id "
    "WHERE m.state IN ('held', 'planned')"
)
ABSENT = "SELECT meeting_id, data FROM fact WHERE type = 'outcome' ORDER BY at, id"
"""The last one said of a meeting holds."""
