"""Days as tables write them, in any order of day, month and year.

Public: ``DateOrder``, ``order_in(texts)`` and ``read_date(text, order)``. The answer is that of a card: ``1990-04-01``,
or ``--04-01`` without a year.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from otnet_desktop.exchange.vcard.dates import birthday


class DateOrder(StrEnum):
    """Which comes first where all three are numbers."""

    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


_NUMBERS = re.compile(r"(\d{1,4})\s*[-/.年년,\s]\s*(\d{1,2})\s*[-/.月월,\s]\s*(\d{1,4})[日일.]?(?:[T\s].*)?", re.DOTALL)
_TWO = re.compile(r"(\d{1,2})[-/.](\d{1,2})\.?")
_WORDED = re.compile(r"(\d{1,2})\.?(?:\s+de|st|nd|rd|th)?[\s-]+([^\W\d]{3,12})\.?,?(?:\s+de)?[\s-]+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_UNKNOWN = re.compile(r"0+[-/.]0+[-/.]0+(?:\s.*)?")
_YOUNGEST = 15
"""Two figures up to this are years of this century."""

_MONTHS = (
    "jan gen sty led tam ene oca янв січ", "feb fev lut uno hel sub фев лют", "mar mae bre maa mrt mrz мар бер",
    "apr avr abr kwi dub huh nis апр кві", "may mai maj mag kve tou mei маи мая тра",
    "jun giu cze kes jui haz июн чер", "jul lug lip hei juil tem июл лип", "aug aou ago sie srp elo авг сер",
    "sep set wrz zar syy eyl сен вер", "oct okt ott out paz rij lok eki окт жов", "nov lis mar kas ноя лис",
    "dec dez dic gru pro jou des ara дек гру",
)  # fmt: skip
_MONTH_OF = {name: number for number, names in reversed(list(enumerate(_MONTHS, start=1))) for name in names.split()}


def is_no_date(text: str) -> bool:
    """Whether it is Outlook's way to say nothing: ``0/0/00``."""
    return _UNKNOWN.fullmatch(text) is not None


def order_in(texts: Iterable[str]) -> DateOrder | None:
    """The order that some dates can only have; None if they may have either."""
    for text in texts:
        found = _NUMBERS.fullmatch(text.strip())
        if found and len(found[1]) > 2:
            return DateOrder.YEAR_FIRST
        if found and int(found[1]) > 12 >= int(found[2]):
            return DateOrder.DAY_FIRST
        if found and int(found[2]) > 12 >= int(found[1]):
            return DateOrder.MONTH_FIRST
    return None


def read_date(text: str, order: DateOrder) -> str:
    """The day; nothing if it is none. Where the order cannot be, the other is taken."""
    text = text.strip()
    if plain := birthday(text.partition("T")[0]):
        return plain
    if found := _NUMBERS.fullmatch(text):
        return _numbered(found[1], found[2], found[3], order)
    if found := _WORDED.fullmatch(text):
        return _day(found[3], _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(found[3], _month(found[1]), int(found[2]))
    if found := _TWO.fullmatch(text):
        month, day = (found[2], found[1]) if order is DateOrder.DAY_FIRST else (found[1], found[2])
        return _day("", int(month), int(day)) or _day("", int(day), int(month))
    return ""


def _numbered(first: str, second: str, third: str, order: DateOrder) -> str:
    if len(first) > 2:
        return _day(first, int(second), int(third)) if len(third) <= 2 else ""
    if order is DateOrder.YEAR_FIRST and len(third) <= 2:
        return _day(_whole(first), int(second), int(third))
    year = _whole(third)
    day, month = int(first), int(second)
    if order is DateOrder.MONTH_FIRST:
        day, month = month, day
    return _day(year, month, day) or _day(year, day, month)


def _whole(year: str) -> str:
    if len(year) > 2:
        return year
    return f"{2000 + int(year)}" if int(year) <= _YOUNGEST else f"{1900 + int(year)}"


def _day(year: str, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return ""
    return birthday(f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}")


def _month(word: str) -> int:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return _MONTH_OF.get(plain[:4], 0) or _MONTH_OF.get(plain[:3], 0)
