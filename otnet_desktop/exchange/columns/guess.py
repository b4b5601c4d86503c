"""What a column holds, by what stands in it: for names nobody knows, and where there are no names.

Public: ``guess_columns(samples, known)`` and ``since_when(named, samples)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from otnet_desktop.domain.duplicates.ways import profile_address
from otnet_desktop.exchange.columns.dates import DateOrder, read_date
from otnet_desktop.exchange.columns.meaning import Field, Meaning

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s().\-/]{7,25}(?:\s*(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)
_DAY = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}")
_WORD = re.compile(r"[^\W\d_][^\d@/]*")

Column = Sequence[str]

_CONNECTIONS = (Field.GIVEN, Field.FAMILY, Field.WEBSITE, Field.EMAIL, Field.ORGANISATION, Field.TITLE)
"""What stands before the last column of LinkedIn's table, in every language; it calls the address of a profile URL."""


def guess_columns(samples: Sequence[Sequence[str]], known: Sequence[Meaning | None]) -> list[Meaning | None]:
    """What is known already, and what can be told besides; None where neither says anything."""
    columns = [[row[n].strip() for row in samples if n < len(row) and row[n].strip()] for n in range(len(known))]
    found = [meaning or _by_content(column) for meaning, column in zip(known, columns, strict=True)]
    if not any(m and m.field in {Field.GIVEN, Field.FAMILY, Field.DISPLAY, Field.EMAIL} for m in known):
        _names(columns, found)
    return found


def since_when(named: Sequence[Meaning | None], samples: Sequence[Sequence[str]]) -> int | None:
    """The number of LinkedIn's last column in a language nobody listed: days, behind its six others."""
    last = len(_CONNECTIONS)
    if len(named) != last + 1 or tuple(meaning and meaning.field for meaning in named) != (*_CONNECTIONS, None):
        return None
    rows = [row for row in samples if len(row) > last and row[last].strip()]
    linked = any(profile_address(cell) for row in rows for cell in row[:last])
    return last if linked and all(read_date(row[last], DateOrder.DAY_FIRST) for row in rows) else None


def _by_content(column: Column) -> Meaning | None:
    for matches, field in _KINDS:
        if column and sum(1 for cell in column if matches(cell)) * 5 >= len(column) * 4:
            return Meaning(field)
    return None


def _is_phone(cell: str) -> bool:
    if _DAY.fullmatch(cell):
        return False
    return _PHONE.fullmatch(cell) is not None and sum(letter.isdigit() for letter in cell) >= 7


_KINDS: tuple[tuple[Callable[[str], object], Field], ...] = (
    (_EMAIL.fullmatch, Field.EMAIL),
    (profile_address, Field.LINKEDIN),
    (_LINK.fullmatch, Field.WEBSITE),
    (_is_phone, Field.PHONE),
)


def _names(columns: Sequence[Column], found: list[Meaning | None]) -> None:
    """A name in whole beside its two parts, or two parts side by side, or one column of several words in every row."""
    wordy = [n for n, column in enumerate(columns) if found[n] is None and column and all(map(_WORD.fullmatch, column))]
    wholes = [n for n in wordy if _is_made_of_two(n, wordy, columns, found)]
    is_whole = bool(wordy) and len(columns[wordy[0]]) > 1 and all(" " in cell for cell in columns[wordy[0]])
    if not (wholes or is_whole) and len(wordy) > 1 and wordy[1] == wordy[0] + 1 and _are_short(columns, wordy[:2]):
        found[wordy[0]], found[wordy[1]] = Meaning(Field.GIVEN), Meaning(Field.FAMILY)
    elif not wholes and wordy and all(" " in cell for cell in columns[wordy[0]]):
        found[wordy[0]] = Meaning(Field.DISPLAY)


def _is_made_of_two(n: int, wordy: Sequence[int], columns: Sequence[Column], found: list[Meaning | None]) -> bool:
    for given in wordy:
        for family in wordy:
            pairs = zip(columns[given], columns[family], strict=False)
            if len({n, given, family}) == 3 and columns[n] == [f"{one} {other}" for one, other in pairs]:
                found[n], found[given] = Meaning(Field.DISPLAY), Meaning(Field.GIVEN)
                found[family] = Meaning(Field.FAMILY)
                return True
    return False


def _are_short(columns: Sequence[Column], numbers: Sequence[int]) -> bool:
    return all(len(cell.split()) <= 3 for n in numbers for cell in columns[n])
