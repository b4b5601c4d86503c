"""Gathers the story of a person, or of everyone, from meetings, messages and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from typing import Any

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.density import Grain, Stretch, dense
from otnet_desktop.domain.meetings import Meeting, MeetingKind
from otnet_desktop.domain.messages import Message, MessageState
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.story import StoryEntry, StoryKind
from otnet_desktop.store.store import Store

MESSAGE_KINDS = {
    MessageState.DRAFT: StoryKind.DRAFT,
    MessageState.HANDED_OVER: StoryKind.DRAFT,
    MessageState.SENT: StoryKind.WROTE,
    MessageState.RECEIVED: StoryKind.HEARD,
}


class StoryService:
    """What happened and what is to come, latest first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, person: PersonId) -> list[StoryEntry]:
        """One person's story."""
        ref = self._store.people.get(person).ref
        entries = [
            *(meeting_entry(meeting) for meeting in self._store.meetings.of(person)),
            *(message_entry(message) for message in self._store.messages.of(person)),
            *self._told(ref, person, self._store.facts.about([person])),
        ]
        return latest_first(without_doubles(entries))

    def extent(self) -> tuple[datetime, datetime] | None:
        """When the first meeting of all begins and the last one; none without any."""
        return self._store.meeting_times.extent()

    def of_everyone(self, start: datetime, end: datetime) -> list[StoryEntry]:
        """Everyone's meetings in a span of time."""
        return latest_first(meeting_entry(meeting) for meeting in self._store.meetings.between(start, end))

    def is_any_between(self, start: datetime, end: datetime) -> bool:
        """Whether there is anything in a span of time."""
        return self._store.meeting_times.is_any(start, end)

    def nth_before(self, moment: datetime, nth: int) -> datetime | None:
        """When the ``nth`` meeting of all before that moment began; none where there are fewer."""
        return self._store.meeting_times.nth_before(moment, nth)

    def nth_from(self, moment: datetime, nth: int) -> datetime | None:
        """When the ``nth`` meeting of all from that moment on begins; none where there are fewer."""
        return self._store.meeting_times.nth_from(moment, nth)

    def density(self, grain: Grain, zone: tzinfo) -> list[Stretch]:
        """How many meetings there were and will be in each month or year, the latest first."""
        told = self._store.looking_back.meetings()
        return dense(((at.astimezone(zone).date(), [PersonId(p) for p in people]) for at, people in told), grain)

    def _told(self, ref: str, person: PersonId, facts: Iterable[f.Fact]) -> Iterable[StoryEntry]:
        facts = list(facts)
        promises = {fact.cid: fact for fact in facts if isinstance(fact, f.PromiseMade)}
        for fact in facts:
            told = told_by(fact, ref, promises)
            if told is not None:
                kind, values = told
                if "ref" in values:
                    values = values | {"name": self._name(values["ref"])}
                yield StoryEntry(fact.at, kind, (person,), values=values)

    def _name(self, ref: str) -> str:
        known = self._store.people.id_of(ref)
        return self._store.people.get(known).profile.full_name if known is not None else ""


Told = tuple[StoryKind, dict[str, str]]


def told_by(fact: f.Fact, ref: str, promises: dict[str, f.PromiseMade]) -> Told | None:
    """What a fact adds to the story of ``ref``; none for what meetings and messages tell themselves."""
    if isinstance(fact, f.PromiseKept):
        promise = promises.get(fact.cid)
        return (StoryKind.PROMISE_KEPT, promised(promise)) if promise and promise.pid == ref else None
    tell = TELLERS.get(type(fact))
    return tell(fact) if tell and concerns(fact, ref) else None


def concerns(fact: f.Fact, ref: str) -> bool:
    """Whether a fact is told of this person. Opportunities come only with the people they concern."""
    named = (getattr(fact, "pid", ""), *getattr(fact, "pids", ()))
    if isinstance(fact, f.Referred):
        named = (fact.by,)
    return ref in named or isinstance(fact, f.OpportunityNoted)


def promised(promise: f.PromiseMade) -> dict[str, str]:
    """Who promised what by when ("" for no day), and the ref of the promise."""
    due = promise.due_on.isoformat() if promise.due_on else ""
    return {"by": promise.by.value, "text": promise.text, "promise": promise.cid, "due": due}


TELLERS: dict[type[f.Fact], Callable[[Any], Told]] = {
    f.PersonAdded: lambda _fact: (StoryKind.ADDED, {}),
    f.PurposeSet: lambda fact: (StoryKind.PURPOSE, {"purpose": fact.kind}),
    f.Thanked: lambda fact: (StoryKind.THANKED, {"how": fact.how.value}),
    f.ThanksSkipped: lambda fact: (StoryKind.THANKS_SKIPPED, {"reason": fact.reason}),
    f.StatusSet: lambda fact: (StoryKind.STATUS, {"status": (fact.status if fact.on else Status.ACTIVE).value}),
    f.JobMoved: lambda fact: (StoryKind.MOVED, {"organisation": fact.organisation}),
    f.CadenceSet: lambda fact: (StoryKind.CADENCE, {"days": str(fact.days)}),
    f.Withdrawn: lambda _fact: (StoryKind.WITHDRAWN, {}),
    f.PromiseMade: lambda fact: (StoryKind.PROMISED, promised(fact)),
    f.Referred: lambda fact: (StoryKind.INTRODUCED, {"ref": fact.to}),
    f.OpportunityNoted: lambda fact: (StoryKind.OPPORTUNITY, {"title": fact.title, "state": fact.state.value}),
}


def meeting_entry(meeting: Meeting) -> StoryEntry:
    """A meeting or encounter, at its start."""
    kind = StoryKind.ENCOUNTER if meeting.plan.kind is MeetingKind.ENCOUNTER else StoryKind.MEETING
    return StoryEntry(meeting.plan.start, kind, meeting.plan.people, meeting=meeting)


def message_entry(message: Message) -> StoryEntry:
    """A message, at the instant it was sent, received or last saved."""
    return StoryEntry(message.at, MESSAGE_KINDS[message.state], (message.person,), message=message)


def without_doubles(entries: list[StoryEntry]) -> list[StoryEntry]:
    """A thank-you that was written is told by its message; the thanks it settled are not told beside it."""
    written = {e.at for e in entries if e.message is not None and e.message.kind == f.OutKind.THANKS}
    return [e for e in entries if e.kind is not StoryKind.THANKED or e.at not in written]


def latest_first(entries: Iterable[StoryEntry]) -> list[StoryEntry]:
    """The story from the future down to the beginning."""
    return sorted(entries, key=lambda entry: entry.at, reverse=True)
