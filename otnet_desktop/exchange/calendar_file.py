"""A calendar file taken apart, so that one damaged entry costs one entry (RFC 5545).

Public: ``CalendarFile`` and ``take_apart(text)``. Of an entry only the lines that say when it is are kept: alarms,
descriptions and attachments are never looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 64_000_000
"""Characters; a longer file is no calendar of a person."""

WANTED = frozenset(
    {
        "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "TRANSP",
        "SUMMARY", "ATTENDEE", "X-MICROSOFT-CDO-BUSYSTATUS",
    }
)  # fmt: skip
ONLY_ONCE = re.compile(r"^DTSTART[^:\n]*:(\d{8})", re.MULTILINE)
REPEATS = re.compile(r"^(?:RRULE|RDATE)[:;]", re.MULTILINE)
_FOLD = re.compile(r"\r?\n[ \t]")
_NAME = re.compile(r"[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """Entries and zones as text of their own, and the address of whoever owns it ("" where it is not said)."""

    entries: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    owner: str = ""
    is_calendar: bool = False


def take_apart(text: str) -> CalendarFile:
    """What is in the file. One that is cut off still gives what is whole."""
    entries: list[str] = []
    zones: list[str] = []
    owner, is_calendar = "", False
    inside: list[str] = []
    kept: list[str] = []
    for line in _FOLD.sub("", text.removeprefix("\ufeff")[:LONGEST]).splitlines():
        name, _, value = line.partition(":")
        name, value = name.strip().upper(), value.strip()
        if name == "BEGIN":
            inside.append(value.upper())
            is_calendar = is_calendar or inside == ["VCALENDAR"]
            kept = [] if inside[1:] in (["VEVENT"], ["VTIMEZONE"]) else kept
        if inside[1:2] == ["VTIMEZONE"] or (inside[1:] == ["VEVENT"] and _is_wanted(line)):
            kept.append(line)
        elif name == "X-WR-CALNAME" and "@" in value:
            owner = value
        if name == "END" and inside:
            ended = inside.pop()
            if len(inside) == 1 and ended in ("VEVENT", "VTIMEZONE"):
                (entries if ended == "VEVENT" else zones).append("\r\n".join([*kept, ""]))
    return CalendarFile(tuple(entries), tuple(zones), owner, is_calendar)


def _is_wanted(line: str) -> bool:
    name = _NAME.match(line)
    return name is not None and (name[0].upper() in WANTED or name[0].upper() in ("BEGIN", "END"))
