"""The trash: whoever was deleted, whole, to be brought back at any time in the next thirty days.

Nobody else's queries know of it, for who lies here is in no other table. The heads are journaled like all content, so
undoing a deletion empties the trash again; the rows behind a head stay where they are and count only while it is there.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.names import fold
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.trash import KEPT_FOR, Trashed, TrashId
from otnet_desktop.store import search_index
from otnet_desktop.store.database import Database
from otnet_desktop.store.messages import Messages
from otnet_desktop.store.people import People
from otnet_desktop.store.rows import instant, seconds
from otnet_desktop.store.trash_return import Returning
from otnet_desktop.store.trash_ways import Part, keep_rows

AMONG = "IN (SELECT value FROM json_each(?))"
CHUNK = 1_000
"""So many are deleted by one statement, which keeps in memory what it may have to take back."""


class Trash:
    """Takes people out of everything, gives them back."""

    def __init__(self, database: Database, people: People, messages: Messages) -> None:
        self._db = database
        self._people = people
        self._messages = messages

    def take(self, people: Sequence[PersonId], at: datetime) -> None:
        """Delete these people from everywhere else. Inside a step."""
        for start in range(0, len(people), CHUNK):
            self._take(people[start : start + CHUNK], at)

    def _take(self, people: Sequence[PersonId], at: datetime) -> None:
        (last,) = self._db.sql("SELECT coalesce(max(id), 0) FROM trash").fetchone()
        self._db.sql(
            "INSERT INTO trash (person_id, ref, name, headline, deleted_at) "
            f"SELECT id, ref, full_name, headline, ? FROM person WHERE id {AMONG}",
            (seconds(at), json.dumps(list(people))),
        )
        keep_rows(self._db.connection, last)
        self._messages.pass_on(people)
        self._people.remove(*people)

    def all(self, text: str = "", most: int = -1) -> list[Trashed]:
        """Everybody in it, or those with ``text`` in their names; who was deleted last first, and no more than that."""
        found = self._read("ORDER BY deleted_at DESC, id DESC")
        wanted = fold(text)
        named = (trashed for trashed in found if wanted in fold(trashed.name)) if wanted else iter(found)
        return list(islice(named, most if most >= 0 else None))

    def count(self) -> int:
        """How many lie there."""
        return int(self._db.sql("SELECT count(*) FROM trash").fetchone()[0])

    def of(self, heads: Sequence[TrashId]) -> list[Trashed]:
        """These of them. Raises NotFound where one is gone."""
        found = self._read(f"WHERE id {AMONG} ORDER BY id", (json.dumps(list(heads)),))
        if len(found) < len(set(heads)):
            raise NotFound("That person is not in the trash any more.", "Perhaps they were restored meanwhile.")
        return found

    def older_than(self, at: datetime) -> list[Trashed]:
        """Whoever was there long enough by then."""
        return self._read("WHERE deleted_at <= ? ORDER BY id", (str(seconds(at - KEPT_FOR)),))

    def closed_again(self, first: PersonId, last: PersonId) -> dict[PersonId, Status]:
        """Those of a range of people who lie here as well, and had asked for silence or died."""
        return {PersonId(person): Status(status) for person, status in self._db.sql(CLOSED_AGAIN, (first, last))}

    def closed(self) -> list[tuple[Status, list[str]]]:
        """Whoever lies here and had asked for silence, or died: which of it, and the keys they are known by."""
        return [(Status(status), json.loads(keys)) for status, keys in self._db.sql(CLOSED)]

    def give_back(self, heads: Sequence[TrashId]) -> Returning:
        """Put these people back into everything they were part of, as far as it is still there. Inside a step."""
        connection = self._db.connection
        returning = Returning(connection)
        connection.execute("UPDATE journal_pen SET index_later = 1")
        for head in heads:
            returning.bring_back(head)
        for table, rows in returning.added.items():
            search_index.add_rows(connection, table, rows)  # at once: row by row it takes many times as long
        connection.execute("UPDATE journal_pen SET index_later = 0")
        return returning

    def forget(self, heads: Sequence[TrashId]) -> None:
        """Remove these heads and all their rows; whoever waited for one of these people waits no longer."""
        asked = (json.dumps(list(heads)),)
        self._db.sql(FORGET_WAITING, asked)
        self._db.sql(f"DELETE FROM trash_row WHERE trash_id {AMONG}", asked)
        self._db.sql(f"DELETE FROM trash WHERE id {AMONG}", asked)
        self.sweep()  # they may have been here before

    def sweep(self) -> None:
        """Rows whose head is gone for good, so that no undo and no redo brings it back."""
        self._db.sql(
            "DELETE FROM trash_row WHERE trash_id NOT IN (SELECT id FROM trash) "
            "AND trash_id NOT IN (SELECT row_id FROM journal WHERE table_name = 'trash')"
        )

    def _read(self, rest: str, parameters: tuple[str, ...] = ()) -> list[Trashed]:
        rows = self._db.sql(f"SELECT id, person_id, ref, name, headline, deleted_at FROM trash {rest}", parameters)
        return [
            Trashed(TrashId(number), PersonId(person), ref, name, headline, instant(at))
            for number, person, ref, name, headline, at in rows
        ]


CLOSED = """
SELECT p.data ->> 'status' AS status, json_group_array(k.data ->> 'value')
FROM trash h
JOIN trash_row p ON p.trash_id = h.id AND p.table_name = 'person' AND status IN ('do_not_contact', 'deceased')
JOIN trash_row k ON k.trash_id = h.id AND k.table_name = 'identity_key'
GROUP BY h.id
"""

CLOSED_AGAIN = """
SELECT i.person_id, p.data ->> 'status' AS status
FROM trash h
JOIN trash_row p ON p.trash_id = h.id AND p.table_name = 'person' AND status IN ('do_not_contact', 'deceased')
JOIN trash_row k ON k.trash_id = h.id AND k.table_name = 'identity_key'
JOIN identity_key i ON i.value = k.data ->> 'value' AND i.person_id BETWEEN ? AND ?
GROUP BY h.id, i.person_id
HAVING max(i.value GLOB 'uid:*' OR i.value GLOB 'linkedin:*')
    OR (max(i.value GLOB 'email:*') AND max(i.value GLOB 'name:*'))
ORDER BY status = 'deceased'
"""
"""Certain is an id or a page of their own, and a name together with an address (as for an import)."""

FORGET_WAITING = f"""
DELETE FROM trash_row WHERE part = '{Part.OWN}' AND EXISTS (
    SELECT 1 FROM json_each(data) named JOIN trash ON trash.person_id = named.value
    WHERE named.key IN ('person_id', 'other_id') AND trash.id {AMONG} AND trash.id <> trash_row.trash_id
)
"""
"""Rows in somebody else's trash that would come back with both. What is shared stays with whoever is left."""
