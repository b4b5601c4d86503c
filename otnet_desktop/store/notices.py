"""Which notifications were shown, so that none is shown twice, also after a restart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from otnet_desktop.store.database import Database
from otnet_desktop.store.rows import instant, optional_instant, seconds

KEPT = timedelta(days=60)
"""The longest that anything waits to be shown again (a thank-you stays listed 60 days)."""

LAST_SEEN = "last_seen"


class Notices:
    """Remembers (reminder key, planned instant) of what was shown, and when the app last looked."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def mark(self, shown: Iterable[tuple[str, datetime]]) -> None:
        """These were shown."""
        self._db.connection.executemany(
            "INSERT OR IGNORE INTO notice_shown VALUES (?, ?)", [(key, seconds(at)) for key, at in shown]
        )

    def shown(self, since: datetime) -> set[tuple[str, datetime]]:
        """What was shown of everything planned at or after an instant."""
        rows = self._db.sql("SELECT key, at FROM notice_shown WHERE at >= ?", (seconds(since),))
        return {(key, instant(at)) for key, at in rows}

    def last_seen(self) -> datetime | None:
        """Up to when everything planned was shown or summed up; none on the first start."""
        row = self._db.sql("SELECT value FROM preference WHERE key = ?", (LAST_SEEN,)).fetchone()
        return optional_instant(int(row[0]) if row else None)

    def see(self, at: datetime) -> None:
        """Everything planned up to now was shown or summed up."""
        self._db.sql("INSERT OR REPLACE INTO preference VALUES (?, ?)", (LAST_SEEN, str(seconds(at))))

    def forget(self, refs: Sequence[str]) -> None:
        """No key shown may name these people any more (keys are made of refs)."""
        self._db.sql(FORGET, (json.dumps(list(refs), ensure_ascii=False),))

    def prune(self, now: datetime) -> None:
        """Forget what is too old to matter."""
        self._db.sql("DELETE FROM notice_shown WHERE at < ?", (seconds(now - KEPT),))


FORGET = """
DELETE FROM notice_shown WHERE EXISTS (
    SELECT 1 FROM json_each(?) gone WHERE instr(':' || notice_shown.key || ':', ':' || gone.value || ':')
)
"""
