"""Whom and what a step of the journal is about: found from the rows it wrote down and the rows there are now."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.people import PersonId

OWN = {
    "person": ("id", "id"),
    "contact_point": ("id", "person_id"),
    "identity_key": ("id", "person_id"),
    "affiliation": ("id", "person_id"),
    "photo": ("person_id", "person_id"),
    "note": ("person_id", "person_id"),
    "key_point": ("id", "person_id"),
    "purpose": ("id", "person_id"),
    "message": ("id", "person_id"),
    "message_reader": ("id", "person_id"),
    "attendee": ("id", "person_id"),
    "promise": ("id", "person_id"),
    "opportunity": ("id", "person_id"),
    "helper": ("id", "person_id"),
    "fact": ("id", "person_id"),
    "offered_time": ("id", "person_id"),
    "tick": ("id", "person_id"),
    "advice": ("id", "person_id"),
    "hours": ("id", "person_id"),
    "not_same": ("id", "one_id"),
    "merge_log": ("id", "person_id"),
}
"""Tables whose rows belong to a person: the key of the row, the column that names the person."""

GUESTS = "SELECT person_id FROM attendee WHERE meeting_id IN ({ids})"
READERS = "SELECT person_id FROM message_reader WHERE message_id IN ({ids})"
STAFF = "SELECT person_id FROM affiliation WHERE organisation_id IN ({ids})"

SHARED = (
    ("not_same", "id", "other_id", "SELECT id FROM person WHERE id IN ({ids})"),
    ("fact", "id", "other_id", "SELECT id FROM person WHERE id IN ({ids})"),
    ("message", "id", "id", READERS),
    ("meeting", "id", "id", GUESTS),
    ("attendee", "id", "meeting_id", GUESTS),
    ("question", "id", "meeting_id", GUESTS),
    ("fact", "id", "meeting_id", GUESTS),
    ("opportunity", "id", "id", "SELECT person_id FROM helper WHERE opportunity_id IN ({ids})"),
    ("helper", "id", "opportunity_id", "SELECT person_id FROM helper WHERE opportunity_id IN ({ids})"),
    ("fact", "id", "opportunity_id", "SELECT person_id FROM helper WHERE opportunity_id IN ({ids})"),
    ("fact", "id", "opportunity_id", "SELECT person_id FROM opportunity WHERE id IN ({ids}) AND person_id IS NOT NULL"),
    ("fact", "id", "promise_id", "SELECT person_id FROM promise WHERE id IN ({ids})"),
    ("organisation", "id", "id", STAFF),
    ("place_note", "organisation_id", "organisation_id", STAFF),
    ("place_point", "id", "organisation_id", STAFF),
    ("tick", "id", "meeting_id", GUESTS),
    ("reflection", "meeting_id", "meeting_id", GUESTS),
    ("fit", "id", "meeting_id", GUESTS),
)
"""Tables whose rows concern people through another table: table, key, column that leads there, and the way."""

ROOMS = {
    "person": Room.PEOPLE,
    "organisation": Room.PEOPLE,
    "contact_point": Room.PEOPLE,
    "identity_key": Room.PEOPLE,
    "affiliation": Room.PEOPLE,
    "photo": Room.PEOPLE,
    "note": Room.RESEARCH,
    "key_point": Room.RESEARCH,
    "purpose": Room.RESEARCH,
    "message": Room.MESSAGES,
    "message_reader": Room.MESSAGES,
    "meeting": Room.MEETINGS,
    "attendee": Room.MEETINGS,
    "question": Room.MEETINGS,
    "promise": Room.PROMISES,
    "opportunity": Room.PROMISES,
    "helper": Room.PROMISES,
    "fact": Room.REMINDERS,
    "free_time": Room.SCHEDULE,
    "free_day": Room.SCHEDULE,
    "offered_time": Room.SCHEDULE,
    "place_note": Room.RESEARCH,
    "place_point": Room.RESEARCH,
    "letter": Room.WRITING,
    "own_question": Room.WRITING,
    "own_word": Room.WRITING,
    "cleared_words": Room.WRITING,
    "tick": Room.MEETINGS,
    "advice": Room.JOURNEY,
    "reflection": Room.JOURNEY,
    "fit": Room.JOURNEY,
    "compass_mark": Room.JOURNEY,
    "hours": Room.JOURNEY,
    "not_same": Room.PEOPLE,
    "merge_log": Room.PEOPLE,
    "trash": Room.PEOPLE,
}


def values_in(table: str, key: str, column: str, which: str) -> str:
    """SQL for what ``column`` was and is in the rows of a table that some steps (``which``) touched."""
    touched = f"FROM journal j {{join}} WHERE j.table_name = '{table}' AND {which}"
    was = f"SELECT json_extract(j.before, '$.{column}') {touched.format(join='')} AND j.before IS NOT NULL"
    join = f"JOIN {table} t ON t.{key} BETWEEN j.row_id AND j.last_row_id"
    return f"{was} UNION SELECT t.{column} {touched.format(join=join)}"


def people_in_step(connection: sqlite3.Connection, group: int) -> set[PersonId]:
    """Everybody a step is about, as the rows are now. Ask before and after playing it backwards."""
    tables = {
        row[0] for row in connection.execute("SELECT DISTINCT table_name FROM journal WHERE group_id = ?", (group,))
    }
    which = f"j.group_id = {int(group)}"
    people: set[PersonId] = set()
    for select in ways_to_people(which, tables):
        people |= {PersonId(row[0]) for row in connection.execute(select) if row[0] is not None}
    return people


def among_people(connection: sqlite3.Connection, people: Collection[PersonId]) -> frozenset[PersonId]:
    """Which of them are here now and not in the archive."""
    rows = connection.execute(
        "SELECT id FROM person WHERE status <> 'archived' AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(people)),),
    )
    return frozenset(PersonId(row[0]) for row in rows)


def ways_to_people(which: str, tables: set[str]) -> list[str]:
    """One select a table that leads to people."""
    own = [values_in(table, key, column, which) for table, (key, column) in OWN.items() if table in tables]
    shared = [
        way.format(ids=values_in(table, key, column, which)) for table, key, column, way in SHARED if table in tables
    ]
    return own + shared


def rooms_in_step(connection: sqlite3.Connection, group: int) -> frozenset[Room]:
    """Which parts of the data a step changed."""
    tables = connection.execute("SELECT DISTINCT table_name FROM journal WHERE group_id = ?", (group,))
    return frozenset(ROOMS[row[0]] for row in tables) | {Room.REMINDERS}
