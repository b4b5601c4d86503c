"""Whether tables, indexes and triggers are those of the schema; what can be made again is, without touching a row.

Compared with a new file of the same schema, made in memory by the same migrations.
"""

from __future__ import annotations

from contextlib import closing
from functools import cache
from pathlib import Path
from typing import NamedTuple

from otnet_desktop.store.database import Database
from otnet_desktop.store.engine import connect
from otnet_desktop.store.migrations import runner

EVERYTHING = "SELECT name, type, sql, tbl_name FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
VIRTUAL = "CREATE VIRTUAL TABLE"
MADE_AGAIN = ("index", "trigger")


class Part(NamedTuple):
    """A table, an index or a trigger, and the SQL that makes it."""

    kind: str
    sql: str
    table: str


class Shape:
    """Of one open data file."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def findings(self) -> list[str]:
        """What is missing, different or not ours."""
        wanted, there = wanted_parts(), self._parts()
        missing = (name for name in sorted(wanted.keys() - there.keys()) if not is_told_elsewhere(name, wanted[name]))
        both = (name for name in sorted(wanted.keys() & there.keys()) if wanted[name].kind in MADE_AGAIN)
        more = (name for name in sorted(there.keys() - wanted.keys()) if there[name].kind in MADE_AGAIN)
        return [
            *(f"The {wanted[name].kind} {name} is missing." for name in missing),
            *(
                f"The {wanted[name].kind} {name} is not as it should be."
                for name in both
                if wanted[name] != there[name]
            ),
            *(f"The {there[name].kind} {name} does not belong there." for name in more),
        ]

    def lacks_tables(self) -> bool:
        """Then nothing else can be looked at."""
        wanted = wanted_parts()
        return any(wanted[name].kind == "table" for name in wanted.keys() - self._parts().keys())

    def repair(self) -> None:
        """Make every index and trigger again that is missing or another, and search tables that are missing."""
        wanted, there = wanted_parts(), self._parts()
        lost = {name for name, part in wanted.items() if name not in there and not part.sql.startswith(VIRTUAL)}
        with self._db.transaction():
            for name, part in wanted.items():
                if name not in there and part.sql.startswith(VIRTUAL):
                    self._db.sql(part.sql)
            for name, part in there.items():
                if part.kind in MADE_AGAIN and wanted.get(name) != part:
                    self._db.sql(f'DROP {part.kind} IF EXISTS "{name.replace(chr(34), chr(34) * 2)}"')
            for name, part in wanted.items():
                if part.kind in MADE_AGAIN and there.get(name) != part and part.table not in lost:
                    self._db.sql(part.sql)

    def _parts(self) -> dict[str, Part]:
        return parts_in(self._db.sql(EVERYTHING).fetchall())


def parts_in(rows: list[tuple[str, str, str, str]]) -> dict[str, Part]:
    """The parts by name, without the tables a search table keeps its own things in."""
    searched = [f"{name}_" for name, _kind, sql, _table in rows if sql.startswith(VIRTUAL)]
    return {
        name: Part(kind, sql, table) for name, kind, sql, table in rows if not name.startswith(tuple(searched) or "\0")
    }


def is_told_elsewhere(name: str, part: Part) -> bool:
    """``Check.in_journal`` tells what it means when these are missing."""
    return part.kind == "trigger" and name.startswith("journal_")


@cache
def wanted_parts() -> dict[str, Part]:
    """Every part of a file of the newest schema."""
    with closing(connect(Path(":memory:"))) as connection:
        runner.upgrade(connection)
        return parts_in(connection.execute(EVERYTHING).fetchall())
