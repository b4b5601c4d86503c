"""Refs of another data file that are taken here, and whatever names somebody by such a ref."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

from otnet_desktop.store.journal_playing import Shape
from otnet_desktop.store.twins import with_ref

Values = dict[str, Any]
REFS = "SELECT id, ref FROM person"


class NewRefs:
    """A ref stays what it was, unless somebody here has it, or its bearer is here under another."""

    def __init__(
        self, here: sqlite3.Connection, other: sqlite3.Connection, coming: Iterable[int], known: Mapping[int, int]
    ) -> None:
        self._here = here
        self._other = other
        there, here_now = dict(other.execute(REFS)), dict(here.execute(REFS))
        now = {there[was]: here_now[person] for was, person in known.items()}
        now |= {there[was]: self._free("person", there[was]) for was in coming}
        self._people = {was: ref for was, ref in now.items() if was != ref}

    def given(self, shape: Shape, values: Values) -> Values:
        """A new row with a ref of its own, naming others by those they have here."""
        if shape.table == "person":
            values = values | {"ref": self._people.get(values["ref"], values["ref"])}
        elif "ref" in values:
            values = values | {"ref": self._free(shape.table, values["ref"])}
        if names_somebody(shape.table, values):
            for was, now in self._people.items():
                values = with_ref(shape.table, values, was, now)
        return values

    def _free(self, table: str, ref: str) -> str:
        """The ref, or the next like it that there is in neither file."""
        taken = f"SELECT 1 FROM {table} WHERE ref = ?"
        if self._here.execute(taken, (ref,)).fetchone() is None:
            return ref
        both = (self._here, self._other)
        others = (f"{ref}-{number}" for number in count(2))
        return next(free for free in others if all(file.execute(taken, (free,)).fetchone() is None for file in both))


def names_somebody(table: str, values: Values) -> bool:
    """Whether a row may name people by their refs."""
    if table == "fact":
        return '"key"' in values["data"]
    return bool(values.get("met_via") or values.get("reminder_key"))
