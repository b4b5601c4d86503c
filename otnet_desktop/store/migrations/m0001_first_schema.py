"""The first schema: people, what is known about them, what happened, and what can be derived and found.

Instants are INTEGER seconds since 1970 in UTC, days are TEXT ``YYYY-MM-DD``, lists are JSON arrays in TEXT.
Tables of *facts and content* are journaled; ``outlook``, ``reminder`` and the search tables are derived from them.
"""

from __future__ import annotations

import sqlite3

from otnet_desktop.store.migrations.m0001_content import CONTENT
from otnet_desktop.store.migrations.m0001_derived import OUTSIDE_THE_JOURNAL
from otnet_desktop.store.migrations.m0001_search import SEARCH, word_triggers
from otnet_desktop.store.migrations.sql import journal_triggers, run_script

JOURNALED = (
    "organisation",
    "person",
    "contact_point",
    "identity_key",
    "affiliation",
    "photo",
    "note",
    "key_point",
    "purpose",
    "message",
    "meeting",
    "attendee",
    "question",
    "promise",
    "opportunity",
    "helper",
    "fact",
)


TITLE = "first schema"


def upgrade(connection: sqlite3.Connection) -> None:
    """Run this step. The caller holds the transaction."""
    for script in (CONTENT, OUTSIDE_THE_JOURNAL, SEARCH, word_triggers()):
        run_script(connection, script)
    for table in JOURNALED:
        run_script(connection, journal_triggers(connection, table))
