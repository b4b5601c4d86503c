"""The numbers of here for rows of another data file, and what rows point to by them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from otnet_desktop.store.belongings import Row
from otnet_desktop.store.journal_playing import Shape
from otnet_desktop.store.references import Reference

Values = dict[str, Any]


class NewNumbers:
    """``people`` leads from everybody known of the other file to their ids here."""

    def __init__(self, references: Sequence[Reference], people: Mapping[int, int]) -> None:
        self._references: dict[str, list[Reference]] = {}
        for reference in references:
            self._references.setdefault(reference.table, []).append(reference)
        self._now: dict[str, dict[int, int]] = {"person": dict(people)}
        self._next: dict[str, int] = {}

    def begin_after(self, last: Mapping[str, int]) -> None:
        """New rows of these tables are numbered behind these."""
        self._next = {table: number + 1 for table, number in last.items()}

    def of(self, table: str, was: int) -> int | None:
        """The number of a row here; none where it is not here (yet)."""
        return self._now.get(table, {}).get(was)

    def known(self, table: str) -> Mapping[int, int]:
        """All rows of a table that are here."""
        return self._now.get(table, {})

    def remember(self, table: str, was: int, now: int) -> None:
        """That row is this one here."""
        self._now.setdefault(table, {})[was] = now

    def give(self, shape: Shape, was: int, values: Values) -> None:
        """Number a new row: by what it is about where that is its key, else behind the last one."""
        known = self.of(shape.table, was)
        if known is None and any(r.column == shape.key for r in self._references.get(shape.table, ())):
            known = values[shape.key]
        if known is None:
            known = self._next[shape.table]
            self._next[shape.table] += 1
        self.remember(shape.table, was, known)
        values[shape.key] = known

    def pointing(self, shape: Shape, row: Row) -> tuple[Values, bool]:
        """A row as it points by the numbers of here, and whether all that it cannot be without is here."""
        values, is_whole = told(shape, row), True
        for r in self._references.get(shape.table, ()):
            if values[r.column] is not None:
                values[r.column] = self.of(r.parent, values[r.column])
                is_whole &= values[r.column] is not None or not r.goes_with_it
        return values, is_whole

    def forgotten_people(self, table: str) -> list[str]:
        """The columns in which a row of a table may forget somebody."""
        return [r.column for r in self._references.get(table, ()) if r.parent == "person" and not r.goes_with_it]

    def people_inside(self, table: str, values: Values) -> Values:
        """A row whose texts hold ids of people (who was absent, who was merged) with those of here."""
        if table == "fact" and values["type"] == "outcome":
            data = json.loads(values["data"])
            data["absent"] = [now for was in data["absent"] if (now := self.of("person", was)) is not None]
            return values | {"data": packed_again(data)}
        if table == "merge_log":
            kept = json.loads(values["kept"]) | {"id": values["person_id"]}
            return values | {"kept": json.dumps(kept), "gone": json.dumps(json.loads(values["gone"]) | {"id": NOBODY})}
        return values


NOBODY = 0
"""The id of somebody who never was by themselves here."""


def packed_again(data: Values) -> str:
    """The data of a fact as they are kept."""
    return json.dumps(data, separators=(",", ":"))


def told(shape: Shape, row: Row) -> Values:
    """A row by its columns; in front of them stands which part it is."""
    return dict(zip(shape.columns, row[1:], strict=True))
