"""Makes one person of two: everything that points to one of them points to the other, and both originals are logged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from otnet_desktop.domain.keys import rekeyed
from otnet_desktop.domain.people import Person, PersonId
from otnet_desktop.store.database import Database
from otnet_desktop.store.doubles import DOUBLES
from otnet_desktop.store.references import references
from otnet_desktop.store.rows import instant, seconds

OF_THE_PROFILE = frozenset({"contact_point", "identity_key", "affiliation", "photo", "note"})
"""Tables that are written anew from what the two are together."""

OUTCOMES = """
SELECT id, meeting_id, data FROM fact WHERE type = 'outcome'
AND meeting_id IN (SELECT meeting_id FROM attendee WHERE person_id IN (:stays, :goes))
"""


class Merged(NamedTuple):
    """A merge as it is remembered: when, and both as they were before, as JSON."""

    id: int
    at: datetime
    stays: str
    goes: str


class Merging:
    """Hands everything over. What the profile becomes is written afterwards, by whoever knows it."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def hand_over(self, stays: Person, goes: Person) -> None:
        """Everything of one becomes the other's, who takes the place of both; ``goes`` is gone afterwards."""
        both = {"stays": stays.id, "goes": goes.id}
        self._settle_absences(both)
        for statement in DOUBLES:
            self._db.sql(statement, both)
        self._hand_over_judgements(both)
        for reference in references(self._db.connection):
            if reference.parent == "person" and reference.table not in OF_THE_PROFILE | {"not_same"}:
                column = reference.column
                self._db.sql(f"UPDATE {reference.table} SET {column} = :stays WHERE {column} = :goes", both)
        self._rename(goes.ref, stays.ref)
        self._db.sql(
            "UPDATE person SET created_at = min(created_at, (SELECT created_at FROM person WHERE id = :goes)) "
            "WHERE id = :stays",
            both,
        )
        self._db.sql("DELETE FROM person WHERE id = :goes", both)

    def log(self, person: PersonId, at: datetime, stays: str, goes: str) -> None:
        """Keep both originals."""
        self._db.insert("merge_log", {"person_id": person, "merged_at": seconds(at), "kept": stays, "gone": goes})

    def logged(self, person: PersonId) -> list[Merged]:
        """The merges that made somebody what they are, the latest first."""
        rows = self._db.sql(
            "SELECT id, merged_at, kept, gone FROM merge_log WHERE person_id = ? ORDER BY merged_at DESC, id DESC",
            (person,),
        )
        return [Merged(number, instant(at), stays, goes) for number, at, stays, goes in rows]

    def reviewed_at(self, people: Sequence[PersonId]) -> datetime | None:
        """When the notes about the first of them to be forgotten were looked at last."""
        (at,) = self._db.sql(
            "SELECT min(reviewed_at) FROM note WHERE person_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(people)),),
        ).fetchone()
        return None if at is None else instant(at)

    def keep_reviewed_at(self, person: PersonId, at: datetime) -> None:
        """Bringing notes together is not looking at them again."""
        self._db.sql("UPDATE note SET reviewed_at = ? WHERE person_id = ?", (seconds(at), person))

    def _settle_absences(self, both: dict[str, PersonId]) -> None:
        """Absent is only who was absent under every name they were invited by."""
        stays, goes = both["stays"], both["goes"]
        for fact, meeting, told in self._db.sql(OUTCOMES, both).fetchall():
            data = json.loads(told)
            absent = list(data["absent"])
            if not {stays, goes} & {*absent}:
                continue
            guests = self._db.sql(
                "SELECT person_id FROM attendee WHERE meeting_id = ? AND person_id IN (?, ?)", (meeting, stays, goes)
            )
            was_there = {guest for (guest,) in guests} - {*absent}
            rest = [person for person in absent if person not in (stays, goes)]
            data["absent"] = rest if was_there else [*rest, stays]
            self._db.sql("UPDATE fact SET data = ? WHERE id = ?", (json.dumps(data, separators=(",", ":")), fact))

    def _hand_over_judgements(self, both: dict[str, PersonId]) -> None:
        """Of whom ``goes`` was told to be another, ``stays`` is; the lower number stands first."""
        stays, goes = both["stays"], both["goes"]
        rows = self._db.sql(
            "DELETE FROM not_same WHERE :goes IN (one_id, other_id) RETURNING one_id, other_id, said_at", both
        )
        for one, other, at in rows.fetchall():
            pair = sorted((stays, other if one == goes else one))
            self._db.sql("INSERT OR IGNORE INTO not_same (one_id, other_id, said_at) VALUES (?, ?, ?)", (*pair, at))

    def _rename(self, was: str, now: str) -> None:
        """Keys of reminders are made of refs; so is who introduced somebody."""
        keyed = "SELECT id, data FROM fact WHERE type IN ('snoozed', 'dismissed') AND instr(data, ?)"
        for fact, told in self._db.sql(keyed, (json.dumps(was)[1:-1],)).fetchall():
            data = json.loads(told)
            data["key"] = rekeyed(data["key"], was, now)
            self._db.sql("UPDATE fact SET data = ? WHERE id = ?", (json.dumps(data, separators=(",", ":")), fact))
        for message, key in self._db.sql(
            "SELECT id, reminder_key FROM message WHERE instr(reminder_key, ?)", (was,)
        ).fetchall():
            self._db.sql("UPDATE message SET reminder_key = ? WHERE id = ?", (rekeyed(key, was, now), message))
        shown = self._db.sql("SELECT key, at FROM notice_shown WHERE instr(key, ?)", (was,)).fetchall()
        self._db.connection.executemany(
            "INSERT OR IGNORE INTO notice_shown VALUES (?, ?)", [(rekeyed(key, was, now), at) for key, at in shown]
        )
        self._db.sql("UPDATE person SET met_via = ? WHERE met_via = ? AND ref NOT IN (?, ?)", (now, was, was, now))
