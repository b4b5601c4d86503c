"""Random worlds: a few people, whatever may happen to them in whatever order, the user's habits, and a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.outlook import in_order, look_all
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.timing import Timing

PEOPLE = ("ana", "ben", "cleo")
BEGIN = datetime(2026, 2, 20, 12, tzinfo=UTC)
ZONES = ("America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago", "UTC")
STEPS = [timedelta(minutes=m) for m in (0, 1, 7, 45, 180, 600)] + [
    timedelta(days=d) for d in (1, 2, 3, 5, 8, 15, 31, 95)
]
"""How long nothing happens; short ones are likelier because hypothesis prefers what comes first."""

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass(frozen=True)
class World:
    """Facts in order of time, habits, and the instant to look from (before, between or after the facts)."""

    facts: tuple[f.Fact, ...]
    timing: Timing
    now: datetime


@dataclass
class Happening:
    """A world while it is being made up."""

    draw: Draw
    timing: Timing
    at: datetime = BEGIN
    person: str = PEOPLE[0]
    facts: list[f.Fact] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)

    def one(self, *choices: T) -> T:
        chosen: T = self.draw(st.sampled_from(choices))
        return chosen

    def who(self) -> str:
        """Mostly the same person for a while, so that a story comes about."""
        if self.one(False, False, False, True):
            self.person = self.one(*PEOPLE)
        return self.person

    def group(self) -> tuple[str, ...]:
        others = self.one((), (), PEOPLE[:2], PEOPLE[1:])
        return tuple(dict.fromkeys((self.who(), *others)))

    def ahead(self, shortest: int = 0) -> datetime:
        """An instant in the weeks to come, on the quarter of an hour."""
        return self.at + timedelta(minutes=15 * self.draw(st.integers(shortest, 3000)))

    def day(self) -> date | None:
        days = self.one(None, 0, 1, 4, 9, 30)
        return None if days is None else self.at.date() + timedelta(days=days)

    def meeting(self) -> str:
        """Mostly the last one."""
        if not self.meetings:
            return "nowhere"
        return self.one(self.meetings[-1], self.meetings[-1], *self.meetings)

    # -- what may happen ---------------------------------------------------------------------------------------

    def happens(self) -> None:
        """One more fact, after a while."""
        self.at += self.one(*STEPS)
        make = self.one(*EVENTS)
        self.facts.append(make(self, {"at": self.at, "seq": len(self.facts)}))

    def books(self, when: dict[str, Any]) -> f.Fact:
        self.meetings.append(f"m{len(self.meetings)}")
        start = self.ahead()
        end = start + timedelta(minutes=self.one(20, 30, 60, 600))
        how = self.one(*f.MeetingFormat)
        return f.MeetingAgreed(**when, mid=self.meetings[-1], pids=self.group(), start=start, end=end, format=how)

    def moves(self, when: dict[str, Any]) -> f.Fact:
        start = self.ahead()
        return f.MeetingMoved(**when, mid=self.meeting(), start=start, end=start + timedelta(minutes=30))

    def goes(self, when: dict[str, Any]) -> f.Fact:
        """Recorded right after the meeting, as people do, or at any time."""
        mid = self.meeting()
        booked = [fact for fact in self.facts if isinstance(fact, f.MeetingAgreed) and fact.mid == mid]
        right_after = self.one(True, False)
        if booked and right_after:
            when["at"] = self.at = max(self.at, booked[-1].end)
        absent = self.one((), (), (self.who(),))
        outcome = self.one(f.MeetingOutcome.HELD, f.MeetingOutcome.HELD, *f.MeetingOutcome)
        return f.OutcomeRecorded(**when, mid=mid, outcome=outcome, absent=absent)

    def encounters(self, when: dict[str, Any]) -> f.Fact:
        self.meetings.append(f"e{len(self.meetings)}")
        return f.Encountered(**when, mid=self.meetings[-1], pids=self.group(), event=self.one("", "Congress"))

    def acts(self, when: dict[str, Any]) -> f.Fact:
        """The user puts off or puts away something that is on the list."""
        keys = [reminder.key for reminder in in_order(look_all(self.facts, self.timing, self.at))]
        key = self.one(*keys) if keys else "NOTHING:here"
        if self.one(True, False):
            return f.Snoozed(**when, key=key, until=self.ahead(1))
        return f.Dismissed(**when, key=key)


ANSWERS = (f.InKind.YES, f.InKind.NO, f.InKind.QUESTION, f.InKind.ANSWER, f.InKind.SLOTS, f.InKind.LATER)

Event = Callable[[Happening, dict[str, Any]], f.Fact]

EVENTS: tuple[Event, ...] = (
    lambda h, w: f.Sent(**w, pid=h.who(), kind=h.one(f.OutKind.INTRO, f.OutKind.ASK, f.OutKind.NUDGE, f.OutKind.SLOTS)),
    lambda h, w: f.Received(**w, pid=h.who(), kind=h.one(*ANSWERS), ask_again_on=h.day()),
    Happening.books,
    Happening.goes,
    Happening.encounters,
    lambda h, w: f.Thanked(**w, mid=h.meeting(), pids=h.group(), how=h.one(*f.ThanksHow)),
    lambda h, w: f.Received(**w, pid=h.who(), kind=h.one(*f.InKind), ask_again_on=h.day(), return_on=h.day()),
    lambda h, w: f.Sent(**w, pid=h.who(), kind=h.one(*f.OutKind), needs_reply=h.one(True, False)),
    lambda h, w: f.CadenceSet(**w, pid=h.who(), days=h.one(30, 90, 0)),
    lambda h, w: f.Sent(**w, pid=h.who(), kind=f.OutKind.KEEP_IN_TOUCH),
    lambda h, w: f.OpportunityNoted(**w, oid=h.one("o1", "o2"), state=f.OpportunityState.ACCEPTED, helpers=h.group()),
    Happening.moves,
    lambda h, w: f.MeetingCancelled(**w, mid=h.meeting(), by=h.one(*f.Side)),
    lambda h, w: f.PromiseMade(**w, cid=f"c{len(h.facts)}", pid=h.who(), by=h.one(*f.Side), due_on=h.day()),
    lambda h, w: f.OpportunityNoted(
        **w, oid=h.one("o1", "o2"), state=h.one(*f.OpportunityState), pid=h.one(*PEOPLE, ""), deadline=h.day(),
        helpers=h.one((), h.group()),
    ),
    Happening.acts,
    lambda h, w: f.JobMoved(**w, pid=h.who(), address_lost=h.one(False, True)),
    lambda h, w: f.Referred(**w, by=h.who(), to=h.one(*PEOPLE)),
    lambda h, w: f.DraftSaved(**w, pid=h.who()),
    lambda h, w: f.Joined(**w, mid=h.meeting(), pid=h.who()),
    lambda h, w: f.ThanksSkipped(**w, mid=h.meeting(), pid=h.who()),
    lambda h, w: f.Thanked(**w, mid="", pids=h.group(), how=h.one(*f.ThanksHow)),
    lambda h, w: f.PromiseKept(**w, cid=f"c{h.one(*range(12))}"),
    lambda h, w: f.ChannelChecked(**w, pid=h.who(), ok=h.one(True, False)),
    lambda h, w: f.PurposeSet(**w, pid=h.who(), gate=h.one(*f.Gate)),
    lambda h, w: f.KeyPointNoted(**w, pid=h.who()),
    lambda h, w: f.Withdrawn(**w, pid=h.who()),
    lambda h, w: f.StatusSet(**w, pid=h.who(), status=h.one(*Status), on=h.one(True, False)),
)  # fmt: skip
"""What may happen; hypothesis prefers what comes first."""


@st.composite
def timings(draw: Draw) -> Timing:
    """Mostly the usual habits, sometimes unusual ones."""
    return Timing(
        zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        work_time=draw(st.sampled_from([time(9), time(6, 30), time(22)])),
        quiet_start=draw(st.sampled_from([time(20), time(18)])),
        quiet_end=draw(st.sampled_from([time(8), time(9)])),
        quiet_days=draw(st.sampled_from([frozenset({5, 6}), frozenset({4}), frozenset[int](), frozenset(range(7))])),
        holidays=draw(st.sampled_from([frozenset[date](), frozenset({date(2026, 3, 9), date(2026, 4, 3)})])),
        max_nudges=draw(st.sampled_from([1, 2, 9, 0])),
        thank_popups=draw(st.sampled_from([3, 9, 1])),
    )


@st.composite
def worlds(draw: Draw, most: int = 25) -> World:
    """A world in which up to so many things have happened."""
    happening = Happening(draw, draw(timings()))
    for ref in PEOPLE:
        happening.facts.append(f.PersonAdded(at=BEGIN, seq=len(happening.facts), pid=ref))
    for _ in range(draw(st.integers(0, most))):
        happening.happens()
    later = draw(st.sampled_from([timedelta(0), *STEPS, -timedelta(days=6), timedelta(hours=20, minutes=30)]))
    return World(tuple(happening.facts), happening.timing, happening.at + later)
