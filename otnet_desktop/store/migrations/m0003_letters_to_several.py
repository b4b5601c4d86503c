"""The third schema: whom a message goes to besides the first, so that one letter to several is one message."""

from __future__ import annotations

import sqlite3

from otnet_desktop.store.migrations.sql import journal_triggers, run_script

TITLE = "letters to several"

READERS = """
CREATE TABLE message_reader (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (message_id, person_id)
);
CREATE INDEX message_reader_person ON message_reader (person_id);
"""


def upgrade(connection: sqlite3.Connection) -> None:
    """Run this step. The caller holds the transaction."""
    run_script(connection, READERS)
    run_script(connection, journal_triggers(connection, "message_reader"))
