"""Rows of the contact list read with ``sqlite3`` alone, so that the first frame need not wait for anything else."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from otnet_desktop.domain.reminders import Reminder, Stage
from otnet_desktop.domain.roster import ListRow
from otnet_desktop.domain.status import PersonId, Status
from otnet_desktop.store.reminder_rows import SELECT_OF_PERSON, reminder_value
from otnet_desktop.store.rows import optional_instant

ASKED = "IN (SELECT value FROM json_each(?))"
PEOPLE = f"""
SELECT person.id, person.ref, person.full_name, person.headline, coalesce(outlook.stage, 'idea'), person.status,
       outlook.next_meeting
FROM person LEFT JOIN outlook ON outlook.person_id = person.id WHERE person.id {ASKED}
"""
NEXT = f"{SELECT_OF_PERSON} WHERE r.person_id {ASKED} AND r.state <> 'held' ORDER BY r.state, r.priority, r.due_at"


def read_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ListRow]:
    """The rows of these people, in the order asked for; people who are gone are left out. Two queries."""
    asked = (json.dumps(list(ids)),)
    upcoming: dict[int, Reminder] = {}
    for person, *row in connection.execute(NEXT, asked):
        if person not in upcoming:
            upcoming[person] = reminder_value(tuple(row))
    found = {
        row[0]: ListRow(
            id=PersonId(row[0]),
            ref=row[1],
            name=row[2],
            headline=row[3],
            stage=Stage(row[4]),
            status=Status(row[5]),
            next=upcoming.get(row[0]),
            next_meeting=optional_instant(row[6]),
        )
        for row in connection.execute(PEOPLE, asked)
    }
    return [found[i] for i in ids if i in found]
