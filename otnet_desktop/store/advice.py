"""Advice on disk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from otnet_desktop.domain.advice import Advice, AdviceId
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store import journey_tables as t
from otnet_desktop.store.database import Database, Row
from otnet_desktop.store.rows import day, optional_day


class AdviceRows:
    """Reads and writes what people advised."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, person: PersonId, text: str, received_on: date, meeting: MeetingId | None) -> AdviceId:
        """Write down a piece of advice."""
        row = t.Advice.insert(person_id=person, meeting_id=meeting, text=text, received_on=received_on.isoformat())
        return AdviceId(int(self._db.run(row)))

    def save(self, advice: Advice) -> None:
        """Make the row say what this value says."""
        self._db.run(
            t.Advice.update(
                person_id=advice.person,
                meeting_id=advice.meeting,
                text=advice.text,
                received_on=advice.received_on.isoformat(),
                tried_on=optional_day(advice.tried_on),
                told_on=optional_day(advice.told_on),
                outcome=advice.outcome,
            ).where(t.Advice.id == advice.id)
        )

    def remove(self, advice: AdviceId) -> None:
        """Take it out."""
        self._db.run(t.Advice.delete().where(t.Advice.id == advice))

    def get(self, advice: AdviceId) -> Advice:
        """One piece of advice. Raises NotFound."""
        found = self._read("WHERE id = ?", (advice,))
        if not found:
            raise NotFound("That advice is not here any more.", "Perhaps the change was undone: press Ctrl+Z again.")
        return found[0]

    def of(self, person: PersonId) -> list[Advice]:
        """What one person advised, earliest first."""
        return self._read("WHERE person_id = ?", (person,))

    def in_meeting(self, meeting: MeetingId) -> list[Advice]:
        """What was advised in one meeting, as it was written down."""
        return self._read("WHERE meeting_id = ?", (meeting,))

    def all(self) -> list[Advice]:
        """The whole ledger, earliest first."""
        return self._read("", ())

    def _read(self, where: str, values: Iterable[int]) -> list[Advice]:
        rows = self._db.select(f"SELECT * FROM advice {where} ORDER BY received_on, id", tuple(values))
        return [advice_value(row) for row in rows]


def advice_value(row: Row) -> Advice:
    """A row of ``advice`` as a value."""
    received = day(row["received_on"])
    assert received is not None
    return Advice(
        id=AdviceId(row["id"]),
        person=PersonId(row["person_id"]),
        text=row["text"],
        received_on=received,
        meeting=None if row["meeting_id"] is None else MeetingId(row["meeting_id"]),
        tried_on=day(row["tried_on"]),
        told_on=day(row["told_on"]),
        outcome=row["outcome"],
    )
