"""A table for spreadsheets: comma-separated UTF-8 with a byte order mark, without which Excel reads no accents.

No cell can become a formula (``formula_guard``).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from otnet_desktop.exchange.formula_guard import guarded

Record = dict[str, str]
"""What one line of a table says, by column."""

MARK = "\ufeff"


def table(header: Sequence[str], rows: Iterable[Sequence[str | float]]) -> Iterator[str]:
    """The table line by line."""
    return _lines(header, ([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows))


def table_of(header: Sequence[str], records: Iterable[Record], *, guard: bool = True) -> Iterator[str]:
    """The same of records; a column that one does not have stays empty. Without ``guard`` the records see to it."""
    rows = ([record.get(column, "") for column in header] for record in records)
    return table(header, rows) if guard else _lines(header, rows)


def _lines(header: Sequence[str], rows: Iterable[Sequence[str | float]]) -> Iterator[str]:
    yield MARK + _line(header)
    yield from map(_line, rows)


def _line(cells: Sequence[str | float]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue()
