"""The content of a data file told without numbers: rows by the refs of what they are about."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter

from otnet_desktop.store.journal_playing import shape_of
from otnet_desktop.store.journaled import JOURNALED
from otnet_desktop.store.references import references

NAMES = {
    "person": "ref",
    "organisation": "name",
    "meeting": "ref",
    "promise": "ref",
    "opportunity": "ref",
    "message": "direction || subject || body || saved_at",
}
NOBODYS = ("free_time", "free_day", "letter", "own_question", "own_word", "cleared_words", "compass_mark", "trash")
"""Tables of nobody's rows."""


def content_by_refs(connection: sqlite3.Connection) -> dict[str, Counter[str]]:
    """Every row of every table that is about people, as text without ids."""
    told: dict[str, Counter[str]] = {}
    names = {
        table: dict(connection.execute(f"SELECT id, {name} FROM {table}").fetchall()) for table, name in NAMES.items()
    }
    for table in (table for table in JOURNALED if table not in NOBODYS):
        shape = shape_of(connection, table)
        points = {r.column: r.parent for r in references(connection) if r.table == table}
        told[table] = Counter()
        for row in connection.execute(f"SELECT {', '.join(shape.columns)} FROM {table}"):
            values = dict(zip(shape.columns, row, strict=True))
            for column, parent in points.items():
                if values[column] is not None:
                    values[column] = names[parent][values[column]]
            if shape.key not in points:
                del values[shape.key]
            if table == "organisation":
                del values["ref"]
            if table == "fact" and values["type"] == "outcome":
                data = json.loads(values["data"])
                values["data"] = data | {
                    "absent": sorted(names["person"][p] for p in data["absent"] if p in names["person"])
                }
            if table == "merge_log":
                values["kept"] = json.loads(values["kept"]) | {"id": 0}
                values["gone"] = json.loads(values["gone"]) | {"id": 0}
            told[table][repr(values)] += 1
    return told
