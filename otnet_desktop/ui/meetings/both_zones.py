"""A meeting's times as everybody's clock shows them.

Public: ``said_span(start, end, zone)`` ("Thu 26 March, 15:30 to 16:00") and ``city(zone)`` ("Melbourne").
"""

from __future__ import annotations

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate

from otnet_desktop.ui.dates import month_comes_first, reading_locale, said_time

translate = QCoreApplication.translate


def said_span(start: datetime, end: datetime, zone: tzinfo) -> str:
    """The day and both times, in one zone. The day is said in full: "tomorrow" is another day elsewhere."""
    locale, there = reading_locale(), start.astimezone(zone)
    pattern = "ddd MMMM d" if month_comes_first() else "ddd d MMMM"
    day = locale.toString(QDate(there.year, there.month, there.day), pattern)
    said = translate("Meetings", "{day}, {start} to {end}")
    return said.format(day=day, start=said_time(start, zone), end=said_time(end, zone))


def city(zone: ZoneInfo) -> str:
    """The place a zone is named after."""
    return zone.key.rpartition("/")[2].replace("_", " ")
