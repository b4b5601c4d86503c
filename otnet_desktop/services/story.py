"""Gathers the story of a person, or of everyone, from meetings, messages and facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.meetings import Meeting, MeetingKind
from otnet_desktop.domain.messages import Message, MessageState
from otnet_desktop.domain.people import PersonId
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
        return latest_first(entries)

    def of_everyone(self, start: datetime, end: datetime) -> list[StoryEntry]:
        """Everyone's meetings in a span of time."""
        return latest_first(meeting_entry(meeting) for meeting in self._store.meetings.between(start, end))

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


def told_by(fact: f.Fact, ref: str, promises: dict[str, f.PromiseMade]) -> Told | None:  # noqa: PLR0911
    """What a fact adds to the story of ``ref``; none for what meetings and messages tell themselves."""
    match fact:
        case f.PersonAdded(pid=pid) if pid == ref:
            return StoryKind.ADDED, {}
        case f.PurposeSet(pid=pid, kind=kind) if pid == ref:
            return StoryKind.PURPOSE, {"purpose": kind}
        case f.Thanked(pids=pids, how=how) if ref in pids:
            return StoryKind.THANKED, {"how": how.value}
        case f.ThanksSkipped(pid=pid, reason=reason) if pid == ref:
            return StoryKind.THANKS_SKIPPED, {"reason": reason}
        case f.StatusSet(pid=pid, status=status, on=on) if pid == ref:
            return StoryKind.STATUS, {"status": status.value if on else "active"}
        case f.JobMoved(pid=pid) if pid == ref:
            return StoryKind.MOVED, {}
        case f.CadenceSet(pid=pid, days=days) if pid == ref:
            return StoryKind.CADENCE, {"days": str(days)}
        case f.Withdrawn(pid=pid) if pid == ref:
            return StoryKind.WITHDRAWN, {}
        case f.PromiseMade(pid=pid, by=by, text=text) if pid == ref:
            return StoryKind.PROMISED, {"by": by.value, "text": text}
        case f.PromiseKept(cid=cid) if cid in promises and promises[cid].pid == ref:
            return StoryKind.PROMISE_KEPT, {"by": promises[cid].by.value, "text": promises[cid].text}
        case f.Referred(by=by, to=to) if by == ref:
            return StoryKind.INTRODUCED, {"ref": to}
        case f.OpportunityNoted(title=title, state=state):
            return StoryKind.OPPORTUNITY, {"title": title, "state": state.value}
    return None


def meeting_entry(meeting: Meeting) -> StoryEntry:
    """A meeting or encounter, at its start."""
    kind = StoryKind.ENCOUNTER if meeting.plan.kind is MeetingKind.ENCOUNTER else StoryKind.MEETING
    return StoryEntry(meeting.plan.start, kind, meeting.plan.people, meeting=meeting)


def message_entry(message: Message) -> StoryEntry:
    """A message, at the instant it was sent, received or last saved."""
    return StoryEntry(message.at, MESSAGE_KINDS[message.state], (message.person,), message=message)


def latest_first(entries: Iterable[StoryEntry]) -> list[StoryEntry]:
    """The story from the future down to the beginning."""
    return sorted(entries, key=lambda entry: entry.at, reverse=True)
