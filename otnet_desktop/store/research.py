"""Key points, notes and purposes on disk."""

from __future__ import annotations

from datetime import datetime

from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import KeyPoint, Purpose, PurposeState, Research
from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database
from otnet_desktop.store.points import point_value, save_points
from otnet_desktop.store.rows import day, instant, optional_day, optional_instant, seconds
from otnet_desktop.store.ticks import TickRows


class ResearchRows:
    """Reads and writes what was found out about a person."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._ticks = TickRows(database, "person_id")

    def of(self, person: PersonId) -> Research:
        """Everything noted about one person."""
        notes = self._db.select("SELECT * FROM note WHERE person_id = ?", (person,))
        points = self._db.select("SELECT * FROM key_point WHERE person_id = ? ORDER BY position", (person,))
        purposes = self._db.select(
            "SELECT * FROM purpose WHERE person_id = ? ORDER BY state <> 'open', set_at DESC, id DESC", (person,)
        )
        return Research(
            notes=notes[0]["body"] if notes else "",
            reviewed_at=optional_instant(
                max([row["noted_at"] for row in points] + [row["reviewed_at"] for row in notes], default=None)
            ),
            key_points=tuple(point_value(row) for row in points),
            purposes=tuple(
                Purpose(
                    row["kind"],
                    row["statement"],
                    PurposeState(row["state"]),
                    Gate(row["gate"]),
                    day(row["gate_on"]),
                    row["id"],
                    instant(row["set_at"]),
                )
                for row in purposes
            ),
        )

    def save_key_points(self, person: PersonId, points: tuple[KeyPoint, ...], at: datetime) -> None:
        """Make the list of key points this one; those with an id keep the time they were first noted."""
        save_points(self._db, t.KeyPoint, t.KeyPoint.person_id, person, points, at)

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

    def begin_again(self, purpose: int, at: datetime) -> None:
        """This purpose counts from now on: it is open, and was begun last."""
        again = t.Purpose.update(state=PurposeState.OPEN.value, set_at=seconds(at))
        self._db.run(again.where(t.Purpose.id == purpose))

    def ticked(self, person: PersonId, checklist: str) -> frozenset[str]:
        """Which items of a checklist are ticked for somebody."""
        return self._ticks.of(person, checklist)

    def tick(self, person: PersonId, checklist: str, item: str, done: bool) -> None:
        """Tick an item, or take the tick away."""
        self._ticks.tick(person, checklist, item, done)
