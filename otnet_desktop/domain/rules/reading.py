"""Reading a story: what each fact changes, in order of time, up to a moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from otnet_desktop.domain import facts as told
from otnet_desktop.domain.facts import Fact, GatheringFact, InKind, OutKind
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.rules.exchange import State
from otnet_desktop.domain.rules.gatherings import Occasion
from otnet_desktop.domain.rules.moment import Moment
from otnet_desktop.domain.rules.story import Settlement, Story
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import Worktime, worktime

SILENT = frozenset({InKind.OUT_OF_OFFICE, InKind.BOUNCE, InKind.DO_NOT_CONTACT})
"""What comes from a mail system, or asks for silence, is no sign of life to keep in touch by."""


@dataclass(slots=True)
class Reading:
    """A story while it is being read, and the habits that decide what a fact means."""

    story: Story
    timing: Timing
    rhythm: Worktime


F = TypeVar("F", bound=Fact)
CHANGES: dict[type[Fact], Callable[[Reading, Any], None]] = {}
"""What each kind of fact does to a story; kinds that are not here concern more than one person's story."""


def of(kind: type[F]) -> Callable[[Callable[[Reading, F], None]], Callable[[Reading, F], None]]:
    """Marks what this kind of fact does."""

    def remember(change: Callable[[Reading, F], None]) -> Callable[[Reading, F], None]:
        CHANGES[kind] = change
        return change

    return remember


def read(person: str, facts: list[Fact], moment: Moment, timing: Timing) -> Story:
    """The story as it stands at the moment; ``facts`` are in order of time."""
    reading = Reading(Story(person), timing, worktime(timing))
    for fact in facts:
        if not moment.has_reached(fact.at):
            break
        change = CHANGES.get(type(fact))
        if change is not None:
            change(reading, fact)
    return reading.story


# -- before writing --------------------------------------------------------------------------------------------


@of(told.PurposeSet)
def _purpose_set(reading: Reading, fact: told.PurposeSet) -> None:
    reading.story.has_purpose, reading.story.gate = True, fact.gate


@of(told.KeyPointNoted)
def _key_point_noted(reading: Reading, _fact: told.KeyPointNoted) -> None:
    reading.story.has_key_point = True


@of(told.DraftSaved)
def _draft_saved(reading: Reading, fact: told.DraftSaved) -> None:
    reading.story.draft_at, reading.story.has_begun = fact.at, True


@of(told.ChannelChecked)
def _channel_checked(reading: Reading, fact: told.ChannelChecked) -> None:
    reading.story.is_reachable = fact.ok
    if fact.ok:
        reading.story.address_lost_at = None
        reading.story.exchange.address_works()


# -- writing ---------------------------------------------------------------------------------------------------


@of(told.Sent)
def _sent(reading: Reading, sent: told.Sent) -> None:
    story = reading.story
    asked = story.exchange.asked_at
    rests_after = reading.timing.quiet_after_bd
    stale = asked is not None and sent.at >= reading.rhythm.business_days_after(asked, rests_after)
    story.exchange.wrote(sent, gone_stale=stale)
    story.has_begun, story.draft_at, story.address_lost_at = True, None, None
    if sent.kind is OutKind.THANKS:
        story.settlements.append(Settlement("", sent.at, for_everything=True))
    elif sent.kind is OutKind.KEEP_IN_TOUCH:
        story.notes_unanswered += 1
    story.reached_out(sent.at)


@of(told.Received)
def _received(reading: Reading, received: told.Received) -> None:
    story = reading.story
    story.exchange.heard(received, met=story.met)
    match received.kind:
        case InKind.DO_NOT_CONTACT:
            story.marks.add(Status.DO_NOT_CONTACT)
        case InKind.ANSWER:
            mid = f"mail-{reading.rhythm.local(received.at):%Y%m%d%H%M}"
            story.answers.append(Occasion(mid, "answer", received.at, received.at))
        case InKind.NO:
            story.refused_at, story.draft_at = received.at, None
    if received.kind not in SILENT:
        story.notes_unanswered = 0
        story.touch(received.at)


@of(told.Withdrawn)
def _withdrawn(reading: Reading, fact: told.Withdrawn) -> None:
    reading.story.draft_at = None
    reading.story.exchange.withdrawn()
    reading.story.gatherings.withdrawn(fact.at)


# -- meeting ---------------------------------------------------------------------------------------------------


def _gathered(reading: Reading, fact: GatheringFact) -> None:
    story = reading.story
    took_place = story.gatherings.tell(fact, story.person, story.exchange)
    if took_place is not None:
        story.notes_unanswered = 0
        story.touch(took_place)


CHANGES.update(dict.fromkeys(GatheringFact.__args__, _gathered))


@of(told.Thanked)
def _thanked(reading: Reading, fact: told.Thanked) -> None:
    story = reading.story
    story.settlements.append(Settlement(fact.mid, fact.at))
    story.exchange.said_no_at = None
    story.reached_out(fact.at)


@of(told.ThanksSkipped)
def _thanks_skipped(reading: Reading, fact: told.ThanksSkipped) -> None:
    reading.story.settlements.append(Settlement(fact.mid, fact.at))


# -- a relationship --------------------------------------------------------------------------------------------


@of(told.StatusSet)
def _status_set(reading: Reading, fact: told.StatusSet) -> None:
    marks = reading.story.marks
    (marks.add if fact.on else marks.discard)(fact.status)


@of(told.JobMoved)
def _job_moved(reading: Reading, fact: told.JobMoved) -> None:
    story = reading.story
    story.moved_at = None if fact.address_lost else fact.at
    story.address_lost_at = fact.at if fact.address_lost else None


@of(told.CadenceSet)
def _cadence_set(reading: Reading, fact: told.CadenceSet) -> None:
    story = reading.story
    story.cadence_days, story.cadence_set_at = fact.days, fact.at
    story.notes_unanswered = 0
    if fact.days and story.met and story.exchange.state in (State.WITHDRAWN, State.RESTING):
        story.exchange.met_or_agreed()


@of(told.PromiseMade)
def _promise_made(reading: Reading, fact: told.PromiseMade) -> None:
    reading.story.promises[fact.cid] = fact


@of(told.PromiseKept)
def _promise_kept(reading: Reading, fact: told.PromiseKept) -> None:
    reading.story.promises.pop(fact.cid, None)


@of(told.Referred)
def _referred(reading: Reading, fact: told.Referred) -> None:
    reading.story.referrals.setdefault(fact.to, fact.at)
