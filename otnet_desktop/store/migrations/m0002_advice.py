"""Advice moves from a list in the meeting to rows of its own: whose it was, when, and what became of it."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, tzinfo
from itertools import count
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

OF_MEETINGS = """
SELECT id, advice, start_at, zone, (SELECT person_id FROM attendee WHERE meeting_id = meeting.id ORDER BY id LIMIT 1)
FROM meeting WHERE advice <> '[]' ORDER BY start_at, id
"""

OF_GONE_MEETINGS = """
SELECT m.group_id, m.row_id, json_extract(m.before, '$.advice'), json_extract(m.before, '$.start_at'),
    json_extract(m.before, '$.zone'), coalesce(
        (SELECT json_extract(a.before, '$.person_id') FROM journal a WHERE a.group_id = m.group_id
            AND a.table_name = 'attendee' AND a.op = 'delete' AND json_extract(a.before, '$.meeting_id') = m.row_id
            ORDER BY a.row_id LIMIT 1),
        (SELECT person_id FROM attendee WHERE meeting_id = m.row_id ORDER BY id LIMIT 1))
FROM journal m WHERE m.table_name = 'meeting' AND m.op = 'delete' AND json_extract(m.before, '$.advice') <> '[]'
ORDER BY m.id
"""

TRIGGERS = tuple(f"{room}_{change}" for room, changes in (
    ("find_meeting", ("added", "removed", "changed")), ("journal_meeting", ("insert", "update", "delete"))
) for change in changes)  # fmt: skip
"""What names the column that goes; made anew afterwards."""


def move_advice(connection: sqlite3.Connection) -> None:
    """Each line becomes advice of the first who took part; one of a deleted meeting comes back with the meeting."""
    for trigger in TRIGGERS:
        connection.execute(f"DROP TRIGGER {trigger}")
    numbers = count(1)
    for meeting, listed, start, zone, person in connection.execute(OF_MEETINGS).fetchall():
        for row in rows(numbers, meeting, listed, start, zone, person):
            connection.execute(
                "INSERT INTO advice (id, person_id, meeting_id, text, received_on) "
                "VALUES (:id, :person_id, :meeting_id, :text, :received_on)",
                row,
            )
    for group, meeting, listed, start, zone, person in connection.execute(OF_GONE_MEETINGS).fetchall():
        for row in rows(numbers, meeting, listed, start, zone, person):
            connection.execute(
                "INSERT INTO journal (group_id, table_name, row_id, last_row_id, op, before) "
                "VALUES (?, 'advice', ?, ?, 'delete', ?)",
                (group, row["id"], row["id"], json.dumps(row)),
            )
    connection.execute("ALTER TABLE meeting DROP COLUMN advice")


def rows(
    numbers: count[int], meeting: int, listed: str, start: int, zone: str, person: int | None
) -> list[dict[str, object]]:
    """The lines of one meeting as rows of ``advice``."""
    day = datetime.fromtimestamp(start, zone_named(zone)).date().isoformat()
    return [
        {"id": next(numbers), "person_id": person, "meeting_id": meeting, "text": text, "received_on": day}
        for text in json.loads(listed)
        if person is not None
    ]


def zone_named(zone: str) -> tzinfo:
    """The zone a meeting was booked in; UTC where it is not said or not known here."""
    try:
        return ZoneInfo(zone) if zone else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
