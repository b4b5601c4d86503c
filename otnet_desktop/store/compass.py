"""What the compass shows: marks on disk, and where everybody stands."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime

from otnet_desktop.domain.compass import Acquaintance, Cell, CompassMark, Mark
from otnet_desktop.domain.moves import places_on
from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.store import journey_tables as t
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import day, instant, seconds


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

    def has_more_than(self, many: int) -> bool:
        """Whether there are more people, or more places taken in meetings, than that."""
        return any(self._db.sql(BEYOND.format(table=table), (many,)).fetchone() for table in ("person", "attendee"))

    def everybody(self, now: datetime) -> list[Acquaintance]:
        """Where everybody stands of whom that is known: areas, where they work, where they did when one met them.

        ``now`` is on the user's clock, which says on which day a meeting was.
        """
        met, planned = self._met(now)
        places: dict[int, list[Affiliation]] = {}
        for person, setting, since, until in self._db.sql(PLACES):
            places.setdefault(person, []).append(Affiliation(setting=setting, since=day(since), until=day(until)))
        return [
            Acquaintance(
                PersonId(person),
                tuple(dict.fromkeys(json.loads(areas))),
                settings_of(place for place in places.get(person, ()) if place.is_current),
                met=person in met,
                planned=person in planned,
                may_be_asked=status == "active",
                then=settings_of(
                    place for on in met.get(person, ()) for place in places_on(places.get(person, ()), on)
                ),
            )
            for person, areas, status in self._db.sql(PEOPLE)
        ]

    def _met(self, now: datetime) -> tuple[dict[int, set[date]], set[int]]:
        """Whom one has met, and on which days; whom one will meet."""
        absent = {meeting: set(json.loads(packed)["absent"]) for meeting, packed in self._db.sql(ABSENT)}
        met: dict[int, set[date]] = {}
        planned: set[int] = set()
        for meeting, person, state, start, end in self._db.sql(MEETINGS):
            if state == "held" and person not in absent.get(meeting, ()):
                met.setdefault(person, set()).add(instant(start).astimezone(now.tzinfo).date())
            elif state == "planned" and end > seconds(now):
                planned.add(person)
        return met, planned


def settings_of(places: Iterable[Affiliation]) -> tuple[str, ...]:
    """Each setting once, where one is said."""
    return tuple(dict.fromkeys(place.setting for place in places if place.setting))


def _at(cell: Cell) -> tuple[object, object]:
    return t.CompassMark.area == cell.area, t.CompassMark.setting == cell.setting


BEYOND = "SELECT 1 FROM {table} LIMIT 1 OFFSET ?"
PEOPLE = (
    "SELECT id, practice_areas, status FROM person WHERE (practice_areas <> '[]' OR id IN "
    "(SELECT person_id FROM affiliation WHERE setting <> '')) ORDER BY sort_name, id"
)
PLACES = "SELECT person_id, setting, since, until FROM affiliation ORDER BY person_id, position"
MEETINGS = (
    "SELECT a.meeting_id, a.person_id, m.state, m.start_at, m.end_at FROM attendee a "
    "JOIN meeting m ON m.id = a.meeting_id WHERE m.state IN ('held', 'planned')"
)
ABSENT = "SELECT meeting_id, data FROM fact WHERE type = 'outcome' ORDER BY at, id"
"""The last one said of a meeting holds."""
