"""Whether a row from the trash is still there, or there again, and under which number."""

from __future__ import annotations

import json
import sqlite3
from itertools import count
from typing import Any

from otnet_desktop.domain.keys import rekeyed
from otnet_desktop.store.journal_playing import Shape
from otnet_desktop.store.trash_ways import Part

Values = dict[str, Any]

KNOWN_BY = {"organisation": "name", "meeting": "ref", "opportunity": "ref", "promise": "ref"}
"""What tells one row from all others, whatever its number. (The refs of places are given again, not their names.)"""

POINTERS = ("person_id", "meeting_id", "gate_person_id")
"""What may have been forgotten of a row that is the same."""


def twin_of(connection: sqlite3.Connection, shape: Shape, row: int, part: Part, values: Values) -> int | None:
    """The number of the row that is the same by now; none where it is gone, or was the person's alone."""
    table = shape.table
    if part is Part.OWN and table != "message":
        return None
    if table in KNOWN_BY:
        name = KNOWN_BY[table]
        found = connection.execute(f"SELECT {shape.key} FROM {table} WHERE {name} = ?", (values[name],)).fetchone()
    elif part is Part.SHARED and table != "message":
        return None  # it goes with what is shared
    else:
        found = same_letter(connection, shape, row, values)
    return int(found[0]) if found else None


def same_letter(connection: sqlite3.Connection, shape: Shape, row: int, values: Values) -> tuple[int] | None:
    """A letter, or an entry of hours or the like, that says exactly the same."""
    said = {name: value for name, value in values.items() if name not in {*POINTERS, shape.key}}
    equal = " AND ".join(f"{name} IS :{name}" for name in said)
    select = f"SELECT {shape.key} FROM {shape.table} WHERE {shape.key} = :row AND {equal}"
    found: tuple[int] | None = connection.execute(select, said | {"row": row}).fetchone()
    return found


def free_ref(connection: sqlite3.Connection, table: str, ref: str) -> str:
    """The ref, or the next like it, if somebody else was given it meanwhile."""
    taken = f"SELECT 1 FROM {table} WHERE ref = ?"
    refs = (ref if number == 1 else f"{ref}-{number}" for number in count(1))
    return next(free for free in refs if not connection.execute(taken, (free,)).fetchone())


def with_ref(table: str, values: Values, was: str, now: str) -> Values:
    """The same row, where it names somebody whose ref is another now."""
    if table == "person":
        return values | {"met_via": now} if values["met_via"] == was else values
    if table == "message":
        return values | {"reminder_key": rekeyed(values["reminder_key"], was, now)}
    if table == "fact":
        data = json.loads(values["data"])
        return (
            values | {"data": json.dumps(data | {"key": rekeyed(data["key"], was, now)})} if "key" in data else values
        )
    return values
