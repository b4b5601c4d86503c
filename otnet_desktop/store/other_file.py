"""Another data file of ours, looked into beside the one that is open: a backup, or what an archive holds.

It is only read. One of an older schema is copied to a private place first and brought up to date there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from otnet_desktop.domain.errors import BadInput, NotSaved
from otnet_desktop.domain.people import Person, PersonId, Status
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store.backup_files import examine, open_alone
from otnet_desktop.store.engine import errors
from otnet_desktop.store.passing import passing_folder
from otnet_desktop.store.passport import HEAD, read_passport
from otnet_desktop.store.person_reading import read_people
from otnet_desktop.store.restore import PLAIN, Keys, bring_up
from otnet_desktop.store.trouble import said_plainly

WHO = "SELECT id, ref, uid, full_name, created_at FROM person"
MERGED = """
SELECT gone ->> '$.ref', person_id FROM merge_log WHERE NOT EXISTS (SELECT 1 FROM person WHERE ref = gone ->> '$.ref')
"""
CHUNK = 500


class Entry(NamedTuple):
    """Somebody in another file, by their id there."""

    id: int
    ref: str
    name: str
    headline: str
    status: Status


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Who of another file is here: their ids there and here. ``is_kin``: both files go back to one."""

    here: dict[int, PersonId]
    is_kin: bool


class OtherFile:
    """A file of today's schema, open for reading."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.execute("PRAGMA temp_store = MEMORY")

    def select(self, statement: str, parameters: tuple[Any, ...] = ()) -> list[dict[str, Any]]:
        """Rows as dictionaries."""
        cursor = self.connection.execute(statement, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def entries(self) -> list[Entry]:
        """Everybody, in the order of names."""
        rows = self.connection.execute("SELECT id, ref, full_name, headline, status FROM person ORDER BY sort_name, id")
        return [Entry(person, ref, name, headline, Status(status)) for person, ref, name, headline, status in rows]

    def people(self) -> Iterator[list[Person]]:
        """Everybody with their profile, in the order they came in, some at a time."""
        last = 0
        select = "SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?"
        while some := [row[0] for row in self.connection.execute(select, (last, CHUNK))]:
            yield sorted(read_people(self, some), key=lambda person: person.id)
            last = some[-1]

    def acquaintance(self, here: sqlite3.Connection) -> Acquaintance:
        """Who of these people is here, by ref: themselves, or as part of somebody they were merged into.

        An equal ref alone tells nothing: samples of two networks give theirs by counting.
        """
        known = {ref: (person, *rest) for person, ref, *rest in here.execute(WHO)}
        merged = dict(here.execute(MERGED))
        found: dict[int, PersonId] = {}
        for person, ref, uid, name, created in self.connection.execute(WHO):
            if ref in known:
                is_here, *same = known[ref]
                if (uid and same[0] == uid) or name == same[1] or created == same[2]:
                    found[person] = PersonId(is_here)
            elif ref in merged:
                found[person] = PersonId(merged[ref])
        return Acquaintance(found, is_kin=bool(found) or not known)


@contextmanager
def looking_into(source: Path, beside: Path, keys: Keys = PLAIN) -> Iterator[OtherFile]:
    """A verified data file of ours as the schema of today holds it; ``beside`` is a folder for a private copy.

    ``keys`` are those of the file and of the data the copy lies with. Raises BadInput for a file that is not whole, and
    NotSaved where it cannot be copied.
    """
    trouble = examine(source, keys.there)
    if trouble:
        raise BadInput(
            sentence("{file} cannot be read. {why}", file=source.name, why=trouble),
            "Nothing was changed. Try another backup.",
        )
    if read_passport(source, keys.there).version == HEAD:
        with said_plainly(), closing(open_alone(source, keys.there)) as connection:
            yield OtherFile(connection)
        return
    with passing_folder(beside) as folder:
        copy = folder / "copy.db"
        try:
            bring_up(source, copy, keys)
        except errors(OSError) as error:
            raise NotSaved(
                sentence("{file} could not be read ({why}).", file=source.name, why=error), "Check the free space."
            ) from error
        with said_plainly(), closing(open_alone(copy, keys.here)) as connection:
            yield OtherFile(connection)
