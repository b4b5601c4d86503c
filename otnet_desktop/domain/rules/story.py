"""What has happened with one person, read from the facts up to a moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from otnet_desktop.domain.facts import (
    CadenceSet,
    ChannelChecked,
    DraftSaved,
    Encountered,
    Fact,
    Gate,
    InKind,
    JobMoved,
    Joined,
    KeyPointNoted,
    MeetingAgreed,
    MeetingCancelled,
    MeetingMoved,
    OutcomeRecorded,
    OutKind,
    PromiseKept,
    PromiseMade,
    PurposeSet,
    Received,
    Referred,
    Sent,
    StatusSet,
    Thanked,
    ThanksSkipped,
    Withdrawn,
)
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.rules.exchange import Exchange, State
from otnet_desktop.domain.rules.gatherings import GatheringFact, Gatherings, Occasion
from otnet_desktop.domain.rules.moment import Moment
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import Worktime, worktime

SILENT = frozenset({InKind.OUT_OF_OFFICE, InKind.BOUNCE, InKind.DO_NOT_CONTACT})
"""What comes from a mail system, or asks for silence, is no sign of life to keep in touch by."""


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
        return sorted([*self.answers, *self.gatherings.occasions()], key=lambda o: (o.when, o.mid))

    def reached_out_since(self, instant: datetime) -> bool:
        """Whether I wrote or thanked at that instant or later."""
        return self.reached_out_at is not None and self.reached_out_at >= instant

    def touch(self, at: datetime) -> None:
        """There was contact, in either direction."""
        if self.in_touch_at is None or at > self.in_touch_at:
            self.in_touch_at = at


def read(person: str, told: list[Fact], moment: Moment, timing: Timing) -> Story:
    """The story as it stands at the moment; ``told`` is in order of time."""
    story = Story(person)
    rhythm = worktime(timing)
    for fact in told:
        if not moment.has_reached(fact.at):
            break
        match fact:
            case Sent():
                _wrote(story, fact, timing, rhythm)
            case Received():
                _heard(story, fact, rhythm)
            case Thanked():
                story.settlements.append(Settlement(fact.mid, fact.at))
                _reached_out(story, fact.at)
                story.exchange.said_no_at = None
            case ThanksSkipped():
                story.settlements.append(Settlement(fact.mid, fact.at))
            case PurposeSet():
                story.has_purpose, story.gate = True, fact.gate
            case KeyPointNoted():
                story.has_key_point = True
            case DraftSaved():
                story.draft_at, story.has_begun = fact.at, True
            case ChannelChecked():
                story.is_reachable = fact.ok
                if fact.ok:
                    story.address_lost_at = None
                    story.exchange.address_works()
            case PromiseMade():
                story.promises[fact.cid] = fact
            case PromiseKept():
                story.promises.pop(fact.cid, None)
            case Referred():
                story.referrals.setdefault(fact.to, fact.at)
            case StatusSet():
                (story.marks.add if fact.on else story.marks.discard)(fact.status)
            case JobMoved():
                story.moved_at = None if fact.address_lost else fact.at
                story.address_lost_at = fact.at if fact.address_lost else None
            case CadenceSet():
                _chose_cadence(story, fact)
            case Withdrawn():
                story.draft_at = None
                story.exchange.withdrawn()
                story.gatherings.withdrawn(fact.at)
            case (
                MeetingAgreed() | MeetingMoved() | MeetingCancelled() | OutcomeRecorded() | Encountered() | Joined()
            ):
                _gathered(story, fact)
    return story


def _wrote(story: Story, sent: Sent, timing: Timing, rhythm: Worktime) -> None:
    asked = story.exchange.asked_at
    stale = asked is not None and sent.at >= rhythm.business_days_after(asked, timing.quiet_after_bd)
    story.exchange.wrote(sent, gone_stale=stale)
    story.has_begun, story.draft_at, story.address_lost_at = True, None, None
    if sent.kind is OutKind.THANKS:
        story.settlements.append(Settlement("", sent.at, for_everything=True))
    elif sent.kind is OutKind.KEEP_IN_TOUCH:
        story.notes_unanswered += 1
    _reached_out(story, sent.at)


def _reached_out(story: Story, at: datetime) -> None:
    story.reached_out_at = at
    story.touch(at)


def _heard(story: Story, received: Received, rhythm: Worktime) -> None:
    story.exchange.heard(received, met=story.met)
    match received.kind:
        case InKind.DO_NOT_CONTACT:
            story.marks.add(Status.DO_NOT_CONTACT)
        case InKind.BOUNCE:
            story.is_reachable = False
        case InKind.ANSWER:
            mid = f"mail-{rhythm.local(received.at):%Y%m%d%H%M}"
            story.answers.append(Occasion(mid, "answer", received.at, received.at))
        case InKind.NO:
            story.refused_at, story.draft_at = received.at, None
    if received.kind not in SILENT:
        story.notes_unanswered = 0
        story.touch(received.at)


def _chose_cadence(story: Story, chosen: CadenceSet) -> None:
    story.cadence_days, story.cadence_set_at = chosen.days, chosen.at
    story.notes_unanswered = 0
    if chosen.days and story.met and story.exchange.state in (State.WITHDRAWN, State.RESTING):
        story.exchange.met_or_agreed()


def _gathered(story: Story, fact: GatheringFact) -> None:
    took_place = story.gatherings.tell(fact, story.person, story.exchange)
    if took_place is not None:
        story.notes_unanswered = 0
        story.touch(took_place)
