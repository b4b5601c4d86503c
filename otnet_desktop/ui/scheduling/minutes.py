"""Times of the week as people say them.

Public: ``said_minute`` ("10:30"), ``said_minutes`` ("10:30 to 12:00"), ``said_free_time`` ("Tuesday 10:30 to 12:00"),
``day_name`` and ``week_days()`` (from the day the reader's week begins with; Monday = 0).
"""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QCoreApplication, QLocale

from otnet_desktop.domain.availability import WHOLE_DAY, FreeTime
from otnet_desktop.ui.dates import reading_locale, written_time

translate = QCoreApplication.translate


def said_minute(minute: int) -> str:
    """A minute of the day; the last one is midnight."""
    minute %= WHOLE_DAY
    return written_time(time(minute // 60, minute % 60))


def said_minutes(start: int, end: int) -> str:
    """From and to; a whole day is called so."""
    if (start, end) == (0, WHOLE_DAY):
        return translate("Scheduling", "all day")
    return translate("Scheduling", "{start} to {end}").format(start=said_minute(start), end=said_minute(end))


def said_free_time(free: FreeTime) -> str:
    """The day and the time."""
    return f"{day_name(free.weekday)} {said_minutes(free.start, free.end)}"


def day_name(weekday: int, *, short: bool = False) -> str:
    """The name of a day; Monday = 0."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return reading_locale().standaloneDayName(weekday + 1, form)


def week_days() -> list[int]:
    """All seven, in the reader's order."""
    first = reading_locale().firstDayOfWeek().value - 1
    return [(first + offset) % 7 for offset in range(7)]
