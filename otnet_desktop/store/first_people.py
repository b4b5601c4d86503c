"""The names the first frame shows, read before anything else is loaded: one query, the same cost for any size.

Whatever is wrong with the file is not said here: there is simply nothing to show yet, and opening it properly says why.
"""

from __future__ import annotations

from pathlib import Path

from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.domain.first_person import FirstPerson
from otnet_desktop.store.engine import connect, errors
from otnet_desktop.store.passport import FILE_NAME, HEAD, Origin, Passport, read_passport

BY_NAME = """
SELECT id, ref, full_name, headline,
       EXISTS (SELECT 1 FROM reminder WHERE person_id = person.id AND state = 'active')
FROM person WHERE status <> 'archived' ORDER BY sort_name, id LIMIT ?
"""


def first_people(folder: Path, count: int) -> list[FirstPerson]:
    """The first ``count`` people by name, as the data in a folder were left."""
    path = folder / FILE_NAME
    try:
        if read_passport(path) != Passport(Origin.OURS, HEAD):
            return []
        connection = connect(path, reading=True)
        try:
            return [FirstPerson(*row) for row in connection.execute(BY_NAME, (count,))]
        finally:
            connection.close()
    except errors(DataUnavailable):
        return []
