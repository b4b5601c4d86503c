"""How a table is written: encoding, delimiter, header, found from its first bytes.

Public: ``find_sheet(head)`` and ``Sheet``. A preamble of any length up to forty lines may precede the header, and there
may be none at all.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from otnet_desktop.exchange.columns.encodings import table_encoding
from otnet_desktop.exchange.columns.names import LONGEST, folded, known
from otnet_desktop.exchange.older_encodings import decoded
from otnet_desktop.exchange.rows import read_rows
from otnet_desktop.exchange.text import encoding_of, split_lines

HEAD = 1 << 16
"""Bytes looked at."""

DELIMITERS = ",;\t|"
MOST_COLUMNS = 2_000
"""More than any address book has."""

_PREAMBLE = 40
_SAMPLES = 100
_NAME = re.compile(r"[^\W\d_][^\d@:;!?]{1,60}")
_LONGEST_NAME = 5
NAMES_ALONE = frozenset({"name", "fullname", "displayname", "contactname"})
"""What the only column of a list of names is called."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``names`` are the header's cells, none where there is no header; ``before`` lines precede the first row."""

    names: tuple[str, ...]
    before: int
    delimiter: str
    encoding: str
    width: int
    samples: tuple[tuple[str, ...], ...]


def find_sheet(head: bytes) -> Sheet | None:
    """The table that begins so; None if it is none."""
    encoding = encoding_of(head)
    if encoding == "utf-8" and not is_utf8(head):
        encoding = table_encoding(head, known)
    text = head.decode(encoding, "replace") if encoding.startswith("utf") else decoded(head, encoding)
    lines = split_lines(text.removeprefix("\ufeff"))
    if len(head) >= HEAD:
        lines = lines[:-1]  # the last one goes on
    found = _known_header(lines) or _any_header(lines) or _mixed(lines)
    if found is None:
        return None
    names, before, delimiter = found
    rows = read_rows(iter(lines[before:]), before, len(names), delimiter)
    samples = tuple(tuple(parted(row, 0)) for _, row in islice(rows, _SAMPLES) if isinstance(row, list) and any(row))
    width = len(names) or max(map(len, samples), default=0)
    return Sheet(names, before, delimiter, encoding, width, samples) if width <= MOST_COLUMNS else None


def is_utf8(head: bytes) -> bool:
    """Whether it can be read as UTF-8, but for a last character that is cut off."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as trouble:
        return trouble.start > len(head) - 4 and trouble.end == len(head)
    return True


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of one line."""
    try:
        return [cell.strip().strip("\ufeff") for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


Header = tuple[tuple[str, ...], int, str]


def _known_header(lines: Sequence[str]) -> Header | None:
    """The first line in which at least two, and a third of all, are names of columns."""
    for number, line in enumerate(lines[:_PREAMBLE], start=1):
        score, delimiter, names = max(
            ((known(cells), sign, cells) for sign in DELIMITERS for cells in [cells_of(line, sign)]),
            key=lambda read: (read[0], len(read[2])),
        )
        filled = sum(1 for name in names if name)
        if score >= 2 and score * 3 >= filled and "@" not in line:
            return tuple(names), number, delimiter
        if score == 1 and filled == 1 and _are_addresses(lines[number : number + 3]):
            return tuple(names), number, delimiter
        if filled == 1 and folded(line) in NAMES_ALONE and _are_names(lines[number:]):
            return tuple(names), number, "\t"  # "Lee, OTR/L" is one cell
    return None


def _are_names(lines: Sequence[str]) -> bool:
    """Whether these are names of people, one a line, and no letter."""
    filled = [line.strip() for line in lines[:_PREAMBLE] if line.strip()]
    return bool(filled) and all(_NAME.fullmatch(line) and len(line.split()) <= _LONGEST_NAME for line in filled)


def _are_addresses(lines: Sequence[str]) -> bool:
    return bool(lines) and all("@" in line for line in lines)


def _any_header(lines: Sequence[str]) -> Header | None:
    """Where all rows have as many cells: a header nobody knows, or none."""
    blank = next((number for number, line in enumerate(lines) if line.strip()), 0)
    for delimiter in DELIMITERS:
        read = read_rows(iter(lines[blank : blank + _PREAMBLE]), blank, 0, delimiter)
        rows = [row for _, row in islice(read, 5) if isinstance(row, list) and row]
        if rows and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            is_named = _is_header([cell.strip() for cell in rows[0]])
            return (
                (tuple(cells_of(lines[blank], delimiter)), blank + 1, delimiter) if is_named else ((), blank, delimiter)
            )
    return None


def _mixed(lines: Sequence[str]) -> Header | None:
    """Addresses in every line, which are parted by different signs, as older address books left them."""
    filled = [line for line in lines if line.strip()][:_PREAMBLE]
    signs = Counter(max(DELIMITERS, key=line.count) for line in filled)
    if not filled or not all("@" in line and any(sign in line for sign in DELIMITERS) for line in filled):
        return None
    return (), 0, signs.most_common(1)[0][0]


def parted(row: list[str], width: int) -> list[str]:
    """A row that is one cell only because it is parted by another sign than the rest."""
    if len(row) != 1 or width == 1:
        return row
    return max((cells_of(row[0], sign) for sign in DELIMITERS), key=len)


def _is_header(first: Sequence[str]) -> bool:
    """Whether the first row may name what the others hold."""
    named = [name for name in first if name]
    if any(len(name) > LONGEST or "@" in name or "\n" in name or name[:1].isdigit() for name in named):
        return False
    return 2 * len(named) > len(first)
