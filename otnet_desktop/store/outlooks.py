"""How each person stands, kept so that nothing need be derived at start. ``check`` derives it again and compares.

A row is right from ``looked_at`` until ``valid_until``; people nothing ever happened to have no row and stand at
"idea" with nothing to do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.reminders import Ball, Outlook, Reminder, Stage
from otnet_desktop.store.database import Database, Row
from otnet_desktop.store.reminder_rows import (
    HELD,
    IN_ORDER,
    LISTED_ONCE,
    SELECT,
    SELECT_OF_PERSON,
    reminder_data,
    reminder_value,
    seat_of,
    states,
)
from otnet_desktop.store.rows import optional_instant, optional_seconds, seconds

ASKED = "id IN (SELECT value FROM json_each(?))"
DISTRUST = f"""
INSERT INTO outlook (person_id, stage, ball, approach, nudges, looked_at, valid_until)
SELECT id, 'idea', 'none', 0, 0, 0, 0 FROM person WHERE {ASKED}
ON CONFLICT (person_id) DO UPDATE SET valid_until = 0
"""
BELIEVE = "UPDATE outlook SET looked_at = ? WHERE person_id IN (SELECT value FROM json_each(?)) AND looked_at > ?"

EVERYTHING = -1
"""No limit, as SQLite says it."""

TO_TELL = """
(r.state = 'active' AND json_extract(r.data, '$.popups[#-1]') > ?)
OR (r.state = 'upcoming' AND r.due_at <= 2 * 86400 + (SELECT min(due_at) FROM reminder WHERE state = 'upcoming'))
"""
"""Pop-ups begin when a thing is due: none that comes sooner is left out, and none of the day of the next one."""

HEADS = f"""
SELECT person.id, ref, status, outlook.* FROM person LEFT JOIN outlook ON person_id = person.id WHERE person.{ASKED}
"""
OF_PEOPLE = f"""
{SELECT_OF_PERSON} WHERE r.person_id IN (SELECT value FROM json_each(?)) ORDER BY r.state, r.priority, r.due_at
"""


class Outlooks:
    """Keeps and reads derived outlooks and reminders."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(
        self,
        outlooks: Mapping[PersonId, Outlook],
        looked_at: datetime,
        kept: Mapping[PersonId, Outlook] | None = None,
    ) -> None:
        """Replace what was kept about these people, where it differs; ``kept`` is that, if it was read just now."""
        kept = self.of(list(outlooks)) if kept is None else kept
        outlooks = {person: outlook for person, outlook in outlooks.items() if outlook != kept.get(person)}
        ids = [(person,) for person in outlooks]
        connection = self._db.connection
        connection.executemany("DELETE FROM reminder WHERE person_id = ?", ids)
        connection.executemany("DELETE FROM outlook WHERE person_id = ?", ids)
        connection.executemany(
            "INSERT INTO outlook VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    person,
                    o.stage.value,
                    o.ball.value,
                    o.approach,
                    o.nudges,
                    optional_seconds(o.last_reached_out),
                    optional_seconds(o.last_in_touch),
                    optional_seconds(o.next_meeting),
                    seconds(looked_at),
                    optional_seconds(o.valid_until),
                )
                for person, o in outlooks.items()
                if not is_untouched(o)
            ),
        )
        connection.executemany(
            "INSERT INTO reminder VALUES (?, ?, ?, (SELECT id FROM meeting WHERE ref = ?), ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    r.key,
                    person,
                    seat_of(r),
                    r.meeting,
                    r.kind.value,
                    r.kind.priority,
                    r.variant,
                    seconds(r.due),
                    state,
                    int(r.overdue),
                    reminder_data(r),
                )
                for person, o in outlooks.items()
                for state, r in states(o)
            ),
        )

    def distrust(self, people: Iterable[PersonId]) -> list[PersonId]:
        """Mark these people's rows as outdated, so that they are looked at again whatever happens; who is here."""
        asked = (json.dumps(list(people)),)
        self._db.sql(DISTRUST, asked)
        return [PersonId(row[0]) for row in self._db.sql("SELECT id FROM person WHERE " + ASKED, asked)]

    def believe(self, people: Sequence[PersonId], now: datetime) -> None:
        """These were looked at just now; what had been derived before the clock was set back may still be right."""
        self._db.sql(BELIEVE, (seconds(now), json.dumps(list(people)), seconds(now)))

    def outdated(self, now: datetime) -> list[PersonId]:
        """People whose row is not right at ``now``: time went on, or the clock was set back."""
        stamp = seconds(now)
        rows = self._db.sql(
            "SELECT person_id FROM outlook WHERE valid_until <= ? "
            "UNION SELECT person_id FROM outlook WHERE looked_at > ?",
            (stamp, stamp),
        )
        return [PersonId(row[0]) for row in rows]

    def with_facts(self) -> list[PersonId]:
        """Everybody something ever happened to; nobody else can have anything due."""
        rows = self._db.sql(
            "SELECT person_id FROM fact WHERE person_id IS NOT NULL UNION SELECT person_id FROM attendee "
            "UNION SELECT person_id FROM purpose UNION SELECT person_id FROM key_point "
            "UNION SELECT person_id FROM message UNION SELECT person_id FROM outlook "
            "UNION SELECT person_id FROM helper UNION SELECT person_id FROM opportunity WHERE person_id IS NOT NULL"
        )
        return [PersonId(row[0]) for row in rows]

    def next_change(self) -> datetime | None:
        """When the next row stops being right."""
        # "IS NOT NULL" is what the index says; without it all rows are read, once a minute
        rows = self._db.sql("SELECT min(valid_until) FROM outlook WHERE valid_until IS NOT NULL")
        return optional_instant(rows.fetchone()[0])

    def due(self, most: int = EVERYTHING) -> list[Reminder]:
        """What is to be done now, in order; all of it, or the first few."""
        return self._reminders(f"WHERE r.state = 'active' AND {LISTED_ONCE} ORDER BY {IN_ORDER} LIMIT ?", (most,))

    def to_tell(self, since: datetime) -> list[Reminder]:
        """What may be told by a notification: due things with a pop-up after ``since``, and what is upcoming next."""
        return self._reminders(f"WHERE ({TO_TELL}) AND {LISTED_ONCE} ORDER BY r.state, {IN_ORDER}", (seconds(since),))

    def due_count(self) -> int:
        """How many that are."""
        rows = self._db.sql(f"SELECT count(*) FROM reminder r WHERE r.state = 'active' AND {LISTED_ONCE}")
        return int(rows.fetchone()[0])

    def upcoming(self, most: int = EVERYTHING) -> list[Reminder]:
        """What will be due later, soonest first; all of it, or the first few."""
        return self._reminders(
            f"WHERE r.state = 'upcoming' AND {LISTED_ONCE} ORDER BY r.due_at, r.priority, r.key LIMIT ?", (most,)
        )

    def by_key(self, key: str) -> Reminder | None:
        """One reminder, active, upcoming or held back."""
        found = self._reminders("WHERE r.key = ? ORDER BY r.seat", (key,))
        return found[0] if found else None

    def of(self, people: Sequence[PersonId]) -> dict[PersonId, Outlook]:
        """How these people stand; those without a row stand at "idea"."""
        asked = (json.dumps(list(people)),)
        kept: dict[int, list[tuple[str, Reminder]]] = {}
        for person, *row in self._db.sql(OF_PEOPLE, asked):
            kept.setdefault(person, []).append((row[4], reminder_value(tuple(row))))
        return {
            PersonId(row["id"]): outlook_value(row, kept.get(row["id"], [])) for row in self._db.select(HEADS, asked)
        }

    def _reminders(self, rest: str, parameters: tuple[str | int, ...] = ()) -> list[Reminder]:
        return [reminder_value(row) for row in self._db.sql(f"{SELECT} {rest}", parameters)]


def is_untouched(outlook: Outlook) -> bool:
    """Whether nothing ever happened: such a person needs no row."""
    return (
        outlook.stage is Stage.IDEA
        and not outlook.reminders
        and not outlook.held_back
        and outlook.valid_until is None
        and outlook.last_reached_out is None
        and outlook.last_in_touch is None
    )


def outlook_value(row: Row, reminders: list[tuple[str, Reminder]]) -> Outlook:
    """A row of ``HEADS`` and the reminders of that person, each with its state, as a value."""
    if row["stage"] is None:
        return Outlook(row["ref"], Stage.IDEA, Status(row["status"]))
    return Outlook(
        person=row["ref"],
        stage=Stage(row["stage"]),
        status=Status(row["status"]),
        ball=Ball(row["ball"]),
        approach=row["approach"],
        nudges=row["nudges"],
        reminders=tuple(reminder for state, reminder in reminders if state != HELD),
        held_back=tuple(reminder for state, reminder in reminders if state == HELD),
        last_reached_out=optional_instant(row["last_reached_out"]),
        last_in_touch=optional_instant(row["last_in_touch"]),
        next_meeting=optional_instant(row["next_meeting"]),
        valid_until=optional_instant(row["valid_until"]),
    )
