"""The places people work at, one row for each name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database

NAMED = "SELECT name, id FROM organisation WHERE name IN (SELECT value FROM json_each(?))"

NAMED_LIKE = r"""
SELECT name FROM organisation WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE name LIKE value ESCAPE '\')
ORDER BY name LIMIT ?
"""


def literal(text: str) -> str:
    """A text as ``LIKE`` finds it and nothing else."""
    return re.sub(r"([\\%_])", r"\\\1", text)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A place: ``kind`` and ``setting`` are codes of the vocabulary, ``zone`` an IANA name."""

    name: str
    ref: str = ""
    kind: str = ""
    setting: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    zone: str = ""
    website: str = ""


class Organisations:
    """Finds and adds organisations."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, organisation: Organisation) -> int:
        """Add a place, or complete the one of the same name."""
        fields = {name: getattr(organisation, name) for name in organisation.__slots__}
        known = self.ids_of([organisation.name]).get(organisation.name)
        if known is not None:
            self._db.run(t.Organisation.update(**fields).where(t.Organisation.id == known))
            return known
        return int(self._db.run(t.Organisation.insert(**fields)))

    def ensure(self, names: Iterable[str]) -> dict[str, int]:
        """The ids of all these names; missing ones are added."""
        wanted = list(dict.fromkeys(name for name in names if name))
        found = self.ids_of(wanted)
        missing = [name for name in wanted if name not in found]
        if missing:
            first = int(self._db.sql("SELECT coalesce(max(id), 0) + 1 FROM organisation").fetchone()[0])
            rows = [(first + n, f"org{first + n}", name) for n, name in enumerate(missing)]
            self._db.connection.executemany("INSERT INTO organisation (id, ref, name) VALUES (?, ?, ?)", rows)
            found |= {name: number for number, _ref, name in rows}
        return found

    def ids_of(self, names: Sequence[str]) -> dict[str, int]:
        """The ids of those names that are known."""
        return dict(self._db.sql(NAMED, (json.dumps(list(names), ensure_ascii=False),)).fetchall())

    def named(self, name: str) -> Organisation | None:
        """What is known about a place."""
        fields = [getattr(t.Organisation, field) for field in Organisation.__slots__]
        row = self._db.row(t.Organisation.select(*fields).where(t.Organisation.name == name))
        return Organisation(**row) if row else None

    def names_with(self, text: str, most: int) -> list[str]:
        """The first few names of places that hold a text: in any case in ASCII, in the usual ones beyond."""
        spellings = {text, text.lower(), text.upper(), text.title(), text.capitalize()}  # LIKE itself folds ASCII only
        likes = sorted({f"%{literal(spelled)}%" for spelled in spellings})
        return [name for (name,) in self._db.sql(NAMED_LIKE, (json.dumps(likes, ensure_ascii=False), most))]
