"""Facts laid out by what they concern, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from otnet_desktop.domain import facts as told
from otnet_desktop.domain.facts import Fact, GatheringFact

NOBODY = ""
"""An opportunity that came through no one is looked at under this name."""

RANK = {
    kind: rank for rank, kind in enumerate(vars(told).values()) if isinstance(kind, type) and issubclass(kind, Fact)
}
"""Of facts of the same instant and ``seq``, those defined first come first (an answer before the meeting it led to)."""

F = TypeVar("F", bound=Fact)


def in_order(facts: Iterable[F]) -> list[F]:
    """Facts as they happened, in the same order whatever order they came in."""
    ordered = sorted(facts, key=lambda fact: (fact.at, fact.seq))
    tied = {(a.at, a.seq) for a, b in pairwise(ordered) if a.at == b.at and a.seq == b.seq}
    if tied:
        ordered.sort(
            key=lambda f: (f.at, f.seq, RANK[type(f)], repr(f)) if (f.at, f.seq) in tied else (f.at, f.seq, 0, "")
        )
    return ordered


@dataclass(slots=True)
class CaseFile:
    """Who is concerned by what. A meeting's facts lie with everyone who was invited or joined.

    ``actions`` are snoozes and dismissals by reminder key, ``opportunities`` are named by their oids.
    """

    people: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    opportunities: dict[str, list[told.OpportunityNoted]] = field(default_factory=lambda: defaultdict(list))
    opportunities_of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    actions: dict[str, list[told.Snoozed | told.Dismissed]] = field(default_factory=lambda: defaultdict(list))

    def story_of(self, person: str) -> list[Fact]:
        """That person's facts in order of time, then ``seq``."""
        return in_order(self.people.get(person, ()))


def lay_out(facts: Iterable[Fact]) -> CaseFile:
    """Each fact is put with everyone it concerns."""
    case = CaseFile()
    gatherings, promises = _Gatherings(), _Promises()
    for fact in facts:
        match fact:
            case told.PersonFact():
                case.people[fact.pid].append(fact)
                promises.notice(fact)
            case told.Snoozed() | told.Dismissed():
                case.actions[fact.key].append(fact)
            case told.OpportunityNoted():
                case.opportunities[fact.oid].append(fact)
            case told.Referred():
                case.people[fact.by].append(fact)
            case told.Thanked():
                for pid in fact.pids:
                    case.people[pid].append(fact)
            case told.PromiseKept():
                promises.kept.append(fact)
            case (
                told.MeetingAgreed()
                | told.MeetingMoved()
                | told.MeetingCancelled()
                | told.OutcomeRecorded()
                | told.Encountered()
                | told.Joined()
            ):
                gatherings.take(fact)
    gatherings.hand_out(case.people)
    promises.hand_out(case.people)
    _hand_out_opportunities(case)
    return case


@dataclass(slots=True)
class _Gatherings:
    """Facts that name a meeting or encounter rather than people, until all its guests are known."""

    told_of: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    guests: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def take(self, fact: GatheringFact) -> None:
        if isinstance(fact, told.MeetingAgreed | told.Encountered):
            self.guests[fact.mid].update(dict.fromkeys(fact.pids))
        elif isinstance(fact, told.Joined):
            self.guests[fact.mid][fact.pid] = None
        self.told_of[fact.mid].append(fact)

    def hand_out(self, people: dict[str, list[Fact]]) -> None:
        for mid, facts in self.told_of.items():
            for guest in self.guests[mid]:
                people[guest].extend(facts)


@dataclass(slots=True)
class _Promises:
    """Promises kept name the promise; whom it concerns is told where it was made."""

    concerns: dict[str, str] = field(default_factory=dict)
    kept: list[told.PromiseKept] = field(default_factory=list)

    def notice(self, fact: Fact) -> None:
        if isinstance(fact, told.PromiseMade):
            self.concerns[fact.cid] = fact.pid

    def hand_out(self, people: dict[str, list[Fact]]) -> None:
        for fact in self.kept:
            if fact.cid in self.concerns:
                people[self.concerns[fact.cid]].append(fact)


def _hand_out_opportunities(case: CaseFile) -> None:
    """An opportunity concerns whom it came through and those who helped."""
    for oid, notes in case.opportunities.items():
        came_through = dict.fromkeys(note.pid for note in notes if note.pid) or {NOBODY: None}
        helped = dict.fromkeys(helper for note in notes for helper in note.helpers)
        for person in came_through | helped:
            case.people.setdefault(person, [])
            case.opportunities_of[person].append(oid)
    for oid in case.opportunities:
        case.opportunities[oid] = in_order(case.opportunities[oid])
