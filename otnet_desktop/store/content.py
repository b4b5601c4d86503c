"""The content of the data as one number: equal before a step and after undoing it, before and after a migration."""

from __future__ import annotations

import hashlib

from otnet_desktop.store.database import Database
from otnet_desktop.store.tables import JOURNALED


def content_hash(database: Database) -> str:
    """The SHA-256 of every row of every journaled table; derived tables and settings do not count."""
    digest = hashlib.sha256()
    for table in JOURNALED:
        digest.update(table.encode())
        for row in database.sql(f"SELECT * FROM {table} ORDER BY rowid"):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
