"""Leaves nothing of what was deleted for good in the data file: not in free pages, not in the indexes, not in the log.

SQLite leaves what it deletes where it was until the place is needed. So the indexes are merged into one piece each
(which drops what only marks a deletion), the file is written anew, and the log folded back and emptied. All of it on a
connection of its own, in a worker: whoever saves meanwhile goes first, and it is begun again later.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime

from otnet_desktop.store.database import Database
from otnet_desktop.store.engine import BUSY_SECONDS, connect, errors
from otnet_desktop.store.rows import optional_instant, seconds
from otnet_desktop.store.trouble import said_plainly

PAGES_A_MERGE = 500
NOTHING_TO_MERGE = 2
"""Fewer changes than these are no merge (FTS5's documentation, "The 'merge' command")."""


class Wiping:
    """Owes it until it is done, also after a restart."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def owe(self, at: datetime) -> None:
        """Something was deleted for good at that instant. Inside the same transaction."""
        self._db.sql("UPDATE journal_pen SET wipe_owed = wipe_owed + 1, sealed_at = ?", (seconds(at),))

    def is_owed(self) -> bool:
        """Whether what was deleted for good may still be found in the file."""
        return bool(self._db.sql("SELECT wipe_owed FROM journal_pen").fetchone()[0])

    def sealed_at(self) -> datetime | None:
        """Since when steps can be taken back, where something was deleted for good."""
        return optional_instant(self._db.sql("SELECT sealed_at FROM journal_pen").fetchone()[0])

    def wipe(self) -> bool:
        """Do what is owed; False where somebody saved meanwhile, so that it must be begun again. For a worker.

        Raises NotSaved where the disk is full.
        """
        with (
            said_plainly(),
            closing(connect(self._db.path, self._db.key, timeout=BUSY_SECONDS)) as connection,
            self._db.letting_others_go_first(connection),
        ):
            # One without a name, in the key of the data; in memory it is as large as they are.
            connection.execute("PRAGMA temp_store = FILE")
            connection.execute("PRAGMA synchronous = NORMAL")  # nothing new is written: nobody waits for the disk
            try:
                return wipe(connection)
            except errors(kind="OperationalError") as error:
                if "interrupted" in str(error) or "locked" in str(error):
                    return False
                raise


def wipe(connection: sqlite3.Connection) -> bool:
    """Merge, write anew, empty the log; whether nobody held the log or deleted more meanwhile."""
    (owed,) = connection.execute("SELECT wipe_owed FROM journal_pen").fetchone()
    for index in ("find_people", "find_words"):
        merge_whole(connection, index)
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()  # whoever saves need not wait for this one
    connection.execute("UPDATE journal_pen SET wipe_owed = 0 WHERE wipe_owed = ?", (owed,))
    (is_held, _in_log, _folded) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_held:
        connection.execute("UPDATE journal_pen SET wipe_owed = wipe_owed + 1")
    (left,) = connection.execute("SELECT wipe_owed FROM journal_pen").fetchone()
    return not left


def merge_whole(connection: sqlite3.Connection, index: str) -> None:
    """Bring an index into one piece, in steps of some milliseconds."""
    pages = -PAGES_A_MERGE  # the first says that everything is meant
    while True:
        before = connection.total_changes
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)", (pages,))
        if connection.total_changes - before < NOTHING_TO_MERGE:
            return
        pages = PAGES_A_MERGE
