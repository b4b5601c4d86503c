"""Hours one entered oneself, on disk."""

from __future__ import annotations

from datetime import date

from otnet_desktop.domain.hours import Hours, HoursKind
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store import journey_tables as t
from otnet_desktop.store.database import Database


class HoursRows:
    """Reads and writes entries of the log."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, hours: Hours) -> int:
        """Add an entry, or change the one with that id; its id comes back."""
        columns = {
            "day": hours.day.isoformat(),
            "minutes": hours.minutes,
            "kind": hours.kind.value,
            "text": hours.text,
            "person_id": hours.person,
        }
        if hours.id:
            self._db.run(t.Hours.update(**columns).where(t.Hours.id == hours.id))
            return hours.id
        return int(self._db.run(t.Hours.insert(**columns)))

    def remove(self, entry: int) -> None:
        """Take an entry out."""
        self._db.run(t.Hours.delete().where(t.Hours.id == entry))

    def all(self) -> list[Hours]:
        """Every entry, earliest first."""
        return [
            Hours(
                date.fromisoformat(row["day"]),
                row["minutes"],
                HoursKind(row["kind"]),
                row["text"],
                None if row["person_id"] is None else PersonId(row["person_id"]),
                row["id"],
            )
            for row in self._db.select("SELECT * FROM hours ORDER BY day, id")
        ]
