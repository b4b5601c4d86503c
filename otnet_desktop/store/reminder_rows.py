"""How a reminder is written in a row, and read back. Knows no peewee, so that the first frame can use it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

from otnet_desktop.domain.reminders import Kind, Outlook, Reminder
from otnet_desktop.store.rows import instant, optional_instant, optional_seconds, seconds

ACTIVE, UPCOMING, HELD = "active", "upcoming", "held"
MOST_KEPT = 1024
"""More than are read together after each change with ten thousand people; a cache that is smaller never helps then."""
COLUMNS = "r.key, r.kind, person.ref, r.due_at, r.state, r.variant, r.overdue, r.data"
FROM = "FROM reminder r JOIN person ON person.id = r.person_id"
SELECT = f"SELECT {COLUMNS} {FROM}"
IN_ORDER = "r.priority, r.due_at, coalesce(json_extract(r.data, '$.deadline'), 1e18), r.key"
"""That of ``domain.rules.arbitration.order``: what matters most, waited longest, must be done soonest."""
LISTED_ONCE = "NOT EXISTS (SELECT 1 FROM reminder x WHERE x.key = r.key AND x.state = r.state AND x.seat < r.seat)"
"""What a meeting asks for concerns every guest and is listed under the first."""
SELECT_OF_PERSON = f"SELECT r.person_id, {COLUMNS} {FROM}"


def states(outlook: Outlook) -> Iterable[tuple[str, Reminder]]:
    """Each reminder of an outlook with the state it is kept under."""
    for reminder in outlook.reminders:
        yield (ACTIVE if reminder.active else UPCOMING), reminder
    for reminder in outlook.held_back:
        yield HELD, reminder


def seat_of(reminder: Reminder) -> int:
    """The place of its person among the guests of a meeting; a list shows what concerns several under the first."""
    guests = reminder.companions
    return guests.index(reminder.person) if reminder.person in guests else len(guests)


def reminder_data(reminder: Reminder) -> str:
    """What has no column of its own, as JSON."""
    return json.dumps(
        {
            "active": reminder.active,
            "meeting": reminder.meeting,
            "companions": reminder.companions,
            "deadline": optional_seconds(reminder.deadline),
            "expires": optional_seconds(reminder.expires),
            "snoozes": reminder.snoozes,
            "popups": [seconds(at) for at in reminder.popups],
            "values": reminder.values,
        },
        separators=(",", ":"),
        ensure_ascii=False,
    )


@lru_cache(maxsize=MOST_KEPT)
def reminder_value(row: tuple[str | int, ...]) -> Reminder:
    """A row of ``SELECT`` as a value. After a change most rows are as before, and need not be taken apart again."""
    key, kind, ref, due_at, _state, variant, overdue, packed = row
    data = json.loads(str(packed))
    return Reminder(
        key=str(key),
        kind=Kind(str(kind)),
        person=str(ref),
        due=instant(int(due_at)),
        active=data["active"],
        variant=str(variant),
        meeting=data["meeting"],
        companions=tuple(data["companions"]),
        deadline=optional_instant(data["deadline"]),
        expires=optional_instant(data["expires"]),
        overdue=bool(overdue),
        snoozes=data["snoozes"],
        popups=tuple(instant(at) for at in data["popups"]),
        values=data["values"],
    )
