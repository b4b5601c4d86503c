"""Damage as a worn disk does it, planted where a test wants it."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from otnet_desktop.store.engine import connect
from otnet_desktop.store.keys import Key


def spoil_table(data: Path, key: Key | None = None, table: str = "journal") -> None:
    """Write nonsense over the page a table begins with; nobody may have the data open."""
    with closing(connect(data, key)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        size = int(connection.execute("PRAGMA page_size").fetchone()[0])
    with data.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(os.urandom(size))
