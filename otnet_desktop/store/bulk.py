"""Adds many rows at once: the journal gets one line a table, and the search index one statement.

Row by row the triggers would write each text into the index by itself (FTS5 empties its memory at every statement that
could be taken back), which makes an import twice as slow.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from otnet_desktop.store import journal_steps, search_index

SLEEPING = """
SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'journal_' || tbl_name || '_insert'
AND tbl_name IN (SELECT value FROM json_each(?))
"""
"""What would journal each new row by itself: it only looks where the pen is, finds it away, and writes nothing."""


@contextmanager
def in_bulk(connection: sqlite3.Connection, tables: Sequence[str], *, many: bool = False) -> Iterator[None]:
    """Rows added to these tables, always behind the last, are written down and indexed as one range a table.

    Inside a transaction, which must end where this fails. (A savepoint of its own would keep every page it changed in
    a list that SQLite walks at each statement: ten times as slow with a hundred thousand people.) Undoing goes through
    the tables backwards, so name first what others point to.

    ``many`` rows are worth taking the triggers away that sleep meanwhile: each looks at every row, a fifth of the time.
    (Other connections then read the schema anew, a few milliseconds; so somebody added alone does without.)
    """
    (group,) = connection.execute("SELECT group_id FROM journal_pen").fetchone()
    before = [last_row(connection, table) for table in tables]
    connection.execute("UPDATE journal_pen SET group_id = NULL, index_later = 1")
    sleeping = connection.execute(SLEEPING, (json.dumps(tables),)).fetchall() if many else []
    for name, _made in sleeping:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _name, made in sleeping:
        connection.execute(made)
    connection.execute("UPDATE journal_pen SET group_id = ?, index_later = 0", (group,))
    for table, last in zip(tables, before, strict=True):
        now_last = last_row(connection, table)
        if now_last > last:
            search_index.add(connection, table, last + 1, now_last)
            if group is not None:
                journal_steps.write_added(connection, group, table, last + 1, now_last)


def last_row(connection: sqlite3.Connection, table: str) -> int:
    """The highest row id of a table."""
    (last,) = connection.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()
    return int(last)
