"""One meeting as a calendar file (RFC 5545): for one's own calendar only; nobody is invited or mailed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from otnet_desktop.exchange.vcard.values import escape, fold

DOMAIN = "otnet.invalid"
"""Makes identities unique without naming a machine."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A meeting as a calendar shows it. ``ref`` and ``sequence`` let a calendar replace the entry when it moves.

    ``start``, ``end`` and ``stamp`` (when this was written) are aware instants; ``alarm_min`` of 0 means no alarm.
    """

    ref: str
    start: datetime
    end: datetime
    stamp: datetime
    summary: str
    location: str = ""
    description: str = ""
    sequence: int = 0
    alarm_min: int = 30
    cancelled: bool = False

    @property
    def uid(self) -> str:
        """The same for every version of the meeting."""
        return f"{self.ref}@{DOMAIN}"


def write_entry(entry: CalendarEntry) -> str:
    """The file: PUBLISH, or CANCEL with the same identity. Times are in UTC, which every calendar understands."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//OTnet Desktop//EN",
        f"METHOD:{'CANCEL' if entry.cancelled else 'PUBLISH'}",
        "BEGIN:VEVENT",
        f"UID:{escape(entry.uid)}",
        f"DTSTAMP:{utc(entry.stamp)}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTART:{utc(entry.start)}",
        f"DTEND:{utc(entry.end)}",
        f"SUMMARY:{_text(entry.summary)}",
        *_optional("LOCATION", entry.location),
        *_optional("DESCRIPTION", entry.description),
        f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}",
        "TRANSP:OPAQUE",
        "CLASS:PRIVATE",
        *_alarm(entry),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(fold(line) for line in lines)


def utc(instant: datetime) -> str:
    """``20260324T180000Z``."""
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _alarm(entry: CalendarEntry) -> list[str]:
    if entry.cancelled or not entry.alarm_min:
        return []
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(entry.summary)}",
        f"TRIGGER:-PT{entry.alarm_min}M",
        "END:VALARM",
    ]


def _optional(name: str, text: str) -> list[str]:
    return [f"{name}:{_text(text)}"] if text else []


def _text(text: str) -> str:
    """Escaped, and without the control characters that calendars refuse."""
    return escape("".join(letter for letter in text if letter >= " " or letter in "\t\r\n"))
