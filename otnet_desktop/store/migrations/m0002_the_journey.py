"""The second schema: scheduling, places, own letters and questions, advice, reflections, compass and hours."""

from __future__ import annotations

import sqlite3

from otnet_desktop.store.migrations.m0002_search import words_again
from otnet_desktop.store.migrations.m0002_tables import CHANGED, JOURNEY, NEW, RESEARCH, SCHEDULING, WRITING
from otnet_desktop.store.migrations.sql import journal_triggers, run_script

TITLE = "the journey"


def upgrade(connection: sqlite3.Connection) -> None:
    """Run this step. The caller holds the transaction."""
    for script in (SCHEDULING, RESEARCH, WRITING, JOURNEY, words_again()):
        run_script(connection, script)
    for table in CHANGED:
        for change in ("insert", "update", "delete"):
            connection.execute(f"DROP TRIGGER journal_{table}_{change}")
    for table in (*CHANGED, *NEW):
        run_script(connection, journal_triggers(connection, table))
