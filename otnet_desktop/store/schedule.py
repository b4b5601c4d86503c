"""When one is free, and which times were offered to whom, on disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from otnet_desktop.domain.availability import FreeDay, FreeTime, Hours, Span
from otnet_desktop.domain.offers import OfferedTime, OfferId, OfferState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store import schedule_tables as t
from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import instant, seconds


class FreeTimes:
    """Reads and keeps what was painted."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def hours(self) -> Hours:
        """Everything, in order."""
        weekly = self._db.sql("SELECT weekday, start_minute, end_minute FROM free_time ORDER BY 1, 2, 3")
        days = self._db.sql("SELECT day, start_minute, end_minute, is_free FROM free_day ORDER BY 1, 2, 3, 4")
        return Hours(
            tuple(FreeTime(*row) for row in weekly),
            tuple(FreeDay(date.fromisoformat(day), start, end, bool(free)) for day, start, end, free in days),
        )

    def paint(self, weekly: Iterable[FreeTime]) -> None:
        """Keep this week in place of the one before. What stays keeps its row."""
        wanted = {(free.weekday, free.start, free.end) for free in weekly}
        known = self._db.sql("SELECT weekday, start_minute, end_minute, id FROM free_time").fetchall()
        gone = [row[3] for row in known if tuple(row[:3]) not in wanted]
        self._db.run(t.FreeTime.delete().where(t.FreeTime.id.in_(gone)))
        for weekday, start, end in sorted(wanted - {tuple(row[:3]) for row in known}):
            self._db.run(t.FreeTime.insert(weekday=weekday, start_minute=start, end_minute=end))

    def add_day(self, own: FreeDay) -> None:
        """One day differs."""
        if own not in self.hours().days:
            self._db.run(t.FreeDay.insert(**_columns(own)))

    def drop_day(self, own: FreeDay) -> None:
        """It is like any other again."""
        conditions = [getattr(t.FreeDay, name) == value for name, value in _columns(own).items()]
        self._db.run(t.FreeDay.delete().where(*conditions))


class OfferedTimes:
    """Adds and reads offers."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, person: PersonId, spans: Sequence[Span], zone: str, their_zone: str, at: datetime) -> None:
        """Offer these times."""
        for span in spans:
            self._db.run(
                t.OfferedTime.insert(
                    person_id=person,
                    start_at=seconds(span.start),
                    end_at=seconds(span.end),
                    zone=zone,
                    their_zone=their_zone,
                    offered_at=seconds(at),
                )
            )

    def mark(self, offers: Iterable[OfferId], state: OfferState) -> None:
        """Say how they stand now."""
        self._db.run(t.OfferedTime.update(state=state.value).where(t.OfferedTime.id.in_(list(offers))))

    def settle(self, people: Sequence[PersonId], start: datetime) -> None:
        """A time was agreed with them: that one is accepted, whatever else they were offered is free again."""
        agreed = t.OfferedTime.start_at == seconds(start)
        whose = t.OfferedTime.person_id.in_(list(people)) & (t.OfferedTime.state == OfferState.PROPOSED.value)
        self._db.run(t.OfferedTime.update(state=OfferState.ACCEPTED.value).where(whose & agreed))
        self._db.run(t.OfferedTime.update(state=OfferState.DECLINED.value).where(whose))

    def drop(self, offers: Iterable[OfferId]) -> None:
        """They were never sent."""
        self._db.run(t.OfferedTime.delete().where(t.OfferedTime.id.in_(list(offers))))

    def of(self, person: PersonId) -> list[OfferedTime]:
        """Everything offered to one person, earliest first."""
        return self._read("WHERE person_id = ? ORDER BY start_at, id", person)

    def open_between(self, start: datetime, end: datetime) -> list[OfferedTime]:
        """Proposals to anybody that overlap a span of time, earliest first."""
        where = "WHERE state = 'proposed' AND start_at < ? AND end_at > ? ORDER BY start_at, id"
        return self._read(where, seconds(end), seconds(start))

    def _read(self, where: str, *parameters: int) -> list[OfferedTime]:
        rows = self._db.select(f"SELECT * FROM offered_time {where}", parameters)
        return [
            OfferedTime(
                OfferId(row["id"]),
                PersonId(row["person_id"]),
                Span(instant(row["start_at"]), instant(row["end_at"])),
                row["zone"],
                row["their_zone"],
                OfferState(row["state"]),
                instant(row["offered_at"]),
            )
            for row in rows
        ]


def _columns(own: FreeDay) -> dict[str, Any]:
    return {
        "day": own.day.isoformat(),
        "start_minute": own.start,
        "end_minute": own.end,
        "is_free": int(own.is_free),
    }
