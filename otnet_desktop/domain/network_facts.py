"""The kinds of facts a network file may tell, and how each is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.network_fields import ToldFact
from otnet_desktop.domain.people import Status

When = dict[str, Any]
"""``at`` and ``seq``, which every fact has."""


def read_fact(told: ToldFact) -> f.Fact:
    """The fact as the rules know it."""
    kind = told.text("type")
    if kind not in READERS:
        raise told.wrong(f'"{kind}" is not a kind of fact')
    return READERS[kind](told, {"at": told.instant("at", "off", "time"), "seq": told.seq})


def _sent(t: ToldFact, when: When) -> f.Fact:
    word = t.text("kind")
    kind = f.OutKind(word) if word in list(f.OutKind) else f.OutKind.OTHER
    return f.Sent(**when, pid=t.person(), kind=kind, needs_reply=t.yes("needs_reply"))


def _received(t: ToldFact, when: When) -> f.Fact:
    ask_again_on, return_on = t.day("ask_again_on", "ask_off"), t.day("return_on", "return_off")
    kind = t.one_of("kind", f.InKind)
    return f.Received(**when, pid=t.person(), kind=kind, ask_again_on=ask_again_on, return_on=return_on)


def _purpose(t: ToldFact, when: When) -> f.Fact:
    gate = t.one_of("gate", f.Gate, f.Gate.NOT_NEEDED)
    return f.PurposeSet(**when, pid=t.person(), kind=t.text("kind", ""), gate=gate)


def _meeting(t: ToldFact, when: When) -> f.Fact:
    kind = t.one_of("fmt", f.MeetingFormat, f.MeetingFormat.VIRTUAL)
    start, end = t.span()
    return f.MeetingAgreed(**when, mid=t.text("mid"), pids=t.guests(), start=start, end=end, format=kind)


def _reschedule(t: ToldFact, when: When) -> f.Fact:
    start, end = t.span()
    return f.MeetingMoved(**when, mid=t.text("mid"), start=start, end=end)


def _encounter(t: ToldFact, when: When) -> f.Fact:
    if t.yes("join"):
        return f.Joined(**when, mid=t.text("mid"), pid=t.person())
    return f.Encountered(**when, mid=t.text("mid"), pids=t.guests(), event=t.text("event", ""))


def _outcome(t: ToldFact, when: When) -> f.Fact:
    outcome = t.one_of("outcome", f.MeetingOutcome)
    return f.OutcomeRecorded(**when, mid=t.text("mid"), outcome=outcome, absent=t.people("absent"))


def _thanked(t: ToldFact, when: When) -> f.Fact:
    how = t.one_of("how", f.ThanksHow, f.ThanksHow.EMAIL)
    return f.Thanked(**when, mid=t.text("mid", ""), pids=t.guests(), how=how, forced=t.yes("forced"))


def _promise(t: ToldFact, when: When) -> f.Fact:
    by, due_on = t.one_of("by", f.Side), t.day("due_on", "due_off")
    return f.PromiseMade(**when, cid=t.text("cid"), pid=t.person(), by=by, text=t.text("text", ""), due_on=due_on)


def _opportunity(t: ToldFact, when: When) -> f.Fact:
    return f.OpportunityNoted(
        **when,
        oid=t.text("oid"),
        state=t.one_of("state", f.OpportunityState, f.OpportunityState.OPEN),
        pid=t.person() if t.owner or t.told.get("pid") else "",
        title=t.text("title", ""),
        deadline=t.day("deadline", "deadline_off"),
        helpers=t.people("helpers"),
    )


def _snooze(t: ToldFact, when: When) -> f.Fact:
    return f.Snoozed(**when, key=_key(t), until=t.instant("until", "until_off", "until_time"))


def _key(t: ToldFact) -> str:
    """A reminder key, in which ``@`` stands for the person the fact stands inside."""
    return ":".join(t.person() if part == "@" else part for part in t.text("key").split(":"))


def _moved(t: ToldFact, when: When) -> f.Fact:
    lost, to = t.yes("address_lost"), t.text("to_org", "")
    return f.JobMoved(**when, pid=t.person(), address_lost=lost, organisation=to)


READERS: dict[str, Callable[[ToldFact, When], f.Fact]] = {
    "add_person": lambda t, when: f.PersonAdded(**when, pid=t.person()),
    "purpose": _purpose,
    "keypoint": lambda t, when: f.KeyPointNoted(**when, pid=t.person()),
    "draft": lambda t, when: f.DraftSaved(**when, pid=t.person()),
    "channel": lambda t, when: f.ChannelChecked(**when, pid=t.person(), ok=t.yes("ok", True)),
    "out": _sent,
    "in": _received,
    "withdraw": lambda t, when: f.Withdrawn(**when, pid=t.person()),
    "flag": lambda t, when: f.StatusSet(**when, pid=t.person(), status=t.one_of("flag", Status), on=t.yes("on", True)),
    "moved": _moved,
    "kit": lambda t, when: f.CadenceSet(**when, pid=t.person(), days=t.number("days")),
    "meeting": _meeting,
    "reschedule": _reschedule,
    "cancel": lambda t, when: f.MeetingCancelled(**when, mid=t.text("mid"), by=t.one_of("by", f.Side)),
    "outcome": _outcome,
    "encounter": _encounter,
    "join": lambda t, when: f.Joined(**when, mid=t.text("mid"), pid=t.person()),
    "thanked": _thanked,
    "thanks_skipped": lambda t, when: f.ThanksSkipped(
        **when, mid=t.text("mid", ""), pid=t.person(), reason=t.text("reason", "")
    ),
    "promise": _promise,
    "promise_done": lambda t, when: f.PromiseKept(**when, cid=t.text("cid")),
    "referral": lambda t, when: f.Referred(**when, by=t.person("by"), to=t.person("to")),
    "opportunity": _opportunity,
    "snooze": _snooze,
    "dismiss": lambda t, when: f.Dismissed(**when, key=_key(t)),
}
