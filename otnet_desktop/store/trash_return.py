"""Brings people back from the trash into a world that went on meanwhile.

A row keeps its id where that is still free. What several people have (a meeting, a letter, a place) is looked for
first: if it is still there it stays as it is by now, and is only theirs again; otherwise it comes back as well. What
somebody else in the trash is needed for is handed on, and comes back with them. Who was made one with somebody else
meanwhile is that person now.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store.journal_playing import Shape, old_values, shape_of
from otnet_desktop.store.references import Reference, parents_first, references
from otnet_desktop.store.trash_ways import Part
from otnet_desktop.store.twins import free_ref, twin_of, with_ref

Values = dict[str, Any]
OF_HEAD = "SELECT table_name, row_id, part, data FROM trash_row WHERE trash_id = ? ORDER BY id"
HAND_ON = """
INSERT OR IGNORE INTO trash_row (trash_id, table_name, row_id, part, data)
SELECT id, ?, ?, 'own', ? FROM trash WHERE person_id = ?
"""
MERGED = """
SELECT gone ->> '$.id', gone ->> '$.ref', l.person_id, p.ref FROM merge_log l JOIN person p ON p.id = l.person_id
WHERE NOT EXISTS (SELECT 1 FROM person WHERE ref = gone ->> '$.ref')
"""
"""Who is no longer by themselves, and whom they are part of."""


class Returning:
    """One act of restoring.

    ``people`` and ``meetings`` came back or have somebody back; ``added`` are new rows, not yet in the index.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.people: list[PersonId] = []
        self.meetings: set[MeetingId] = set()
        self.added: dict[str, list[int]] = {}
        self._db = connection
        self._references: dict[str, list[Reference]] = {}
        for reference in references(connection):
            self._references.setdefault(reference.table, []).append(reference)
        self._shapes: dict[str, Shape] = {}
        self._now: dict[tuple[str, int], int | None] = {}
        self._made: set[tuple[str, int]] = set()
        self._readers: set[tuple[int, int]] = set()
        merged = connection.execute(MERGED).fetchall()
        self._part_of: dict[int, int] = {was: now for was, _ref, now, _now in merged}
        self._merged_refs: list[tuple[str, str]] = [(was, now) for _id, was, _now, now in merged]
        self._renamed: list[tuple[str, str]] = []

    def bring_back(self, head: int) -> None:
        """One person. Inside a transaction."""
        (person,) = self._db.execute("SELECT person_id FROM trash WHERE id = ?", (head,)).fetchone()
        self._db.execute("PRAGMA defer_foreign_keys = ON")
        self._now, self._made, self._renamed = {}, {("person", person)}, list(self._merged_refs)
        kept: dict[str, list[tuple[int, Part, str]]] = {}
        for table, row, part, data in self._db.execute(OF_HEAD, (head,)).fetchall():
            kept.setdefault(table, []).append((row, Part(part), data))
        self._readers = {(told["message_id"], told["person_id"]) for told in readers_among(kept)}
        for table in parents_first(set(kept)):
            shape = self._shapes.setdefault(table, shape_of(self._db, table))
            for row, part, data in kept[table]:
                self._place(shape, row, part, data, person)
        self._db.execute("DELETE FROM trash WHERE id = ?", (head,))
        self.people.append(PersonId(person))
        self.meetings |= {
            MeetingId(now) for (table, _row), now in self._now.items() if table == "meeting" and now is not None
        }

    def _place(self, shape: Shape, row: int, part: Part, data: str, person: int) -> None:
        was = old_values(shape, data)
        values, is_complete = self._pointing_now(shape.table, row, part, was, data)
        if shape.table == "message" and part is Part.SHARED and not is_complete:
            values["person_id"], is_complete = person, True  # whose letter it was is not here: it is theirs now
        twin = twin_of(self._db, shape, row, part, values)
        if twin is not None:
            self._join(shape, twin, values)
            if shape.table == "message" and part is Part.OWN:
                self._read_again(twin, row, person)
        elif is_complete and self._comes_back(shape.table, part, was):
            twin = self._add(shape, values)
            self._made.add((shape.table, row))
        self._now[shape.table, row] = twin

    def _pointing_now(self, table: str, row: int, part: Part, values: Values, data: str) -> tuple[Values, bool]:
        """What a row points to by its number of today, and whether all that it cannot be without is there."""
        is_complete = True
        now = dict(values)
        for reference in self._references.get(table, []):
            was = values.get(reference.column)
            if was is None:
                continue
            now[reference.column] = self._today(reference.parent, was)
            if now[reference.column] is None and reference.goes_with_it:
                is_complete = False
                if part is Part.OWN and reference.parent == "person":
                    self._db.execute(HAND_ON, (table, row, data, was))
        return now, is_complete

    def _today(self, parent: str, was: int) -> int | None:
        if parent != "person" or ("person", was) in self._made:
            return self._now.get((parent, was), was if parent == "person" else None)
        if self._db.execute("SELECT 1 FROM person WHERE id = ?", (was,)).fetchone():
            return was
        return self._part_of.get(was)

    def _comes_back(self, table: str, part: Part, values: Values) -> bool:
        """Own rows do; of what is shared, whatever is gone, and what goes with it."""
        if part is not Part.SHARED:
            return part is Part.OWN
        leading = [r for r in self._references.get(table, []) if r.goes_with_it and values.get(r.column) is not None]
        return all((r.parent, values[r.column]) in self._made for r in leading if r.parent != "person")

    def _join(self, shape: Shape, twin: int, values: Values) -> None:
        """It is still there: it knows the person again who was forgotten, and nothing else about it changes."""
        for reference in self._references.get(shape.table, []):
            target = values.get(reference.column)
            if target is not None and not reference.goes_with_it and self._is_back(reference.parent, target):
                self._db.execute(
                    f"UPDATE {shape.table} SET {reference.column} = ? "
                    f"WHERE {shape.key} = ? AND {reference.column} IS NULL",
                    (target, twin),
                )

    def _read_again(self, message: int, was: int, person: int) -> None:
        """A letter that was passed on to its next reader is theirs again; one that came back with others they read."""
        (owner,) = self._db.execute("SELECT person_id FROM message WHERE id = ?", (message,)).fetchone()
        if (was, owner) in self._readers:
            self._db.execute("UPDATE message SET person_id = ? WHERE id = ?", (person, message))
        else:
            self._db.execute("INSERT INTO message_reader (message_id, person_id) VALUES (?, ?)", (message, person))

    def _is_back(self, parent: str, target: int) -> bool:
        return any(table == parent and self._now.get((table, row), row) == target for table, row in self._made)

    def _add(self, shape: Shape, values: Values) -> int:
        if "ref" in values:
            free = free_ref(self._db, shape.table, values["ref"])
            if shape.table == "person" and free != values["ref"]:
                self._renamed.append((values["ref"], free))
            values["ref"] = free
        for was, now in self._renamed:
            values = with_ref(shape.table, values, was, now)
        is_pointer = any(r.column == shape.key for r in self._references.get(shape.table, []))
        if not is_pointer and self._is_taken(shape, values[shape.key]):
            values[shape.key] = None
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        insert = f"INSERT INTO {shape.table} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"
        added = self._db.execute(insert, values)
        number = int(values[shape.key] if values[shape.key] is not None else added.lastrowid or 0)
        if added.rowcount:
            self.added.setdefault(shape.table, []).append(number)
        return number

    def _is_taken(self, shape: Shape, number: int) -> bool:
        return bool(self._db.execute(f"SELECT 1 FROM {shape.table} WHERE {shape.key} = ?", (number,)).fetchone())


def readers_among(kept: dict[str, list[tuple[int, Part, str]]]) -> list[Values]:
    """Who read their letters besides them."""
    return [json.loads(data) for _row, part, data in kept.get("message_reader", []) if part is Part.OWN]
