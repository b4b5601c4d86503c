"""Meetings as calendar files (RFC 5545): one for one's own calendar, all of them as a feed, and an invitation.

Times are in UTC, which every calendar understands, so that no rules of any zone are told. Only an invitation names
others, and it goes nowhere but into a mail that one sends oneself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from otnet_desktop.exchange.vcard.values import escape, folded

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
    transparent: bool = False
    """It keeps one free."""

    @property
    def uid(self) -> str:
        """The same for every version of the meeting."""
        return f"{self.ref}@{DOMAIN}"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody as an invitation names them."""

    name: str
    address: str


def write_entry(entry: CalendarEntry) -> str:
    """The file: PUBLISH, or CANCEL with the same identity. Times are in UTC, which every calendar understands."""
    return _calendar([folded(_event(entry))], f"METHOD:{'CANCEL' if entry.cancelled else 'PUBLISH'}")


def write_feed(entries: Sequence[CalendarEntry]) -> str:
    """Many at once, for a program that subscribes to the file; what is not in it any more goes there as well."""
    in_order = sorted(entries, key=lambda entry: (entry.start, entry.ref))
    events = [folded(_event(entry)) for entry in in_order]  # each by itself: a million lines are not joined at once
    return _calendar(events, "METHOD:PUBLISH", "X-WR-CALNAME:OTnet", "REFRESH-INTERVAL;VALUE=DURATION:PT1H")


def write_invitation(entry: CalendarEntry, organiser: Guest, guests: Sequence[Guest]) -> str:
    """REQUEST, or CANCEL with the same identity: what goes with a mail that one sends oneself (RFC 5546)."""
    people = [
        f"ORGANIZER{_called(organiser)}:mailto:{organiser.address}",
        *(f"ATTENDEE{_called(guest)};ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:{guest.address}" for guest in guests),
    ]
    event = _event(replace(entry, alarm_min=0))
    return _calendar(
        [folded([*event[:-1], *people, event[-1]])], f"METHOD:{'CANCEL' if entry.cancelled else 'REQUEST'}"
    )


def _calendar(events: Sequence[str], *about: str) -> str:
    head = folded(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OTnet Desktop//EN", *about])
    return "".join([head, *events, folded(["END:VCALENDAR"])])


def _event(entry: CalendarEntry) -> list[str]:
    return [
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
        f"TRANSP:{'TRANSPARENT' if entry.transparent else 'OPAQUE'}",
        "CLASS:PRIVATE",
        *_alarm(entry),
        "END:VEVENT",
    ]


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


def _called(guest: Guest) -> str:
    """Their name as a parameter: quotes and control characters cannot stand in one."""
    name = "".join(letter for letter in guest.name if letter >= " " and letter != '"').strip()
    return f';CN="{name}"' if name else ""


def _optional(name: str, text: str) -> list[str]:
    return [f"{name}:{_text(text)}"] if text else []


def _text(text: str) -> str:
    """Escaped, and without the control characters that calendars refuse."""
    return escape("".join(letter for letter in text if letter >= " " or letter in "\t\r\n"))
