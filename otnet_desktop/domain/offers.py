"""Times that were offered to somebody, and how they are said in a letter, on both clocks.

Public: ``OfferedTime``, ``NewOffer``, ``OfferState``, ``open_offers``, ``offer_line`` and ``offer_list``. Letters are
English, so these sentences are as well (see ``letter_values``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.letter_values import DAYS, MONTHS
from otnet_desktop.domain.people import PersonId

OfferId = NewType("OfferId", int)


class OfferState(StrEnum):
    """How an offer stands. ``EXPIRED`` is not written down: it is a proposal whose time has come."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class OfferedTime:
    """One time offered to one person; zones are IANA names, mine and theirs ("" for not known)."""

    id: OfferId
    person: PersonId
    span: Span
    zone: str
    their_zone: str
    state: OfferState
    offered_at: datetime

    def state_at(self, now: datetime) -> OfferState:
        """How it stands now."""
        if self.state is OfferState.PROPOSED and self.span.start <= now:
            return OfferState.EXPIRED
        return self.state


def open_offers(offers: Iterable[OfferedTime], now: datetime) -> list[OfferedTime]:
    """Those that can still be said yes to, earliest first."""
    found = [offer for offer in offers if offer.state_at(now) is OfferState.PROPOSED]
    return sorted(found, key=lambda offer: offer.span)


def offer_line(span: Span, zone: ZoneInfo, their_zone: ZoneInfo | None) -> str:
    """As in “Thu 26 March, 16:00-16:20 (your time 13:00)”; their day only where it is another one."""
    here = span.start.astimezone(zone)
    said = f"{_day(here)}, {here:%H:%M}-{span.end.astimezone(zone):%H:%M}"
    if their_zone is None:
        return said
    there = span.start.astimezone(their_zone)
    if there.utcoffset() == here.utcoffset():
        return said
    day = f"{_day(there)}, " if there.date() != here.date() else ""
    return f"{said} (your time {day}{there:%H:%M})"


def offer_list(spans: Sequence[Span], zone: ZoneInfo, their_zone: ZoneInfo | None, *, inline: bool = False) -> str:
    """All of them: a line each, or within a sentence."""
    lines = [offer_line(span, zone, their_zone) for span in spans]
    if not inline:
        return "\n".join(f"- {line}" for line in lines)
    return f"{'; '.join(lines[:-1])} or {lines[-1]}" if len(lines) > 1 else "".join(lines)


def _day(at: datetime) -> str:
    return f"{DAYS[at.weekday()][:3]} {at.day} {MONTHS[at.month - 1]}"
