"""Writes a data file anew in another key: from plain to protected, from one passphrase to another, and back.

The copy is one only after it was opened by itself, checked, and every row of every table, of the indexes as well, was
found to be what it is in the original.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from otnet_desktop.store.backup_files import open_alone, trouble_inside
from otnet_desktop.store.engine import connect_across
from otnet_desktop.store.keys import Key
from otnet_desktop.store.private_files import flush, write_private

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
NUMBERS = ("application_id", "user_version")


def rewrite(source: Path, key: Key | None, target: Path, new_key: Key | None) -> None:
    """Write the content of one file to another, private one, in another key; at the end it is on the disk.

    A plain source nobody here may have open (``engine``). Raises OSError or one of ``errors()``; what there is of the
    target by then is the caller's to remove.
    """
    write_private(target, b"")
    before = export(source, key, target, new_key)
    with closing(open_alone(target, new_key)) as anew:
        trouble = trouble_inside(anew)
        if trouble or content_of(anew) != before:
            raise sqlite3.DatabaseError(trouble or "the copy does not hold everything")
    flush(target)


def export(source: Path, key: Key | None, target: Path, new_key: Key | None) -> str:
    """Write it, and tell what it was, as a hash."""
    with closing(connect_across(source, key)) as connection:
        connection.execute("ATTACH ? AS anew KEY ?", (str(target), new_key.spelled if new_key else ""))
        connection.execute("PRAGMA anew.journal_mode = OFF")
        connection.execute("PRAGMA anew.synchronous = OFF")
        connection.execute("BEGIN")
        connection.execute("SELECT sqlcipher_export('anew')").fetchall()
        for name in NUMBERS:
            (number,) = connection.execute(f"PRAGMA main.{name}").fetchone()
            connection.execute(f"PRAGMA anew.{name} = {number}")
        content = content_of(connection)
        connection.execute("COMMIT")
        return content


def content_of(connection: sqlite3.Connection) -> str:
    """The SHA-256 of the schema and of every row of every table, those behind the search indexes as well."""
    digest = hashlib.sha256(repr(connection.execute(SCHEMA).fetchall()).encode("utf-8", "surrogatepass"))
    for (table,) in connection.execute(TABLES).fetchall():
        digest.update(table.encode())
        for row in connection.execute(f"SELECT * FROM {table}"):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    for name in NUMBERS:
        digest.update(repr(connection.execute(f"PRAGMA main.{name}").fetchone()).encode())
    return digest.hexdigest()
