"""Birthdays as cards spell them: with or without hyphens, without a year, or in Apple's year 1604 for "no year"."""

from __future__ import annotations

import re

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_WITHOUT_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
NO_YEAR = "1604"
"""Apple's year for a birthday without one."""

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def birthday(value: str) -> str:
    """``1988-04-12`` or ``--05-26``; nothing if it is not a date."""
    found = _DATE.fullmatch(value)
    year, month, day = found.groups() if found else ("", "", "")
    if not found and (partial := _WITHOUT_YEAR.fullmatch(value)):
        month, day = partial.groups()
    if not month or not 1 <= int(month) <= 12 or not 1 <= int(day) <= _LONGEST_MONTHS[int(month) - 1]:
        return ""
    return f"--{month}-{day}" if year in {"", NO_YEAR} else f"{year}-{month}-{day}"


def basic(date: str) -> str:
    """The form vCard 4.0 wants: ``19880412``, ``--0526``."""
    return "--" + date[2:].replace("-", "") if date.startswith("--") else date.replace("-", "")
