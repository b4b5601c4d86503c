"""Rows written in bulk, as the store would write them one by one."""

from __future__ import annotations

import json
from collections.abc import Sequence

from otnet_desktop.domain.facts import Fact
from otnet_desktop.store.fact_rows import pack
from otnet_desktop.store.rows import seconds
from otnet_desktop.store.store import Store


def fact_row(fact: Fact, person: int | None = None, meeting: int | None = None) -> tuple[object, ...]:
    """A row of ``fact``: at, type, person, meeting, data."""
    kind, data = pack(fact, {})
    return seconds(fact.at), kind, person, meeting, json.dumps(data, separators=(",", ":"))


def insert(store: Store, into: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows into ``table (columns)``."""
    marks = ", ".join("?" * (into.count(",") + 1))
    store.database.connection.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)
