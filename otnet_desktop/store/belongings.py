"""Which rows of another data file belong to some of its people: found by the references between the tables.

*Own* rows are theirs alone. *Shared* ones are what those point to (a meeting, a letter to several, a place) and what
would only forget the people; each is looked for here first, and where it is not here it comes with whatever goes with
it, as far as everybody whom that concerns is known.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from otnet_desktop.store.journal_playing import Shape, shape_of
from otnet_desktop.store.references import parents_first, references
from otnet_desktop.store.trash_ways import HAVE, Part, own_ways

Row = tuple[object, ...]

TABLES = (
    "coming_person (person_id INTEGER PRIMARY KEY)",
    "known_person (person_id INTEGER PRIMARY KEY)",
    "fresh (table_name TEXT, row_id INTEGER, PRIMARY KEY (table_name, row_id))",
    "coming (table_name TEXT, row_id INTEGER, part TEXT, is_new INTEGER DEFAULT 1, PRIMARY KEY (table_name, row_id))",
)
"""Kept beside the other file, which is only read."""

IS_FRESH = "EXISTS (SELECT 1 FROM temp.fresh f WHERE (f.table_name, f.row_id) = (c.table_name, c.row_id))"
PAGE = 500


class Belongings:
    """The rows that come with ``people``, where ``known`` are others of that file who are here as well."""

    def __init__(self, other: sqlite3.Connection, people: Iterable[int], known: Iterable[int]) -> None:
        self.references = references(other)
        self._other = other
        self._shapes: dict[str, Shape] = {}
        for table in TABLES:
            other.execute(f"DROP TABLE IF EXISTS temp.{table.partition(' ')[0]}")
            other.execute(f"CREATE TEMP TABLE {table}")
        other.executemany("INSERT INTO temp.coming_person VALUES (?)", ((person,) for person in people))
        other.executemany("INSERT OR IGNORE INTO temp.known_person VALUES (?)", ((person,) for person in known))
        other.execute("INSERT OR IGNORE INTO temp.known_person SELECT person_id FROM temp.coming_person")
        for way in own_ways(self.references):
            joins = way.joins.replace("JOIN", "CROSS JOIN")  # in this order: those who come are few
            self._add(way.table, Part.OWN, f"FROM temp.coming_person h {joins} WHERE {self._is_whole(way.table)}")
        for r in self.references:
            if r.parent == "person" and not r.goes_with_it:
                forgets = f"FROM {r.table} t WHERE t.{r.column} IN (SELECT person_id FROM temp.coming_person)"
                self._add(r.table, Part.SHARED, forgets)
        self._find_pointed_to()
        other.execute("UPDATE temp.coming SET is_new = 0 WHERE part = 'own'")

    def unseen(self) -> Iterator[tuple[Shape, list[Row]]]:
        """Shared rows nobody asked about yet, some at a time: whether they are here decides what else comes."""
        for table in self.tables():
            yield from self._read(table, "c.is_new")
            self._other.execute("UPDATE temp.coming SET is_new = 0 WHERE table_name = ?", (table,))

    def find_more(self, fresh: Iterable[tuple[str, int]]) -> None:
        """These shared rows are not here: what goes with them and what they point to comes as well."""
        self._other.execute("DELETE FROM temp.fresh")
        self._other.executemany("INSERT INTO temp.fresh VALUES (?, ?)", fresh)
        for r in self.references:
            if r.goes_with_it and r.parent != "person":
                joins = f"CROSS JOIN {r.table} t ON t.{r.column} = f.row_id"
                which = f"f.table_name = '{r.parent}' AND {self._is_whole(r.table)}"
                self._add(r.table, Part.SHARED, f"FROM temp.fresh f {joins} WHERE {which}")
        self._find_pointed_to()

    def tables(self) -> list[str]:
        """Tables from which rows come, each before those that point to it."""
        return parents_first({row[0] for row in self._other.execute("SELECT DISTINCT table_name FROM temp.coming")})

    def rows(self, table: str) -> Iterator[tuple[Shape, list[Row]]]:
        """What comes from a table, some rows at a time; before the columns stands which part it is."""
        return self._read(table, "TRUE")

    def _find_pointed_to(self) -> None:
        """What is another person's comes only where nothing could be without it."""
        for r in self.references:
            if r.parent != "person" and (r.goes_with_it or r.parent not in HAVE):
                joins = f"CROSS JOIN {r.table} o ON o.{self._shape(r.table).key} = c.row_id"
                which = f"c.table_name = '{r.table}' AND (c.is_new OR {IS_FRESH}) AND o.{r.column} = t.id"
                self._add(r.parent, Part.SHARED, f"FROM temp.coming c {joins} CROSS JOIN {r.parent} t WHERE {which}")

    def _add(self, table: str, part: Part, rest: str) -> None:
        """Rows ``t`` of a table come; what is own already stays so."""
        self._other.execute(
            "INSERT OR IGNORE INTO temp.coming (table_name, row_id, part) "
            f"SELECT '{table}', t.{self._shape(table).key}, '{part}' {rest}"
        )

    def _is_whole(self, table: str) -> str:
        """SQL: everybody without whom a row cannot be is known."""
        columns = [r.column for r in self.references if (r.table, r.parent) == (table, "person") and r.goes_with_it]
        known = "IN (SELECT person_id FROM temp.known_person)"
        return " AND ".join(["TRUE", *(f"(+t.{column} IS NULL OR t.{column} {known})" for column in columns)])

    def _read(self, table: str, which: str) -> Iterator[tuple[Shape, list[Row]]]:
        shape = self._shape(table)
        columns = ", ".join(f"t.{name}" for name in shape.columns)
        cursor = self._other.execute(
            f"SELECT c.part, {columns} FROM temp.coming c CROSS JOIN {table} t ON t.{shape.key} = c.row_id "
            f"WHERE c.table_name = ? AND {which} ORDER BY c.row_id",
            (table,),
        )
        while rows := cursor.fetchmany(PAGE):
            yield shape, rows

    def _shape(self, table: str) -> Shape:
        return self._shapes.setdefault(table, shape_of(self._other, table))
