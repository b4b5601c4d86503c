"""When meetings are, without reading what they are about: answered by the index of their beginnings."""

from __future__ import annotations

from datetime import datetime

from otnet_desktop.domain.meetings import LONGEST, MeetingId
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import instant, seconds


class MeetingTimes:
    """Asked for every day and hour, so never of everything there ever was."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def extent(self) -> tuple[datetime, datetime] | None:
        """When the earliest meeting begins and the latest; none without any."""
        ((first, last),) = self._db.sql(EXTENT)
        return None if first is None else (instant(first), instant(last))

    def planned(self, start: datetime, end: datetime) -> list[tuple[MeetingId, datetime, datetime]]:
        """Which meetings are agreed for that time, from when until when, earliest first."""
        rows = self._db.sql(PLANNED, overlap(start, end))
        return [(MeetingId(number), instant(first), instant(last)) for number, first, last in rows]

    def is_any(self, start: datetime, end: datetime) -> bool:
        """Whether any meeting overlaps that time."""
        return self._db.sql(ANY, overlap(start, end)).fetchone() is not None

    def nth_before(self, moment: datetime, nth: int) -> datetime | None:
        """When the ``nth`` meeting before that moment began; none where there are fewer."""
        return self._begun(NTH_BEFORE, moment, nth)

    def nth_from(self, moment: datetime, nth: int) -> datetime | None:
        """When the ``nth`` meeting from that moment on begins; none where there are fewer."""
        return self._begun(NTH_FROM, moment, nth)

    def _begun(self, statement: str, moment: datetime, nth: int) -> datetime | None:
        row = self._db.sql(statement, (seconds(moment), nth - 1)).fetchone()
        return None if row is None else instant(row[0])


def overlap(start: datetime, end: datetime) -> tuple[int, int, int]:
    """What ``OVERLAPPING`` asks for."""
    return seconds(start - LONGEST), seconds(end), seconds(start)


OVERLAPPING = "start_at >= ? AND start_at < ? AND end_at > ?"
"""None lasts longer than ``LONGEST``; without that bound everything before would be looked at."""
EXTENT = "SELECT (SELECT min(start_at) FROM meeting), (SELECT max(start_at) FROM meeting)"
"""Asked one by one, each is answered by the index alone."""
PLANNED = f"SELECT id, start_at, end_at FROM meeting WHERE {OVERLAPPING} AND state = 'planned' ORDER BY start_at, id"
ANY = f"SELECT 1 FROM meeting WHERE {OVERLAPPING} LIMIT 1"
NTH_BEFORE = "SELECT start_at FROM meeting WHERE start_at < ? ORDER BY start_at DESC LIMIT 1 OFFSET ?"
NTH_FROM = "SELECT start_at FROM meeting WHERE start_at >= ? ORDER BY start_at LIMIT 1 OFFSET ?"
