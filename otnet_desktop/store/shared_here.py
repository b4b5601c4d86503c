"""Whether what people of another data file share with others is here already, and under which number."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from otnet_desktop.store.journal_playing import Shape
from otnet_desktop.store.references import Reference
from otnet_desktop.store.twins import KNOWN_BY

Values = Mapping[str, Any]


class SharedHere:
    """Finds a row that is the same. Refs tell only where both files go back to one (``is_kin``)."""

    def __init__(self, here: sqlite3.Connection, references: list[Reference], *, is_kin: bool) -> None:
        self._here = here
        self._is_kin = is_kin
        self._optional = {(r.table, r.column) for r in references if not r.goes_with_it}
        self._forgets: dict[str, list[str]] = {}
        for r in references:
            if r.parent == "person" and not r.goes_with_it:
                self._forgets.setdefault(r.table, []).append(r.column)
        self._taken: set[tuple[str, int]] = set()

    def find(self, shape: Shape, values: Values) -> int | None:
        """The number of a row that is the same; ``values`` point to what there is here. None where it is new."""
        table = shape.table
        if table in KNOWN_BY:
            name = KNOWN_BY[table]
            if name == "ref" and not self._is_kin:
                return None
            found = self._here.execute(f"SELECT {shape.key} FROM {table} WHERE {name} = ?", (values[name],)).fetchone()
            return int(found[0]) if found else None
        if table == "message" or table in self._forgets:
            return self._equal(shape, values)
        return None

    def letter_passed_on(self, shape: Shape, values: Values, readers: list[int]) -> int | None:
        """A letter that became another reader's when the first one was deleted."""
        found = (self._equal(shape, {**values, "person_id": reader}) for reader in readers)
        return next((number for number in found if number is not None), None)

    def _equal(self, shape: Shape, values: Values) -> int | None:
        """A row that says exactly the same, whatever it forgot; each is found once."""
        said = [name for name in shape.columns if name != shape.key and (shape.table, name) not in self._optional]
        nobodys = [f"({column} IS NULL OR {column} IS :{column})" for column in self._forgets.get(shape.table, ())]
        equal = " AND ".join([*(f"{name} IS :{name}" for name in said), *nobodys])
        rows = self._here.execute(f"SELECT {shape.key} FROM {shape.table} WHERE {equal} ORDER BY 1", dict(values))
        for (number,) in rows.fetchall():
            if (shape.table, number) not in self._taken:
                self._taken.add((shape.table, number))
                return int(number)
        return None
