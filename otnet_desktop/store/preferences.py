"""Settings on disk: JSON values by key, outside the journal."""

from __future__ import annotations

import json
from typing import Any

from otnet_desktop.store.database import Database


class PreferenceRows:
    """Reads and keeps settings."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """The value kept under a key, or ``default``."""
        row = self._db.sql("SELECT value FROM preference WHERE key = ?", (key,)).fetchone()
        return default if row is None else json.loads(row[0])

    def set(self, key: str, value: Any) -> None:  # noqa: ANN401
        """Keep a value (anything JSON can hold; days and the like as their text)."""
        self._db.sql(
            "INSERT INTO preference VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, json.dumps(value, ensure_ascii=False, default=str)),
        )

    def forget(self, key: str) -> None:
        """Go back to the default."""
        self._db.sql("DELETE FROM preference WHERE key = ?", (key,))
