"""One entry of a calendar: when it is, how it repeats, and whether it takes one's time.

Public: ``Entry``, ``Zones(texts)`` (the zones a file defines itself) and ``entry_of(text, zones, me)``.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from hashlib import sha256
from typing import Any

from otnet_desktop.domain.busy_times import Trouble
from otnet_desktop.domain.worktime import A_DAY
from otnet_desktop.exchange.recurrence import Rule, rule_of
from otnet_desktop.exchange.vcard.values import unescape

PLAIN_ZONE_RULE = re.compile(
    r"RRULE:(?:FREQ=YEARLY|BYMONTH=\d+|BYDAY=[-+]?\d?[A-Z]{2}|BYMONTHDAY=[-\d,]+|INTERVAL=1|WKST=[A-Z]{2}|UNTIL=\w+|;)+"
    r"|RDATE(?:;VALUE=DATE-TIME)?:[\dTZ,]+",
    re.IGNORECASE,
)
"""How clocks change in the world; whatever else a file's own zone says is not worked out."""

ZONE_NAME = re.compile(r"^TZID(?:;[^:\n]*)?:(.*)$", re.MULTILINE | re.IGNORECASE)
FREE_STATES = frozenset({"FREE", "WORKINGELSEWHERE"})


class Unreadable(Exception):
    """An entry that cannot be placed in time; says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Entry:
    """Times are naive, on the wall of ``zone``; without one the entry floats with whoever reads it.

    ``again_at`` are further dates (RDATE); ``not_at`` are dates left out, and ``replaces`` is the date of the series
    this entry stands in for: instants, or days, or times on a floating wall.
    """

    uid: str
    start: datetime
    length: timedelta
    zone: tzinfo | None
    is_all_day: bool
    is_busy: bool
    name: str = ""
    rule: Rule | None = None
    again_at: tuple[tuple[datetime, timedelta], ...] = ()
    not_at: frozenset[datetime | date] = frozenset()
    replaces: datetime | date | None = None
    troubles: tuple[Trouble, ...] = ()


class Zones:
    """Worked out when first needed."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known: dict[str, tzinfo | None] | None = None

    def named(self, name: str) -> tzinfo | None:
        """The zone a file means by that name."""
        if self._known is None:
            self._known = dict(filter(None, map(_own_zone, self._texts)))
        return self._known.get(name)


def entry_of(text: str, zones: Zones, me: frozenset[str]) -> Entry:
    """The entry; ``me`` are my addresses in small letters. Raises Unreadable."""
    from icalendar import Event

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a zone that is known by another name
        try:
            return _Reading(Event.from_ical(text), zones).entry(me)
        except Unreadable:
            raise
        except Exception as error:  # values of other kinds than they should be, in every combination
            raise Unreadable(Trouble.DAMAGED) from error


class _Reading:
    def __init__(self, event: Any, zones: Zones) -> None:  # noqa: ANN401 - a component of icalendar
        self._event = event
        self._zones = zones
        self._broken = {str(name).upper() for name, _ in event.errors}
        self._troubles: list[Trouble] = []

    def entry(self, me: frozenset[str]) -> Entry:
        began = self._dt("DTSTART")
        if began is None:
            raise Unreadable(Trouble.NO_START)
        zone = self._zone_of("DTSTART", began)
        is_all_day = not isinstance(began, datetime)
        start = datetime.combine(began, time()) if not isinstance(began, datetime) else began.replace(tzinfo=None)
        return Entry(
            str(self._event.get("UID", "")),
            start,
            self._length(began, zone),
            zone,
            is_all_day,
            self._takes_time(me),
            " ".join(str(self._event.get("SUMMARY", "")).split()),
            self._rule(zone),
            tuple(self._again(zone)),
            frozenset(self._not_at(zone)),
            self._replaces(zone),
            tuple(self._troubles),
        )

    def _dt(self, name: str) -> Any:  # noqa: ANN401 - date, datetime, timedelta
        if name in self._broken or name not in self._event:
            return None
        told = self._event[name]
        told = told[0] if isinstance(told, list) else told
        return getattr(told, "dt", None)

    def _zone_of(self, name: str, at: Any) -> tzinfo | None:  # noqa: ANN401
        if not isinstance(at, datetime):
            return None
        if at.tzinfo is not None:
            return at.tzinfo
        told = self._event[name]
        tzid = str((told[0] if isinstance(told, list) else told).params.get("TZID", ""))
        if not tzid:
            return None
        zone = self._zones.named(tzid)
        if zone is None:
            raise Unreadable(Trouble.UNKNOWN_ZONE)
        return zone

    def _length(self, began: Any, zone: tzinfo | None) -> timedelta:  # noqa: ANN401
        ended, lasts = self._dt("DTEND"), self._dt("DURATION")
        whole_day = A_DAY if not isinstance(began, datetime) else timedelta()
        if isinstance(lasts, timedelta):
            return max(lasts, whole_day)
        if ended is None or isinstance(ended, timedelta):
            return whole_day
        if isinstance(began, datetime) != isinstance(ended, datetime):
            return whole_day
        if not isinstance(began, datetime):
            return max(timedelta(days=(ended - began).days), whole_day)
        return max(_instant(ended, self._zone_of("DTEND", ended) or zone) - _instant(began, zone), timedelta())

    def _takes_time(self, me: frozenset[str]) -> bool:
        event = self._event
        if str(event.get("STATUS", "")).upper() == "CANCELLED" or str(event.get("TRANSP", "")).upper() == "TRANSPARENT":
            return False
        if str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper() in FREE_STATES:
            return False
        guests = event.get("ATTENDEE", [])
        for guest in guests if isinstance(guests, list) else [guests]:
            is_me = str(guest).lower().removeprefix("mailto:").strip() in me
            if is_me and str(guest.params.get("PARTSTAT", "")).upper() == "DECLINED":
                return False
        return True

    def _rule(self, zone: tzinfo | None) -> Rule | None:
        if "RRULE" not in self._event:
            self._trouble(Trouble.RULE, "RRULE" in self._broken)
            return None
        parts = self._event["RRULE"]
        if isinstance(parts, list) or "RRULE" in self._broken:
            self._trouble(Trouble.RULE)
            return None
        rule = rule_of(parts, self._until(parts, zone))
        self._trouble(Trouble.RULE, rule is None)
        return rule

    def _until(self, parts: Any, zone: tzinfo | None) -> datetime | None:  # noqa: ANN401
        told = next(iter(parts.get("UNTIL", ())), None)
        if told is None:
            return None
        if not isinstance(told, datetime):
            return datetime.combine(told, time.max)
        if told.tzinfo is None:
            return told
        return told.astimezone(zone or UTC).replace(tzinfo=None)

    def _again(self, zone: tzinfo | None) -> list[tuple[datetime, timedelta]]:
        found = []
        for told in self._dates("RDATE"):
            begins, lasts = told if isinstance(told, tuple) else (told, None)
            if isinstance(begins, datetime):
                start = begins if begins.tzinfo is None else begins.astimezone(zone or UTC).replace(tzinfo=None)
            else:
                start = datetime.combine(begins, time())
            length = lasts - begins if isinstance(lasts, datetime) else lasts
            found.append((start, length if isinstance(length, timedelta) else timedelta(-1)))
        return found

    def _not_at(self, zone: tzinfo | None) -> list[datetime | date]:
        return [_place(told, zone) for told in self._dates("EXDATE") if not isinstance(told, tuple)]

    def _replaces(self, zone: tzinfo | None) -> datetime | date | None:
        told = self._dt("RECURRENCE-ID")
        if told is None or isinstance(told, timedelta):
            return None
        self._trouble(Trouble.LATER_CHANGES, "RANGE" in self._event["RECURRENCE-ID"].params)
        return _place(told, zone)

    def _dates(self, name: str) -> list[Any]:
        if name in self._broken:
            self._trouble(Trouble.RULE)
        if name not in self._event or name in self._broken:
            return []
        told = self._event[name]
        return [one.dt for lists in (told if isinstance(told, list) else [told]) for one in lists.dts]

    def _trouble(self, trouble: Trouble, there_is: bool = True) -> None:
        if there_is:
            self._troubles.append(trouble)


def _place(at: Any, zone: tzinfo | None) -> datetime | date:  # noqa: ANN401 - date or datetime
    if not isinstance(at, datetime):
        day: date = at
        return day
    return at if at.tzinfo is None and zone is None else _instant(at, zone)


def _instant(at: datetime, zone: tzinfo | None) -> datetime:
    return (at if at.tzinfo is not None else at.replace(tzinfo=zone or UTC)).astimezone(UTC)


def _own_zone(text: str) -> tuple[str, tzinfo] | None:
    from icalendar import Timezone
    from icalendar.timezone import tzp

    rules = [line for line in text.splitlines() if line.upper().startswith(("RRULE", "RDATE"))]
    name = ZONE_NAME.search(text)
    if name is None or not all(PLAIN_ZONE_RULE.fullmatch(line.strip()) for line in rules):
        return None
    # icalendar remembers zones by their name for as long as it lives, and the next file may mean another by the same
    private = ZONE_NAME.sub(f"TZID:{sha256(text.encode()).hexdigest()}", text, count=1)
    try:
        component = Timezone.from_ical(private)
        assert isinstance(component, Timezone)
        return unescape(name[1].strip()), component.to_tz(tzp, lookup_tzid=False)
    except Exception:  # noqa: BLE001 - then its entries say that their zone is not known
        return None
