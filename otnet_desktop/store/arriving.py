"""Takes people out of another data file of ours into this one, with everything that is theirs.

Every row gets a number behind the last one here, so that what came is taken back as ranges. What several people share
and is here already stays as it is, and is only theirs again; whoever is here already stays as they are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store.belongings import Belongings, Row
from otnet_desktop.store.bulk import in_bulk, last_row
from otnet_desktop.store.journal_playing import Shape
from otnet_desktop.store.new_numbers import NewNumbers, packed_again, told
from otnet_desktop.store.new_refs import NewRefs
from otnet_desktop.store.shared_here import SharedHere
from otnet_desktop.store.trash_ways import Part

Values = dict[str, Any]

READERS = "SELECT person_id FROM message_reader WHERE message_id = ?"
OUTCOMES = "SELECT id, data FROM fact WHERE type = 'outcome' AND meeting_id = ?"
IS_FIRST = "DELETE FROM message_reader WHERE message_id = ? AND person_id = ?"


class Arriving:
    """One arrival of ``people``, none of whom is here, as ``arrive`` carries it out inside a step.

    ``known`` leads from others of that file to their ids here, ``people`` from those who came to theirs; ``meetings``
    came with them or have them again.
    """

    def __init__(
        self,
        here: sqlite3.Connection,
        other: sqlite3.Connection,
        people: Iterable[int],
        known: Mapping[int, int],
        *,
        is_kin: bool,
    ) -> None:
        coming, first = list(dict.fromkeys(people)), next_person(here)
        self.people = {was: PersonId(first + place) for place, was in enumerate(coming)}
        self._newcomers = set(self.people.values())
        self._here = here
        self._other = other
        self._known = known
        self._belongings = Belongings(other, coming, known)
        self._numbers = NewNumbers(self._belongings.references, {**known, **self.people})
        self._refs = NewRefs(here, other, coming, known)
        self._shared = SharedHere(here, self._belongings.references, is_kin=is_kin)
        self._is_kin = is_kin
        self._again: list[tuple[Shape, int, Values]] = []
        self._handed_over: list[tuple[int, int]] = []

    @property
    def meetings(self) -> list[MeetingId]:
        """By their ids here."""
        return [MeetingId(meeting) for meeting in sorted(self._numbers.known("meeting").values())]

    def arrive(self) -> None:
        """Put everything in. Inside a transaction."""
        self._here.execute("PRAGMA defer_foreign_keys = ON")
        while fresh := list(self._fresh()):
            self._belongings.find_more(fresh)
        if self._is_kin:
            self._find_letters_passed_on()
        tables = self._belongings.tables()
        self._numbers.begin_after({table: last_row(self._here, table) for table in tables})
        with in_bulk(self._here, tables):
            for table in tables:
                for shape, rows in self._belongings.rows(table):
                    self._add(shape, rows)
        self._here.executemany(IS_FIRST, self._handed_over)
        for shape, now, values in self._again:
            self._know_again(shape, now, values)
        self._note_absences()

    def _fresh(self) -> Iterator[tuple[str, int]]:
        """Shared rows that are not here, of those nobody asked about yet."""
        for shape, rows in self._belongings.unseen():
            for row in rows:
                now = self._shared.find(shape, self._numbers.pointing(shape, row)[0])
                if now is None:
                    yield shape.table, told(shape, row)[shape.key]
                else:
                    self._is_here(shape, row, now)

    def _is_here(self, shape: Shape, row: Row, now: int) -> None:
        self._numbers.remember(shape.table, told(shape, row)[shape.key], now)
        self._again.append((shape, now, self._numbers.pointing(shape, row)[0]))

    def _find_letters_passed_on(self) -> None:
        """A letter to several became the next reader's when they were deleted here: it is theirs again."""
        for shape, rows in self._belongings.rows("message"):
            for row in rows:
                if row[0] == Part.OWN:
                    values, _is_whole = self._numbers.pointing(shape, row)
                    readers = [person for (person,) in self._other.execute(READERS, (values["id"],))]
                    here = [self._known[person] for person in readers if person in self._known]
                    now = self._shared.letter_passed_on(shape, values, here) if here else None
                    if now is not None:
                        self._is_here(shape, row, now)

    def _add(self, shape: Shape, rows: Iterable[Row]) -> None:
        """Those of these rows that are not here."""
        ready: list[Values] = []
        for row in rows:
            was = told(shape, row)[shape.key]
            if shape.table != "person" and self._numbers.of(shape.table, was) is not None:
                continue
            values, is_whole = self._numbers.pointing(shape, row)
            if shape.table == "message" and values["person_id"] is None:
                values["person_id"], is_whole = self._first_who_comes(was), True
            if is_whole:
                self._numbers.give(shape, was, values)
                ready.append(self._refs.given(shape, self._numbers.people_inside(shape.table, values)))
                if shape.table == "message" and row[0] == Part.SHARED:
                    self._handed_over.append((values["id"], values["person_id"]))
        names, marks = ", ".join(shape.columns), ", ".join(f":{name}" for name in shape.columns)
        self._here.executemany(f"INSERT OR IGNORE INTO {shape.table} ({names}) VALUES ({marks})", ready)

    def _first_who_comes(self, message: int) -> int:
        """Whose letter it was is not here: it is theirs now."""
        readers = (person for (person,) in self._other.execute(READERS, (message,)))
        return next(self.people[person] for person in readers if person in self.people)

    def _know_again(self, shape: Shape, now: int, values: Values) -> None:
        """What was here all the time knows the people again whom it had forgotten."""
        if shape.table == "message" and values["person_id"] in self._newcomers:
            self._here.execute("UPDATE message SET person_id = ? WHERE id = ?", (values["person_id"], now))
        for column in self._numbers.forgotten_people(shape.table):
            if values[column] in self._newcomers:
                self._here.execute(
                    f"UPDATE {shape.table} SET {column} = ? WHERE {shape.key} = ? AND {column} IS NULL",
                    (values[column], now),
                )

    def _note_absences(self) -> None:
        """Who was absent from a meeting that is here was so under the number they had."""
        for was, now in self._numbers.known("meeting").items():
            told_there = self._other.execute(OUTCOMES, (was,)).fetchall()
            absent = {
                self.people[p] for _id, data in told_there for p in json.loads(data)["absent"] if p in self.people
            }
            for fact, packed in self._here.execute(OUTCOMES, (now,)).fetchall() if absent else ():
                data = json.loads(packed)
                if missing := sorted(absent - {*data["absent"]}):
                    data["absent"] += missing
                    self._here.execute("UPDATE fact SET data = ? WHERE id = ?", (packed_again(data), fact))


def next_person(here: sqlite3.Connection) -> int:
    """No number is given twice, for facts remember who was absent by it."""
    row = here.execute("SELECT seq FROM sqlite_sequence WHERE name = 'person'").fetchone()
    return int(row[0]) + 1 if row else 1
