"""What has happened with one person, as far as the rules need to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from otnet_desktop.domain.facts import Gate, PromiseMade
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.rules.exchange import Exchange
from otnet_desktop.domain.rules.gatherings import Gatherings, Occasion


@dataclass(frozen=True, slots=True)
class Settlement:
    """A thank-you given, or decided against, for an occasion; without one, for an answer by mail or for everything."""

    mid: str
    at: datetime
    for_everything: bool = False


@dataclass(slots=True)
class Story:
    """One person's story so far. ``notes_unanswered`` counts keep-in-touch notes since they last gave a sign."""

    person: str
    exchange: Exchange = field(default_factory=Exchange)
    gatherings: Gatherings = field(default_factory=Gatherings)
    answers: list[Occasion] = field(default_factory=list)
    settlements: list[Settlement] = field(default_factory=list)
    promises: dict[str, PromiseMade] = field(default_factory=dict)
    referrals: dict[str, datetime] = field(default_factory=dict)
    marks: set[Status] = field(default_factory=set)
    has_purpose: bool = False
    gate: Gate = Gate.NOT_NEEDED
    has_key_point: bool = False
    is_reachable: bool = True
    has_begun: bool = False
    draft_at: datetime | None = None
    cadence_days: int = 0
    cadence_set_at: datetime | None = None
    notes_unanswered: int = 0
    refused_at: datetime | None = None
    moved_at: datetime | None = None
    address_lost_at: datetime | None = None
    reached_out_at: datetime | None = None
    in_touch_at: datetime | None = None

    @property
    def status(self) -> Status:
        """The strictest mark set and not taken back."""
        return max(self.marks, key=lambda mark: mark.strictness, default=Status.ACTIVE)

    @property
    def met(self) -> bool:
        """We talked, or they helped by mail."""
        return bool(self.answers) or self.gatherings.any_took_place

    @property
    def occasions(self) -> list[Occasion]:
        """Everything one may be thankful for, in order of time."""
        return sorted([*self.answers, *self.gatherings.occasions()], key=lambda o: o.place_in_time)

    def reached_out_since(self, instant: datetime) -> bool:
        """Whether I wrote or thanked at that instant or later."""
        return self.reached_out_at is not None and self.reached_out_at >= instant

    def reached_out(self, at: datetime) -> None:
        """I wrote or thanked."""
        self.reached_out_at = at
        self.touch(at)

    def touch(self, at: datetime) -> None:
        """There was contact, in either direction."""
        if self.in_touch_at is None or at > self.in_touch_at:
            self.in_touch_at = at
