"""Days as people type them: "12 Mar", "tomorrow", "Mon", "12.3.", "2026-03-12", "Sept 2024".

Public: ``read_day(text, today, looks_back)``, which answers none for what cannot be understood. Words are those of the
reader's language, and English. Of two numbers the one the locale writes first (day or month) is read first, unless that
makes no day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from otnet_desktop.ui.dates import month_comes_first, reading_locale, written_day

translate = QCoreApplication.translate

PIECES = re.compile(r"\d+|[^\d\s.,،;:/'’()\-\u200e\u200f]+")
"""Numbers and words. Words of some languages hold signs that Python takes for no letters."""

SHORTENED = re.compile(r"(?<=[^\d\s])\.")
"""The dot of a word that was shortened."""

LEAST_LETTERS = 3
"""So many of a name's letters are enough: "Mar", "Wedn"."""

LATELY = timedelta(days=60)
"""Without a year the next day of that name is meant, unless it was so lately that nobody would say more."""

YEARS_AROUND = 8
"""How far one has to look for any day of the year: the 29th of February."""

YEARS = range(1900, 2200)
"""Another number is no year one would speak of here."""

LAST_CENTURY = 70
"""A year of two digits from here on is one of the last century."""

Wish = tuple[int, int, int]
"""Year, month and day as typed; 0 for what was left out."""


def read_day(text: str, today: date, *, looks_back: bool = False) -> date | None:
    """The day meant. What is left out (month, year) is that of the next such day or, if one looks back, the last."""
    pieces = _pieces(text)
    away = _relative_words().get(" ".join(pieces))
    if away is not None:
        return today + timedelta(days=away)
    months, weekdays = _names_of("Month", 12), _names_of("Day", 7)
    no_news = {"st", "nd", "rd", "th", *_pieces(written_day(today)), *set[str]().union(*weekdays)}
    numbers: list[str] = []
    month = weekday = 0
    for piece in pieces:
        if piece.isdecimal():
            numbers.append(piece)
        elif found := _place_of(piece, months):
            month = found
        elif found := _place_of(piece, weekdays):
            weekday = found
        elif piece not in no_news:
            return None
    if numbers:
        return _nearest(_wishes(numbers, month), today, looks_back)
    return _weekday(weekday, today, looks_back) if weekday and not month else None


def _wishes(numbers: list[str], month: int) -> list[Wish]:
    """What the numbers may mean, the most likely first."""
    values = [int(number) for number in numbers]
    begins_with_year = len(numbers[0]) > 2
    match values:
        case [whole] if len(numbers[0]) == 8:
            return [(whole // 10000, whole // 100 % 100, whole % 100)]
        case [number]:
            return [(number, month or 1, 1)] if begins_with_year else [(0, month, number)]
        case [first, second] if month:
            return [(first, month, second)] if begins_with_year else [(_year(second), month, first)]
        case [first, second] if begins_with_year or len(numbers[1]) > 2:
            return [(first, second, 1)] if begins_with_year else [(second, first, 1)]
        case [first, second, *rest] if len(rest) <= 1 and not month:
            return _in_some_order(first, second, rest, begins_with_year)
    return []


def _in_some_order(first: int, second: int, rest: list[int], begins_with_year: bool) -> list[Wish]:
    if begins_with_year:
        return [(first, second, number) for number in rest]
    year = _year(rest[0]) if rest else 0
    wishes = [(year, second, first), (year, first, second)]
    return wishes[::-1] if month_comes_first() else wishes


def _nearest(wishes: list[Wish], today: date, looks_back: bool) -> date | None:
    """The first wish that is a day at all, with what was left out filled in."""
    for year, month, day in wishes:
        years = [year] if year else list(range(today.year - YEARS_AROUND, today.year + YEARS_AROUND + 1))
        months = [month] if month else list(range(1, 13))
        days = [made for y in years for m in months if (made := _day(y, m, day)) is not None]
        if year and days:
            return days[0]
        begin = today - LATELY if month else today
        fitting = [made for made in days if made <= today][-1:] if looks_back else [d for d in days if d >= begin]
        if fitting:
            return fitting[0]
    return None


def _weekday(weekday: int, today: date, looks_back: bool) -> date:
    """The next such day, or the last; on a Monday "Monday" is another."""
    if looks_back:
        return today - timedelta(days=(today.isoweekday() - weekday - 1) % 7 + 1)
    return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _year(number: int) -> int:
    if number > 99:
        return number
    return number + (1900 if number >= LAST_CENTURY else 2000)


def _relative_words() -> dict[str, int]:
    """How many days away a word is."""
    here = {
        translate("Dates", "today"): 0,
        translate("Dates", "tomorrow"): 1,
        translate("Dates", "yesterday"): -1,
    }
    return {"today": 0, "tomorrow": 1, "yesterday": -1} | {word.casefold(): away for word, away in here.items()}


def _names_of(what: str, many: int) -> list[set[str]]:
    """Every way to write each month ("Month") or weekday ("Day"), in small letters."""
    english = QLocale(QLocale.Language.English)
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    namers = [
        getattr(locale, name)
        for locale in (reading_locale(), english)
        for name in (f"{what.lower()}Name", f"standalone{what}Name")
    ]
    return [
        {piece for namer in namers for form in forms for piece in _pieces(namer(number, form))}
        for number in range(1, many + 1)
    ]


def _pieces(text: str) -> list[str]:
    return PIECES.findall(SHORTENED.sub("", text.casefold()))


def _place_of(piece: str, names: list[set[str]]) -> int:
    """Which of the names a piece is, or the only one it begins; 0 for none."""
    whole = [place for place, forms in enumerate(names, 1) if piece in forms]
    begun = [
        place
        for place, forms in enumerate(names, 1)
        if len(piece) >= LEAST_LETTERS and any(form.startswith(piece) for form in forms)
    ]
    found = whole or begun
    return found[0] if len(found) == 1 else 0
