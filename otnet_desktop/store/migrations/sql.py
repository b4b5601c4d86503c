"""The two pieces of SQL work that migrations share. Frozen like the migrations themselves."""

from __future__ import annotations

import sqlite3

BLOBS = {("photo", "data")}


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run several statements without ``executescript``, which would commit the caller's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if statement.strip():
        message = f"unfinished statement: {statement.strip()[:80]}"
        raise ValueError(message)


def journal_triggers(connection: sqlite3.Connection, table: str) -> str:
    """SQL that writes each row's earlier state into ``journal`` while the pen is on a group.

    An insert needs only the row's id, for undoing it removes the row and thereby writes down what it was. A row that
    was already written down in this group is not written down again: only its first state matters.
    """
    columns = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
    key = next(str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})") if row[5])
    before = ", ".join(
        f"'{column}', hex(OLD.{column})" if (table, column) in BLOBS else f"'{column}', OLD.{column}"
        for column in columns
    )
    differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
    pen = "(SELECT group_id FROM journal_pen)"
    known = f"EXISTS (SELECT 1 FROM journal WHERE group_id = {pen} AND table_name = '{table}' AND row_id = OLD.{key})"
    write = "INSERT INTO journal (group_id, table_name, row_id, last_row_id, op, before)"
    return f"""
CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} WHEN {pen} IS NOT NULL BEGIN
    {write} VALUES ({pen}, '{table}', NEW.{key}, NEW.{key}, 'insert', NULL);
END;
CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table}
WHEN {pen} IS NOT NULL AND ({differs}) AND NOT {known} BEGIN
    {write} VALUES ({pen}, '{table}', OLD.{key}, OLD.{key}, 'update', json_object({before}));
END;
CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} WHEN {pen} IS NOT NULL BEGIN
    {write} VALUES ({pen}, '{table}', OLD.{key}, OLD.{key}, 'delete', json_object({before}));
END;
"""
