"""The second schema: scheduling, places, letters to several and of one's own, questions, advice, compass and hours."""

from __future__ import annotations

import sqlite3

from otnet_desktop.store.migrations.m0002_advice import move_advice
from otnet_desktop.store.migrations.m0002_readers import READERS
from otnet_desktop.store.migrations.m0002_search import words_again
from otnet_desktop.store.migrations.m0002_tables import CHANGED, JOURNEY, NEW, RESEARCH, SCHEDULING, WRITING
from otnet_desktop.store.migrations.sql import journal_triggers, run_script

TITLE = "the journey"


def upgrade(connection: sqlite3.Connection) -> None:
    """Run this step. The caller holds the transaction."""
    for script in (SCHEDULING, RESEARCH, WRITING, JOURNEY, READERS):
        run_script(connection, script)
    move_advice(connection)
    run_script(connection, words_again())
    for table in CHANGED:
        for change in ("insert", "update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS journal_{table}_{change}")
    for table in (*CHANGED, *NEW):
        run_script(connection, journal_triggers(connection, table))
