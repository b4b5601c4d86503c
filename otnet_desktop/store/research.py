"""Key points, notes and purposes on disk."""

from __future__ import annotations

from datetime import datetime

from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import KeyPoint, Purpose, PurposeState, Research
from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import day, optional_day, optional_instant, seconds


class ResearchRows:
    """Reads and writes what was found out about a person."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, person: PersonId) -> Research:
        """Everything noted about one person."""
        notes = self._db.select("SELECT * FROM note WHERE person_id = ?", (person,))
        points = self._db.select("SELECT * FROM key_point WHERE person_id = ? ORDER BY position", (person,))
        purposes = self._db.select(
            "SELECT * FROM purpose WHERE person_id = ? ORDER BY state <> 'open', id DESC", (person,)
        )
        return Research(
            notes=notes[0]["body"] if notes else "",
            reviewed_at=optional_instant(
                max([row["noted_at"] for row in points] + [row["reviewed_at"] for row in notes], default=None)
            ),
            key_points=tuple(
                KeyPoint(row["text"], row["source"], row["url"], day(row["seen_on"]), row["id"]) for row in points
            ),
            purposes=tuple(
                Purpose(
                    row["kind"],
                    row["statement"],
                    PurposeState(row["state"]),
                    Gate(row["gate"]),
                    day(row["gate_on"]),
                    row["id"],
                )
                for row in purposes
            ),
        )

    def save_key_points(self, person: PersonId, points: tuple[KeyPoint, ...], at: datetime) -> None:
        """Make the list of key points this one; those with an id keep the time they were first noted."""
        kept = [point.id for point in points if point.id]
        self._db.run(t.KeyPoint.delete().where(t.KeyPoint.person_id == person, t.KeyPoint.id.not_in(kept)))
        for position, point in enumerate(points):
            columns = {
                "position": position,
                "text": point.text,
                "source": point.source,
                "url": point.url,
                "seen_on": optional_day(point.seen_on),
            }
            if point.id:
                self._db.run(t.KeyPoint.update(**columns).where(t.KeyPoint.id == point.id))
            else:
                self._db.run(t.KeyPoint.insert(person_id=person, noted_at=seconds(at), **columns))

    def mark_reviewed(self, person: PersonId, at: datetime) -> None:
        """What is noted was looked at again and is still right."""
        self._db.run(t.Note.update(reviewed_at=seconds(at)).where(t.Note.person_id == person))
        self._db.run(t.KeyPoint.update(noted_at=seconds(at)).where(t.KeyPoint.person_id == person))

    def save_purpose(self, person: PersonId, purpose: Purpose, at: datetime) -> int:
        """Add a purpose, or change the one with that id."""
        columns = {
            "kind": purpose.kind,
            "statement": purpose.statement,
            "state": purpose.state.value,
            "gate": purpose.gate.value,
            "gate_on": optional_day(purpose.gate_on),
        }
        if purpose.id:
            self._db.run(t.Purpose.update(**columns).where(t.Purpose.id == purpose.id))
            return purpose.id
        return int(self._db.run(t.Purpose.insert(person_id=person, set_at=seconds(at), **columns)))
