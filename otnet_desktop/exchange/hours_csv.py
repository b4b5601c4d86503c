"""The log of hours as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(head: Sequence[str], rows: Iterable[Sequence[str | float]]) -> bytes:
    """Comma-separated UTF-8 with a byte order mark, without which Excel reads no accents.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(head)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """``text`` as text, also to a spreadsheet."""
    return f"'{text}" if text.startswith(BEGINS_A_FORMULA) else text
