"""Facts laid out by what they concern, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from otnet_desktop.domain.facts import (
    CadenceSet,
    ChannelChecked,
    Dismissed,
    DraftSaved,
    Encountered,
    Fact,
    JobMoved,
    Joined,
    KeyPointNoted,
    MeetingAgreed,
    MeetingCancelled,
    MeetingMoved,
    OpportunityNoted,
    OutcomeRecorded,
    PersonAdded,
    PromiseKept,
    PromiseMade,
    PurposeSet,
    Received,
    Referred,
    Sent,
    Snoozed,
    StatusSet,
    Thanked,
    ThanksSkipped,
    Withdrawn,
)

Action = Snoozed | Dismissed

NOBODY = ""
"""An opportunity that came through no one is looked at under this name."""


@dataclass(slots=True)
class CaseFile:
    """Who is concerned by what. A meeting's facts lie with everyone who was invited or joined.

    ``actions`` are snoozes and dismissals by reminder key, ``opportunities`` are named by their oids.
    """

    people: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    opportunities: dict[str, list[OpportunityNoted]] = field(default_factory=lambda: defaultdict(list))
    opportunities_of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    actions: dict[str, list[Action]] = field(default_factory=lambda: defaultdict(list))

    def story_of(self, person: str) -> list[Fact]:
        """That person's facts in order of time, then ``seq``."""
        return in_order(self.people.get(person, ()))


F = TypeVar("F", bound=Fact)


def in_order(facts: Iterable[F]) -> list[F]:
    """Facts as they happened, in the same order whatever order they came in."""
    told = sorted(facts, key=lambda fact: (fact.at, fact.seq))
    if any(a.at == b.at and a.seq == b.seq for a, b in zip(told, told[1:], strict=False)):
        told.sort(key=lambda fact: (fact.at, fact.seq, not isinstance(fact, PersonAdded), repr(fact)))
    return told


def lay_out(facts: Iterable[Fact]) -> CaseFile:
    """Each fact is put with everyone it concerns."""
    case = CaseFile()
    people = case.people
    meetings: dict[str, list[Fact]] = defaultdict(list)
    guests: dict[str, dict[str, None]] = defaultdict(dict)
    promises: dict[str, list[PromiseKept]] = defaultdict(list)
    promised_to: dict[str, str] = {}
    for fact in facts:
        match fact:
            case Sent():
                people[fact.pid].append(fact)
            case MeetingAgreed() | Encountered():
                meetings[fact.mid].append(fact)
                guests[fact.mid].update(dict.fromkeys(fact.pids))
            case OutcomeRecorded() | MeetingMoved() | MeetingCancelled():
                meetings[fact.mid].append(fact)
            case Thanked():
                for pid in fact.pids:
                    people[pid].append(fact)
            case Joined():
                people[fact.pid].append(fact)
                guests[fact.mid][fact.pid] = None
            case PromiseMade():
                people[fact.pid].append(fact)
                promised_to[fact.cid] = fact.pid
            case PromiseKept():
                promises[fact.cid].append(fact)
            case Referred():
                people[fact.by].append(fact)
            case OpportunityNoted():
                case.opportunities[fact.oid].append(fact)
            case Snoozed() | Dismissed():
                case.actions[fact.key].append(fact)
            case (
                Received() | PersonAdded() | PurposeSet() | KeyPointNoted() | DraftSaved() | ChannelChecked()
                | Withdrawn() | StatusSet() | JobMoved() | CadenceSet() | ThanksSkipped()
            ):
                people[fact.pid].append(fact)
    for mid, told in meetings.items():
        for guest in guests[mid]:
            people[guest].extend(told)
    for cid, kept in promises.items():
        if cid in promised_to:
            people[promised_to[cid]].extend(kept)
    _note_opportunities(case)
    return case


def _note_opportunities(case: CaseFile) -> None:
    for oid, told in case.opportunities.items():
        case.opportunities[oid] = told = in_order(told)
        came_through = dict.fromkeys(note.pid for note in told if note.pid) or {NOBODY: None}
        helped = dict.fromkeys(helper for note in told for helper in note.helpers)
        for person in came_through | helped:
            case.people[person].extend(())
            case.opportunities_of[person].append(oid)
