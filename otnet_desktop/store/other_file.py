"""Another data file of ours, looked into beside the one that is open: a backup, or what an archive holds.

It is only read. One of an older schema is copied to a private place first and brought up to date there.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from otnet_desktop.domain.errors import BadInput, NotSaved
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store.backup_files import examine, open_alone
from otnet_desktop.store.passport import HEAD, read_passport
from otnet_desktop.store.restore import bring_up

WHO = "SELECT id, ref, uid, full_name, created_at FROM person"
MERGED = """
SELECT gone ->> '$.ref', person_id FROM merge_log WHERE NOT EXISTS (SELECT 1 FROM person WHERE ref = gone ->> '$.ref')
"""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Who of another file is here: their ids there and here. ``is_kin``: both files go back to one."""

    here: dict[int, PersonId]
    is_kin: bool


@contextmanager
def looking_into(source: Path, beside: Path) -> Iterator[sqlite3.Connection]:
    """A verified data file of ours as the schema of today holds it; ``beside`` is a folder for a private copy.

    Raises BadInput for a file that is not whole, and NotSaved where it cannot be copied.
    """
    trouble = examine(source)
    if trouble:
        raise BadInput(f"{source.name} cannot be read. {trouble}", "Nothing was changed. Try another backup.")
    if read_passport(source).version == HEAD:
        with closing(open_alone(source)) as connection:
            connection.execute("PRAGMA temp_store = MEMORY")
            yield connection
        return
    with tempfile.TemporaryDirectory(prefix=".otnet-", dir=beside) as folder:
        copy = Path(folder) / "copy.db"
        try:
            bring_up(source, copy)
        except (OSError, sqlite3.Error) as error:
            raise NotSaved(f"{source.name} could not be read ({error}).", "Check the free space.") from error
        with closing(open_alone(copy)) as connection:
            connection.execute("PRAGMA temp_store = MEMORY")
            yield connection


def acquaintance(here: sqlite3.Connection, other: sqlite3.Connection) -> Acquaintance:
    """Who of another file is here, by ref: themselves, or as part of somebody they were merged into.

    An equal ref alone is none: samples of two networks give theirs by counting.
    """
    known = {ref: (person, *rest) for person, ref, *rest in here.execute(WHO)}
    merged = dict(here.execute(MERGED))
    found: dict[int, PersonId] = {}
    for person, ref, uid, name, created in other.execute(WHO):
        if ref in known:
            is_here, *same = known[ref]
            if (uid and same[0] == uid) or name == same[1] or created == same[2]:
                found[person] = PersonId(is_here)
        elif ref in merged:
            found[person] = PersonId(merged[ref])
    return Acquaintance(found, is_kin=bool(found) or not known)
