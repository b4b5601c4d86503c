"""The third schema: a trash, where each change came from, and whatever keeps people whole and single."""

from __future__ import annotations

import sqlite3

from otnet_desktop.store.migrations.m0003_one_person import ONE_PERSON, ONE_PERSON_TABLES
from otnet_desktop.store.migrations.m0003_trash import NEW, TRASH
from otnet_desktop.store.migrations.sql import journal_triggers, run_script

TITLE = "nobody lost"


def upgrade(connection: sqlite3.Connection) -> None:
    """Run this step. The caller holds the transaction."""
    run_script(connection, TRASH)
    run_script(connection, ONE_PERSON)
    for table in (*NEW, *ONE_PERSON_TABLES):
        run_script(connection, journal_triggers(connection, table))
