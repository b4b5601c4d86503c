"""How each fact is written in a row of ``fact``, and read back. One entry a type, both directions side by side."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.people import Status
from otnet_desktop.store.rows import day, instant, optional_day, seconds

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """Refs behind the ids that fact rows hold. Somebody who was removed is missing."""

    people: Mapping[int, str]
    meetings: Mapping[int, str]
    promises: Mapping[int, f.PromiseMade]
    opportunities: Mapping[int, f.OpportunityNoted]
    attendees: Mapping[int, tuple[int, ...]]
    joined: Mapping[int, frozenset[int]]

    def invited(self, meeting: int) -> tuple[str, ...]:
        """The refs of those who were there from the start of a meeting's story."""
        late = self.joined.get(meeting, frozenset())
        return tuple(self.people[p] for p in self.attendees.get(meeting, ()) if p not in late and p in self.people)


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of ``fact`` with its data unpacked."""

    id: int
    at: datetime
    type: str
    person: int | None
    other: int | None
    meeting: int | None
    promise: int | None
    opportunity: int | None
    data: Data


def pack(fact: f.Fact, person_ids: Mapping[str, int]) -> tuple[str, Data]:
    """The type and the special data of a fact; ids of people where the data names some."""
    match fact:
        case f.ChannelChecked(ok=ok):
            return "channel", {"ok": ok}
        case f.Sent(kind=kind, needs_reply=needs_reply):
            return "sent", {"kind": kind.value, "needs_reply": needs_reply}
        case f.Received(kind=received, ask_again_on=ask, return_on=back):
            return "received", {"kind": received.value, "ask": optional_day(ask), "back": optional_day(back)}
        case f.Withdrawn():
            return "withdrawn", {}
        case f.StatusSet(status=status, on=on):
            return "status", {"status": status.value, "on": on}
        case f.JobMoved(address_lost=lost, organisation=organisation):
            return "job_moved", {"lost": lost, "to": organisation}
        case f.CadenceSet(days=days):
            return "cadence", {"days": days}
        case f.MeetingAgreed(start=start, end=end, format=form):
            return "agreed", {"start": seconds(start), "end": seconds(end), "format": form.value}
        case f.MeetingMoved(start=start, end=end):
            return "moved", {"start": seconds(start), "end": seconds(end)}
        case f.MeetingCancelled(by=by):
            return "cancelled", {"by": by.value}
        case f.OutcomeRecorded(outcome=outcome, absent=absent):
            return "outcome", {"outcome": outcome.value, "absent": [person_ids[ref] for ref in absent]}
        case f.Encountered(event=event):
            return "encounter", {"event": event}
        case f.Joined():
            return "joined", {}
        case f.Thanked(mid=mid, how=how, forced=forced):
            return "thanked", {"for": mid, "how": how.value, "forced": forced}
        case f.ThanksSkipped(mid=mid, reason=reason):
            return "thanks_skipped", {"for": mid, "reason": reason}
        case f.PromiseMade():
            return "promise_made", {}
        case f.PromiseKept():
            return "promise_kept", {}
        case f.Referred():
            return "referred", {}
        case f.OpportunityNoted(state=state):
            return "opportunity", {"state": state.value}
        case f.Snoozed(key=key, until=until):
            return "snoozed", {"key": key, "until": seconds(until)}
        case f.Dismissed(key=key):
            return "dismissed", {"key": key}
    message = f"{type(fact).__name__} is derived from its own table and never written as a fact row"
    raise TypeError(message)


def unpack(row: FactRow, names: Names) -> f.Fact:
    """The fact behind a row. Raises KeyError for a type this version does not know."""
    return READERS[row.type](row, names, {"at": row.at, "seq": row.id})


def _person(row: FactRow, names: Names) -> str:
    return names.people.get(row.person or 0, "")


def _meeting(row: FactRow, names: Names) -> str:
    return names.meetings.get(row.meeting or 0, "")


def _received(row: FactRow, names: Names, when: Data) -> f.Fact:
    return f.Received(
        pid=_person(row, names),
        kind=f.InKind(row.data["kind"]),
        ask_again_on=day(row.data["ask"]),
        return_on=day(row.data["back"]),
        **when,
    )


def _agreed(row: FactRow, names: Names, when: Data) -> f.Fact:
    return f.MeetingAgreed(
        mid=_meeting(row, names),
        pids=names.invited(row.meeting or 0),
        start=instant(row.data["start"]),
        end=instant(row.data["end"]),
        format=f.MeetingFormat(row.data["format"]),
        **when,
    )


def _outcome(row: FactRow, names: Names, when: Data) -> f.Fact:
    return f.OutcomeRecorded(
        mid=_meeting(row, names),
        outcome=f.MeetingOutcome(row.data["outcome"]),
        absent=tuple(names.people[p] for p in row.data["absent"] if p in names.people),
        **when,
    )


def _thanked(row: FactRow, names: Names, when: Data) -> f.Fact:
    return f.Thanked(
        mid=_meeting(row, names) or row.data["for"],
        pids=(_person(row, names),),
        how=f.ThanksHow(row.data["how"]),
        forced=row.data["forced"],
        **when,
    )


def _promise_made(row: FactRow, names: Names, when: Data) -> f.Fact:
    told = names.promises[row.promise or 0]
    return f.PromiseMade(cid=told.cid, pid=told.pid, by=told.by, text=told.text, due_on=told.due_on, **when)


def _opportunity(row: FactRow, names: Names, when: Data) -> f.Fact:
    told = names.opportunities[row.opportunity or 0]
    return f.OpportunityNoted(
        oid=told.oid,
        state=f.OpportunityState(row.data["state"]),
        pid=told.pid,
        title=told.title,
        deadline=told.deadline,
        helpers=told.helpers,
        **when,
    )


READERS: dict[str, Callable[[FactRow, Names, Data], f.Fact]] = {
    "channel": lambda r, n, w: f.ChannelChecked(pid=_person(r, n), ok=r.data["ok"], **w),
    "sent": lambda r, n, w: f.Sent(
        pid=_person(r, n), kind=f.OutKind(r.data["kind"]), needs_reply=r.data["needs_reply"], **w
    ),
    "received": _received,
    "withdrawn": lambda r, n, w: f.Withdrawn(pid=_person(r, n), **w),
    "status": lambda r, n, w: f.StatusSet(pid=_person(r, n), status=Status(r.data["status"]), on=r.data["on"], **w),
    "job_moved": lambda r, n, w: f.JobMoved(
        pid=_person(r, n), address_lost=r.data["lost"], organisation=r.data["to"], **w
    ),
    "cadence": lambda r, n, w: f.CadenceSet(pid=_person(r, n), days=r.data["days"], **w),
    "agreed": _agreed,
    "moved": lambda r, n, w: f.MeetingMoved(
        mid=_meeting(r, n), start=instant(r.data["start"]), end=instant(r.data["end"]), **w
    ),
    "cancelled": lambda r, n, w: f.MeetingCancelled(mid=_meeting(r, n), by=f.Side(r.data["by"]), **w),
    "outcome": _outcome,
    "encounter": lambda r, n, w: f.Encountered(
        mid=_meeting(r, n), pids=n.invited(r.meeting or 0), event=r.data["event"], **w
    ),
    "joined": lambda r, n, w: f.Joined(mid=_meeting(r, n), pid=_person(r, n), **w),
    "thanked": _thanked,
    "thanks_skipped": lambda r, n, w: f.ThanksSkipped(
        mid=_meeting(r, n) or r.data["for"], pid=_person(r, n), reason=r.data["reason"], **w
    ),
    "promise_made": _promise_made,
    "promise_kept": lambda r, n, w: f.PromiseKept(cid=n.promises[r.promise or 0].cid, **w),
    "referred": lambda r, n, w: f.Referred(by=_person(r, n), to=n.people.get(r.other or 0, ""), **w),
    "opportunity": _opportunity,
    "snoozed": lambda r, n, w: f.Snoozed(key=r.data["key"], until=instant(r.data["until"]), **w),
    "dismissed": lambda r, n, w: f.Dismissed(key=r.data["key"], **w),
}


def unpacked(data: str) -> Data:
    """The data column as a dictionary."""
    loaded: Data = json.loads(data)
    return loaded
