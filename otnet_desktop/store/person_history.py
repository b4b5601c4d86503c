"""Reads out of the journal what changed about one person: each step, and the rows of theirs before and after it.

The journal holds only what rows were. What a row became is what it was before the next step that touched it, or what it
is now.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from otnet_desktop.domain.history import Change, Deed, Detail, source_of
from otnet_desktop.domain.originals import read
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.telling_changes import details
from otnet_desktop.store.database import Database
from otnet_desktop.store.journal_touch import OWN
from otnet_desktop.store.rows import instant

Row = dict[str, Any]


class Touched(NamedTuple):
    """A row of somebody's that a step touched: what it was before the step and after it."""

    step: int
    table: str
    before: Row | None
    after: Row | None


ENTRIES = """
SELECT group_id, row_id, last_row_id, op, before FROM journal
WHERE table_name = :table AND (row_id IN (SELECT value FROM json_each(:rows)) OR last_row_id > row_id) ORDER BY id
"""
STEPS = """
WITH RECURSIVE told (id) AS (
    SELECT value FROM json_each(?) UNION SELECT g.id FROM journal_group g JOIN told ON g.undoes = told.id
)
SELECT step.id, step.at, step.title, step.source,
    CASE WHEN step.undoes IS NULL THEN 'done' WHEN undone.undoes IS NULL THEN 'undo' ELSE 'redo' END,
    step.undone_by IS NOT NULL
FROM journal_group step LEFT JOIN journal_group undone ON undone.id = step.undoes
WHERE step.id IN (SELECT id FROM told) ORDER BY step.id DESC
"""
"""Steps, and when each was taken back and done again: doing it again is written down as undoing the undo."""

MET = "SELECT meeting_id FROM attendee WHERE person_id = ?"


def changes_of(database: Database, person: PersonId) -> list[Change]:
    """What changed about somebody, newest first, as far back as steps are kept. Reads the whole journal."""
    touched: dict[int, list[Touched]] = {}
    for found in (*own_rows(database, person), *meetings(database, person)):
        touched.setdefault(found.step, []).append(found)
    rows = database.sql(STEPS, (json.dumps(list(touched)),)).fetchall()
    return [
        Change(
            number,
            instant(at),
            title,
            source_of(source),
            told(database, touched.get(number, [])),
            Deed(deed),
            bool(gone),
        )
        for number, at, title, source, deed, gone in rows
    ]


def own_rows(database: Database, person: PersonId) -> Iterator[Touched]:
    """Every row that is or was theirs, by the step that touched it."""
    for table, (key, column) in OWN.items():
        now = {row[key]: row for row in database.select(f"SELECT * FROM {table} WHERE {column} = ?", (person,))}
        once = f"SELECT row_id FROM journal WHERE table_name = ? AND json_extract(before, '$.{column}') = ?"
        rows = {*now, *(row[0] for row in database.sql(once, (table, person)))}
        for found in touched_rows(database, table, rows, now):
            before, after = (theirs(state, column, person) for state in (found.before, found.after))
            if before is not None or after is not None:
                yield found._replace(before=before, after=after)


def theirs(state: Row | None, column: str, person: PersonId) -> Row | None:
    """A state of a row while it was theirs: before and after, its number may be another's."""
    return state if state is not None and state[column] == person else None


def meetings(database: Database, person: PersonId) -> Iterator[Touched]:
    """The meetings they take part in; that they do is an own row."""
    now = {row["id"]: row for row in database.select(f"SELECT * FROM meeting WHERE id IN ({MET})", (person,))}
    return (t for t in touched_rows(database, "meeting", set(now), now) if t.before is not None)


def touched_rows(database: Database, table: str, rows: set[int], now: dict[int, Row]) -> Iterator[Touched]:
    """These rows, step by step."""
    entries = database.sql(ENTRIES, {"table": table, "rows": json.dumps(sorted(rows))}).fetchall()
    for row in rows:
        mine = [(group, op, json.loads(before) if before else None) for group, op, before in of_row(entries, row)]
        yield from steps_of(table, mine, now.get(row))


def of_row(entries: list[tuple[Any, ...]], row: int) -> Iterator[tuple[int, str, str | None]]:
    """What the journal says of one row, in order."""
    return ((group, op, before) for group, first, last, op, before in entries if first <= row <= last)


def steps_of(table: str, entries: list[tuple[int, str, Row | None]], now: Row | None) -> Iterator[Touched]:
    """A row's states, from one step to the next."""
    for step, several in groupby(enumerate(entries), key=step_number):
        mine = list(several)
        (_first, (_step, op, before)), (last, (_same, last_op, _before)) = mine[0], mine[-1]
        following = entries[last + 1][2] if last + 1 < len(entries) else now
        yield Touched(step, table, None if op == "insert" else before, None if last_op == "delete" else following)


def step_number(numbered: tuple[int, tuple[int, str, Row | None]]) -> int:
    """The step of an entry."""
    return numbered[1][0]


def told(database: Database, touched: list[Touched]) -> tuple[Detail, ...]:
    """All of a step about one person, table by table."""
    found: list[Detail] = []
    for table in dict.fromkeys(t.table for t in touched):
        mine = [t for t in touched if t.table == table]
        before = [named(database, table, t.before) for t in mine if t.before is not None]
        after = [named(database, table, t.after) for t in mine if t.after is not None]
        found += details(table, before, after)
    return tuple(found)


def named(database: Database, table: str, row: Row) -> Row:
    """A row with the names of what it points to, where a reader would ask for them."""
    if table == "merge_log":
        return row | {"name": read(row["gone"]).profile.full_name}
    for column, name, select in POINTS:
        if (table, column) in TOLD_BY_NAME:
            found = database.sql(select, (row[column],)).fetchone()
            row = row | {name: found[0] if found else ""}
    return row


POINTS = (
    ("organisation_id", "place", "SELECT name FROM organisation WHERE id = ?"),
    ("meeting_id", "meeting", "SELECT title FROM meeting WHERE id = ?"),
)
TOLD_BY_NAME = {("affiliation", "organisation_id"), ("attendee", "meeting_id")}
