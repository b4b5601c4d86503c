"""A time one could meet, as both clocks show it.

Public: ``said_on_both_clocks(span, zone, their_zone)``: "Thu 26 March, 16:00 to 16:20 (20:00 in London)".
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.availability import Span
from otnet_desktop.ui.dates import said_day, said_time
from otnet_desktop.ui.meetings.both_zones import city, said_span

translate = QCoreApplication.translate


def said_on_both_clocks(span: Span, zone: ZoneInfo, their_zone: ZoneInfo | None) -> str:
    """Mine in full, theirs in brackets where it is another."""
    here = said_span(span.start, span.end, zone)
    if their_zone is None or span.start.astimezone(their_zone).utcoffset() == span.start.astimezone(zone).utcoffset():
        return here
    there, day = span.start.astimezone(their_zone).date(), span.start.astimezone(zone).date()
    time = said_time(span.start, their_zone)
    if there != day:
        time = f"{said_day(there, day)} {time}" if abs((there - day).days) > 1 else _beside(there > day, time)
    said = translate("Scheduling", "{here} ({time} in {city})")
    return said.format(here=here, time=time, city=city(their_zone))


def _beside(later: bool, time: str) -> str:
    said = translate("Scheduling", "{time} the next day") if later else translate("Scheduling", "{time} the day before")
    return said.format(time=time)
