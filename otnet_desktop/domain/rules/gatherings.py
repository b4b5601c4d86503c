"""Meetings and encounters with one person: booked, moved, fallen through, held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from otnet_desktop.domain.facts import (
    Encountered,
    GatheringFact,
    Joined,
    MeetingAgreed,
    MeetingCancelled,
    MeetingFormat,
    MeetingMoved,
    MeetingOutcome,
    OutcomeRecorded,
    Side,
)
from otnet_desktop.domain.rules.exchange import Exchange, Standing

NO_SHOWS_UNTIL_REST = 2
"""Somebody who did not come twice in a row is left in peace."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something to be thankful for. ``kind`` is "meeting", "encounter" or "answer".

    ``when`` it was (the end of a meeting), ``known_at`` when it was recorded.
    """

    mid: str
    kind: str
    when: datetime
    known_at: datetime
    event: str = ""

    @property
    def place_in_time(self) -> tuple[datetime, str]:
        """What orders occasions; two of the same instant have an order too."""
        return self.when, self.mid


@dataclass(slots=True)
class Gathering:
    """A meeting (or, with ``format=None``, an encounter) as one of its guests sees it.

    ``moves`` counts reschedulings, ``is_off`` means cancelled or let go, ``before`` is how the conversation stood
    when it was booked.
    """

    mid: str
    guests: tuple[str, ...]
    start: datetime
    end: datetime
    format: MeetingFormat | None
    booked_at: datetime
    before: Standing
    event: str = ""
    moves: int = 0
    is_off: bool = False
    outcome: MeetingOutcome | None = None
    recorded_at: datetime | None = None
    was_absent: bool = False

    @property
    def is_open(self) -> bool:
        """Agreed, and nothing is known of how it went."""
        return self.format is not None and not self.is_off and self.outcome is None

    @property
    def took_place(self) -> bool:
        """We talked."""
        return self.outcome is MeetingOutcome.HELD and not self.was_absent


@dataclass(slots=True)
class Gatherings:
    """All of them by mid. ``no_shows`` counts those in a row they missed, ``cancels`` those in a row they cancelled."""

    by_mid: dict[str, Gathering] = field(default_factory=dict)
    no_shows: int = 0
    cancels: int = 0
    _not_theirs: dict[str, list[GatheringFact]] = field(default_factory=dict)

    @property
    def any_took_place(self) -> bool:
        """Whether we ever talked."""
        return any(gathering.took_place for gathering in self.by_mid.values())

    @property
    def open(self) -> list[Gathering]:
        """Meetings ahead, and those whose outcome is not known."""
        return [gathering for gathering in self.by_mid.values() if gathering.is_open]

    def occasions(self) -> Iterator[Occasion]:
        """Those that took place."""
        for told in self.by_mid.values():
            if told.took_place and told.recorded_at is not None:
                kind = "encounter" if told.format is None else "meeting"
                yield Occasion(told.mid, kind, told.end, told.recorded_at, told.event)

    def withdrawn(self, at: datetime) -> None:
        """I let it go: what lies ahead is off."""
        for gathering in self.open:
            if gathering.start > at:
                gathering.is_off = True

    def tell(self, fact: GatheringFact, person: str, exchange: Exchange) -> datetime | None:
        """Takes in a fact and moves the conversation on; the instant we met, if that is what it says."""
        if isinstance(fact, Joined) and fact.pid == person:
            return self._joined(fact, person, exchange)
        if fact.mid not in self.by_mid and not (isinstance(fact, MeetingAgreed | Encountered) and person in fact.pids):
            self._not_theirs.setdefault(fact.mid, []).append(fact)
            return None
        return self._take_in(fact, person, exchange)

    def _joined(self, joined: Joined, person: str, exchange: Exchange) -> datetime | None:
        """From now on what was told of the gathering is theirs too."""
        took_place = None
        for fact in self._not_theirs.pop(joined.mid, ()):
            took_place = self._take_in(fact, person, exchange) or took_place
        gathering = self.by_mid.get(joined.mid)
        if gathering is not None:
            gathering.guests += (person,)
            if gathering.recorded_at is not None:
                gathering.recorded_at = max(gathering.recorded_at, joined.at)
        return took_place

    def _take_in(self, fact: GatheringFact, person: str, exchange: Exchange) -> datetime | None:
        if isinstance(fact, MeetingAgreed | Encountered):
            return self._begin(fact, exchange)
        gathering = self.by_mid.get(fact.mid)
        if gathering is None:
            return None
        match fact:
            case Joined():
                gathering.guests += (fact.pid,)
            case MeetingMoved():
                gathering.start, gathering.end, gathering.booked_at = fact.start, fact.end, fact.at
                gathering.moves += 1
                gathering.is_off, gathering.outcome, gathering.recorded_at = False, None, None
                exchange.met_or_agreed()
            case MeetingCancelled():
                gathering.is_off = True
                self.cancels = self.cancels + 1 if fact.by is Side.THEM else 0
                exchange.broke_off(fact.at, f"cancelled_by_{fact.by}", gathering.start)
            case OutcomeRecorded():
                gathering.outcome, gathering.recorded_at = fact.outcome, fact.at
                gathering.was_absent = person in fact.absent
                return self._went(gathering, exchange)
        return None

    def _begin(self, fact: MeetingAgreed | Encountered, exchange: Exchange) -> datetime | None:
        before = exchange.standing
        exchange.met_or_agreed()
        if isinstance(fact, MeetingAgreed):
            self.by_mid[fact.mid] = Gathering(fact.mid, fact.pids, fact.start, fact.end, fact.format, fact.at, before)
            return None
        self.by_mid[fact.mid] = Gathering(
            fact.mid, fact.pids, fact.at, fact.at, None, fact.at, before,
            event=fact.event, outcome=MeetingOutcome.HELD, recorded_at=fact.at,
        )  # fmt: skip
        return fact.at

    def _went(self, gathering: Gathering, exchange: Exchange) -> datetime | None:
        """What an outcome does, unless we have written since: then the messages say how things stand."""
        superseded = exchange.has_moved_on_since(gathering.start)
        if gathering.took_place:
            self.no_shows = self.cancels = 0
            if not superseded:
                exchange.met_or_agreed()
            return gathering.end
        if gathering.outcome is MeetingOutcome.NO_SHOW_THEM:
            self.no_shows += 1
        if superseded or gathering.recorded_at is None:
            return None
        if gathering.outcome is MeetingOutcome.HELD:
            exchange.goes_back_to(gathering.before)
        elif gathering.outcome is MeetingOutcome.NO_SHOW_THEM and self.no_shows >= NO_SHOWS_UNTIL_REST:
            exchange.rests()
        else:
            exchange.broke_off(gathering.recorded_at, str(gathering.outcome), gathering.start)
        return None
