"""A table for spreadsheets: comma-separated UTF-8 with a byte order mark, without which Excel reads no accents.

No cell can become a formula (``formula_guard``).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat

from otnet_desktop.exchange.formula_guard import guarded

Record = dict[str, str]
"""What one line of a table says, by column."""

MARK = "\ufeff"


def table(header: Sequence[str], rows: Iterable[Sequence[str | float]]) -> Iterator[str]:
    """The table line by line."""
    return _lines(header, ([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows))


def table_of(header: Sequence[str], records: Iterable[Record], *, guard: bool = True) -> Iterator[str]:
    """The same of records; a column that one does not have stays empty. Without ``guard`` the records see to it."""
    safe = (dict(zip(r, map(guarded, r.values()), strict=True)) for r in records) if guard else records
    return _lines(header, (list(map(record.get, header, repeat(""))) for record in safe))


def _lines(header: Sequence[str], rows: Iterable[Sequence[str | float]]) -> Iterator[str]:
    out = io.StringIO(newline="")
    write = csv.writer(out).writerow
    out.write(MARK)
    for row in chain([header], rows):
        write(row)
        yield out.getvalue()
        out.seek(0)
        out.truncate()
