"""Links that open a meeting, filled in, in Google's or Outlook's calendar. No guests: adding them mails them."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from otnet_desktop.exchange.ics import CalendarEntry

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK_WORK = "https://outlook.office.com/calendar/deeplink/compose"
OUTLOOK_HOME = "https://outlook.live.com/calendar/deeplink/compose"


def google_link(entry: CalendarEntry, zone: ZoneInfo) -> str:
    """The entry in Google Calendar, its times in ``zone``."""
    start, end = (instant.astimezone(zone).strftime("%Y%m%dT%H%M%S") for instant in (entry.start, entry.end))
    return _link(
        GOOGLE,
        action="TEMPLATE",
        text=entry.summary,
        dates=f"{start}/{end}",
        ctz=zone.key,
        details=entry.description,
        location=entry.location,
    )


def outlook_link(entry: CalendarEntry, base: str = OUTLOOK_WORK) -> str:
    """The entry in Outlook on the web; ``base`` chooses accounts of work or school, or ``OUTLOOK_HOME``."""
    return _link(
        base,
        path="/calendar/action/compose",
        rru="addevent",
        startdt=_iso(entry.start),
        enddt=_iso(entry.end),
        subject=entry.summary,
        body=entry.description,
        location=entry.location,
    )


def _iso(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _link(base: str, **fields: str) -> str:
    filled = "&".join(f"{name}={quote(value, safe='', errors='replace')}" for name, value in fields.items() if value)
    return f"{base}?{filled}"
