"""Reading one fact of a network told as facts: both with dates (``at``) and with days from today (``off``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.worktime import Worktime

Told = Mapping[str, Any]
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed to understand a fact: today, the wall clock, and who goes by which full name."""

    today: date
    rhythm: Worktime
    ref_of: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class TellFact:
    """One fact as the file tells it. ``owner`` is the person it stands inside, ``""`` for none."""

    told: Told
    where: str
    seq: int
    owner: str
    context: Context

    # -- one field each ----------------------------------------------------------------------------------------

    def wrong(self, what: str) -> BadInput:
        """The error that names this fact."""
        return BadInput(f"{self.where} cannot be used: {what}.", "Correct the file and try again.")

    def text(self, name: str, default: str | None = None) -> str:
        """A field that is text; required unless there is a default."""
        value = self.told.get(name, default)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or (value == "" and default is None):
            raise self.wrong(f'"{name}" is missing' if value in (None, "") else f'"{name}" is not text')
        return value

    def yes(self, name: str, default: bool = False) -> bool:
        """A field that is true or false."""
        value = self.told.get(name, default)
        if not isinstance(value, bool):
            raise self.wrong(f'"{name}" is neither true nor false')
        return value

    def number(self, name: str) -> int:
        """A whole number."""
        value = self.told.get(name)
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MOST_DAYS:
            raise self.wrong(f'"{name}" is missing' if value is None else f'"{name}" is not a fitting whole number')
        return value

    def one_of(self, name: str, kinds: type[E], default: str | None = None) -> E:
        """A word out of a list."""
        word = self.text(name, default)
        try:
            return kinds(word)
        except ValueError:
            known = ", ".join(kinds)
            raise self.wrong(f'"{name}" is "{word}", which is none of {known}') from None

    def day(self, name: str, off: str) -> date | None:
        """A day, told as a date or as an offset from today; ``None`` when neither is there."""
        if self.told.get(off) is not None:
            return self.context.today + timedelta(days=self.number(off))
        value = self.told.get(name)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise self.wrong(f'"{name}" is not a date: {value!r}') from None

    def instant(self, name: str, off: str, clock: str) -> datetime:
        """A moment, told as a local time (or one with an offset) or as days from today and a clock time."""
        if self.told.get(off) is not None:
            day = self.context.today + timedelta(days=self.number(off))
            return self.context.rhythm.at(day, self._clock(clock))
        value = self.told.get(name)
        if value is None:
            raise self.wrong(f'neither "{name}" nor "{off}" says when')
        try:
            told = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            raise self.wrong(f'"{name}" is not a time: {value!r}') from None
        if told.tzinfo is not None:
            return told.astimezone(UTC)
        return self.context.rhythm.at(told.date(), told.time())

    def _clock(self, name: str) -> time:
        value = self.told.get(name)
        try:
            return time.fromisoformat(value)  # type: ignore[arg-type]  # anything else than text ends below
        except (TypeError, ValueError):
            raise self.wrong(f'"{name}" is not a clock time: {value!r}') from None

    def person(self, name: str = "pid") -> str:
        """A person: by ref or full name, or the one the fact stands inside."""
        value = self.told.get(name)
        if value is None and self.owner:
            return self.owner
        if not isinstance(value, str) or not value:
            raise self.wrong(f'"{name}" does not say who')
        return self._known(value)

    def people(self, name: str, default: Sequence[str] = ()) -> tuple[str, ...]:
        """Several people, by ref or full name."""
        value = self.told.get(name)
        if value is None:
            return tuple(default)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(f'"{name}" is not a list of people')
        return tuple(dict.fromkeys(self._known(one) for one in value))

    def guests(self) -> tuple[str, ...]:
        """Who took part."""
        guests = self.people("pids", [self.owner] if self.owner else [])
        if not guests:
            raise self.wrong('"pids" does not say who')
        return guests

    def _known(self, name: str) -> str:
        try:
            return self.context.ref_of(name)
        except LookupError as unknown:
            raise self.wrong(str(unknown.args[0])) from None

    # -- the whole fact ----------------------------------------------------------------------------------------

    def read(self) -> f.Fact:
        """The fact as the rules know it."""
        kind = self.text("type")
        if kind not in READERS:
            raise self.wrong(f'"{kind}" is not a kind of fact')
        return READERS[kind](self, {"at": self.instant("at", "off", "time"), "seq": self.seq})

    def span(self) -> dict[str, datetime]:
        """Start and end of a meeting."""
        start = self.instant("start", "m_off", "m_time")
        if self.told.get("mins") is not None:
            end = start + timedelta(minutes=self.number("mins"))
        else:
            end = self.instant("end", "end_off", "end_time")
        if end <= start:
            raise self.wrong("it ends before it begins")
        return {"start": start, "end": end}


MOST_DAYS = 100_000

When = dict[str, Any]


def _sent(t: TellFact, when: When) -> f.Fact:
    word = t.text("kind")
    kind = f.OutKind(word) if word in list(f.OutKind) else f.OutKind.OTHER
    return f.Sent(**when, pid=t.person(), kind=kind, needs_reply=t.yes("needs_reply"))


def _received(t: TellFact, when: When) -> f.Fact:
    ask_again_on, return_on = t.day("ask_again_on", "ask_off"), t.day("return_on", "return_off")
    kind = t.one_of("kind", f.InKind)
    return f.Received(**when, pid=t.person(), kind=kind, ask_again_on=ask_again_on, return_on=return_on)


def _purpose(t: TellFact, when: When) -> f.Fact:
    gate = t.one_of("gate", f.Gate, f.Gate.NOT_NEEDED)
    return f.PurposeSet(**when, pid=t.person(), kind=t.text("kind", ""), gate=gate)


def _meeting(t: TellFact, when: When) -> f.Fact:
    kind = t.one_of("fmt", f.MeetingFormat, f.MeetingFormat.VIRTUAL)
    return f.MeetingAgreed(**when, mid=t.text("mid"), pids=t.guests(), format=kind, **t.span())


def _encounter(t: TellFact, when: When) -> f.Fact:
    if t.yes("join"):
        return f.Joined(**when, mid=t.text("mid"), pid=t.person())
    return f.Encountered(**when, mid=t.text("mid"), pids=t.guests(), event=t.text("event", ""))


def _outcome(t: TellFact, when: When) -> f.Fact:
    outcome = t.one_of("outcome", f.MeetingOutcome)
    return f.OutcomeRecorded(**when, mid=t.text("mid"), outcome=outcome, absent=t.people("absent"))


def _thanked(t: TellFact, when: When) -> f.Fact:
    how = t.one_of("how", f.ThanksHow, f.ThanksHow.EMAIL)
    return f.Thanked(**when, mid=t.text("mid", ""), pids=t.guests(), how=how, forced=t.yes("forced"))


def _promise(t: TellFact, when: When) -> f.Fact:
    by, due_on = t.one_of("by", f.Side), t.day("due_on", "due_off")
    return f.PromiseMade(**when, cid=t.text("cid"), pid=t.person(), by=by, text=t.text("text", ""), due_on=due_on)


def _opportunity(t: TellFact, when: When) -> f.Fact:
    return f.OpportunityNoted(
        **when,
        oid=t.text("oid"),
        state=t.one_of("state", f.OpportunityState, f.OpportunityState.OPEN),
        pid=t.person() if t.owner or t.told.get("pid") else "",
        title=t.text("title", ""),
        deadline=t.day("deadline", "deadline_off"),
        helpers=t.people("helpers"),
    )


def _snooze(t: TellFact, when: When) -> f.Fact:
    return f.Snoozed(**when, key=_key(t), until=t.instant("until", "until_off", "until_time"))


def _key(t: TellFact) -> str:
    """A reminder key, in which ``@`` stands for the person the fact stands inside."""
    return ":".join(t.person() if part == "@" else part for part in t.text("key").split(":"))


def _moved(t: TellFact, when: When) -> f.Fact:
    lost, to = t.yes("address_lost"), t.text("to_org", "")
    return f.JobMoved(**when, pid=t.person(), address_lost=lost, organisation=to)


READERS: dict[str, Callable[[TellFact, When], f.Fact]] = {
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
    "reschedule": lambda t, when: f.MeetingMoved(**when, mid=t.text("mid"), **t.span()),
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
