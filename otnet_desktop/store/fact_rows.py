"""How each fact is written in a row of ``fact``, and read back. One entry a type, both directions side by side."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.people import Status
from otnet_desktop.store.rows import day, instant, optional_day, seconds

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """Refs behind the ids that fact rows hold. Somebody who was removed is missing.

    How one meets is edited like a meeting's title; ``formats`` holds what is agreed by now.
    """

    people: Mapping[int, str]
    meetings: Mapping[int, str]
    formats: Mapping[int, f.MeetingFormat]
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


@dataclass(frozen=True, slots=True)
class Form:
    """How one type of fact is written and read: its name in the row, what goes into ``data``, and the fact again."""

    name: str
    write: Callable[[Any, Mapping[str, int]], Data]
    read: Callable[[FactRow, Names, Data], f.Fact]


def pack(fact: f.Fact, person_ids: Mapping[str, int]) -> tuple[str, Data]:
    """The type and the special data of a fact; ids of people where the data names some.

    Raises KeyError for a fact that is told by a table of its own (people, purposes, key points, drafts).
    """
    form = FORMS[type(fact)]
    return form.name, form.write(fact, person_ids)


def unpack(row: FactRow, names: Names) -> f.Fact:
    """The fact behind a row. Raises KeyError for a type this version does not know."""
    return BY_NAME[row.type].read(row, names, {"at": row.at, "seq": row.id})


def nothing(_fact: f.Fact, _ids: Mapping[str, int]) -> Data:
    """Facts that say everything by the rows they are tied to."""
    return {}


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
        format=names.formats[row.meeting or 0],
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
    return replace(names.promises[row.promise or 0], **when)


def _opportunity(row: FactRow, names: Names, when: Data) -> f.Fact:
    return replace(names.opportunities[row.opportunity or 0], state=f.OpportunityState(row.data["state"]), **when)


FORMS: dict[type[f.Fact], Form] = {
    f.ChannelChecked: Form(
        "channel",
        lambda x, _: {"ok": x.ok},
        lambda r, n, w: f.ChannelChecked(pid=_person(r, n), ok=r.data["ok"], **w),
    ),
    f.Sent: Form(
        "sent",
        lambda x, _: {"kind": x.kind.value, "needs_reply": x.needs_reply},
        lambda r, n, w: f.Sent(
            pid=_person(r, n), kind=f.OutKind(r.data["kind"]), needs_reply=r.data["needs_reply"], **w
        ),
    ),
    f.Received: Form(
        "received",
        lambda x, _: {"kind": x.kind.value, "ask": optional_day(x.ask_again_on), "back": optional_day(x.return_on)},
        _received,
    ),
    f.Withdrawn: Form("withdrawn", nothing, lambda r, n, w: f.Withdrawn(pid=_person(r, n), **w)),
    f.StatusSet: Form(
        "status",
        lambda x, _: {"status": x.status.value, "on": x.on},
        lambda r, n, w: f.StatusSet(pid=_person(r, n), status=Status(r.data["status"]), on=r.data["on"], **w),
    ),
    f.JobMoved: Form(
        "job_moved",
        lambda x, _: {"lost": x.address_lost, "to": x.organisation},
        lambda r, n, w: f.JobMoved(pid=_person(r, n), address_lost=r.data["lost"], organisation=r.data["to"], **w),
    ),
    f.CadenceSet: Form(
        "cadence",
        lambda x, _: {"days": x.days},
        lambda r, n, w: f.CadenceSet(pid=_person(r, n), days=r.data["days"], **w),
    ),
    f.MeetingAgreed: Form(
        "agreed",
        lambda x, _: {"start": seconds(x.start), "end": seconds(x.end)},
        _agreed,
    ),
    f.MeetingMoved: Form(
        "moved",
        lambda x, _: {"start": seconds(x.start), "end": seconds(x.end)},
        lambda r, n, w: f.MeetingMoved(
            mid=_meeting(r, n), start=instant(r.data["start"]), end=instant(r.data["end"]), **w
        ),
    ),
    f.MeetingCancelled: Form(
        "cancelled",
        lambda x, _: {"by": x.by.value},
        lambda r, n, w: f.MeetingCancelled(mid=_meeting(r, n), by=f.Side(r.data["by"]), **w),
    ),
    f.OutcomeRecorded: Form(
        "outcome", lambda x, ids: {"outcome": x.outcome.value, "absent": [ids[ref] for ref in x.absent]}, _outcome
    ),
    f.Encountered: Form(
        "encounter",
        lambda x, _: {"event": x.event},
        lambda r, n, w: f.Encountered(mid=_meeting(r, n), pids=n.invited(r.meeting or 0), event=r.data["event"], **w),
    ),
    f.Joined: Form("joined", nothing, lambda r, n, w: f.Joined(mid=_meeting(r, n), pid=_person(r, n), **w)),
    f.Thanked: Form("thanked", lambda x, _: {"for": x.mid, "how": x.how.value, "forced": x.forced}, _thanked),
    f.ThanksSkipped: Form(
        "thanks_skipped",
        lambda x, _: {"for": x.mid, "reason": x.reason},
        lambda r, n, w: f.ThanksSkipped(
            mid=_meeting(r, n) or r.data["for"], pid=_person(r, n), reason=r.data["reason"], **w
        ),
    ),
    f.PromiseMade: Form("promise_made", nothing, _promise_made),
    f.PromiseKept: Form(
        "promise_kept", nothing, lambda r, n, w: f.PromiseKept(cid=n.promises[r.promise or 0].cid, **w)
    ),
    f.Referred: Form(
        "referred", nothing, lambda r, n, w: f.Referred(by=_person(r, n), to=n.people.get(r.other or 0, ""), **w)
    ),
    f.OpportunityNoted: Form("opportunity", lambda x, _: {"state": x.state.value}, _opportunity),
    f.Snoozed: Form(
        "snoozed",
        lambda x, _: {"key": x.key, "until": seconds(x.until)},
        lambda r, _, w: f.Snoozed(key=r.data["key"], until=instant(r.data["until"]), **w),
    ),
    f.Dismissed: Form("dismissed", lambda x, _: {"key": x.key}, lambda r, _, w: f.Dismissed(key=r.data["key"], **w)),
}
"""Every type of fact that is a row of its own."""

BY_NAME = {form.name: form for form in FORMS.values()}


def unpacked(data: str) -> Data:
    """The data column as a dictionary."""
    loaded: Data = json.loads(data)
    return loaded
