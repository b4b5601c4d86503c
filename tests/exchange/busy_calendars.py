"""Calendars written by hand, and when they say one is busy."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from otnet_desktop.domain.busy_times import CalendarReading
from otnet_desktop.exchange.busy_calendar import Reader, read_calendar

BOSTON, BERLIN = ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin")
FIRST = datetime(2026, 3, 16, 4, tzinfo=UTC)
READER = Reader(FIRST, FIRST + timedelta(days=400), BOSTON, frozenset({"jordan@school.example"}))


def calendar(*events: str, head: str = "") -> str:
    body = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}END:VCALENDAR\n".replace("\n", "\r\n")


def event(
    *lines: str, uid: str = "1", start: str = "DTSTART:20260318T140000Z", end: str = "DTEND:20260318T150000Z"
) -> str:
    return "\n".join(line for line in (f"UID:{uid}", start, end, *lines) if line)


def read(*events: str, head: str = "") -> CalendarReading:
    return read_calendar(calendar(*events, head=head), READER)


def walls(reading: CalendarReading, zone: ZoneInfo = BOSTON) -> list[str]:
    return [
        f"{busy.span.start.astimezone(zone):%m-%d %H:%M}-{busy.span.end.astimezone(zone):%H:%M}"
        for busy in reading.busy
    ]
