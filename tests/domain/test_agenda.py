"""Which notifications come when: never at night, never twice, never a heap, and the same live as foretold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.agenda import agenda
from otnet_desktop.domain.notices import Form, Notice, due_notices
from otnet_desktop.domain.outlook import in_order, look_all
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime
from tests.domain.telling import BOSTON, instant, people, story, told, wall
from tests.domain.worlds import World, worlds

WEEK = timedelta(days=7)


def _booked(mid: str, pid: str, start: str) -> dict[str, Any]:
    begin = f"2026-{start}".replace(" ", "T")
    end = (datetime.fromisoformat(begin) + timedelta(minutes=20)).isoformat()
    return told("03-02 10:00", "meeting", mid=mid, pids=[pid], start=begin, end=end, fmt="phone")


def _notices(facts: list[dict[str, Any]], start: str, end: str, timing: Timing = BOSTON) -> list[tuple[str, Form, int]]:
    so_far = story(facts, timing=timing)
    found = agenda(so_far.facts, timing, instant(start), instant(end))
    return [(wall(notice.at)[5:].replace("T", " "), notice.form, len(notice.reminders)) for notice in found]


# -- by example -------------------------------------------------------------------------------------------------


def test_a_reminder_that_is_put_aside_by_time_does_not_pop_up_again() -> None:
    facts = [
        *people("a"),
        told("03-02 10:00", "out", pid="a", kind="intro"),
        told("03-04 16:00", "in", pid="a", kind="no"),
    ]
    assert _notices(facts, "03-02 00:00", "04-20 00:00") == [("03-05 09:00", Form.SINGLE, 1)]


def test_start_counts_and_end_does_not() -> None:
    facts = [*people("a"), told("03-02 10:00", "out", pid="a", kind="intro")]
    assert len(_notices(facts, "03-09 09:00", "03-09 09:01")) == 1
    assert _notices(facts, "03-09 08:00", "03-09 09:00") == []
    again = [*people("a"), _booked("m", "a", "03-10 14:00")]  # how did it go?
    assert len(_notices(again, "03-11 09:00", "03-11 09:01")) == 1
    assert _notices(again, "03-11 08:00", "03-11 09:00") == []


def test_two_at_once_are_two_and_three_are_one() -> None:
    facts = people("a", "b", "c")
    intros = [told("03-02 10:00", "out", pid=ref, kind="intro") for ref in ("a", "b", "c")]
    assert _notices([*facts, *intros[:2]], "03-09 00:00", "03-10 00:00") == [("03-09 09:00", Form.SINGLE, 1)] * 2
    assert _notices([*facts, *intros], "03-09 00:00", "03-10 00:00") == [("03-09 09:00", Form.DIGEST, 3)]


def test_a_meeting_of_three_is_announced_once() -> None:
    meeting = _booked("g", "a", "03-10 14:00") | {"pids": ["a", "b", "c"]}
    assert _notices([*people("a", "b", "c"), meeting], "03-09 00:00", "03-10 14:20") == [
        ("03-09 09:00", Form.SINGLE, 1),
        ("03-10 13:30", Form.SINGLE, 1),
    ]


def test_room_is_kept_for_the_meetings_of_the_day() -> None:
    refs = [f"p{n}" for n in range(6)]
    facts = people(*refs)
    facts += [_booked(f"m{n}", refs[n], f"03-10 {12 + n}:00") for n in range(3)]
    facts += [told("03-02 10:00", "promise", cid=f"c{n}", pid=refs[n], by="me", due_on="2026-03-10") for n in range(2)]
    facts.append(told("03-10 08:15", "in", pid="p5", kind="bounce"))
    facts.append(told("03-10 08:20", "in", pid="p4", kind="bounce"))
    shown = _notices(facts, "03-10 00:00", "03-11 00:00")
    assert len(shown) == 5
    assert [at for at, *_ in shown if at.endswith("30")] == ["03-10 11:30", "03-10 12:30", "03-10 13:30"]


def test_when_the_room_is_nearly_gone_the_rest_is_told_as_one() -> None:
    timing = replace(BOSTON, popups_per_day=1)
    facts = [*people("a", "b")] + [told("03-02 10:00", "out", pid=ref, kind="intro") for ref in ("a", "b")]
    assert _notices(facts, "03-09 00:00", "03-10 00:00", timing) == [("03-09 09:00", Form.DIGEST, 2)]


def test_a_meeting_takes_the_room_that_was_kept_for_it() -> None:
    promise = told("03-02 10:00", "promise", cid="c", pid="b", by="me", due_on="2026-03-10")
    shown = _notices(
        [*people("a", "b"), _booked("m", "a", "03-10 09:30"), promise],
        "03-10 00:00", "03-10 12:00", replace(BOSTON, popups_per_day=2),
    )  # fmt: skip
    assert shown == [("03-10 09:00", Form.SINGLE, 1)] * 2


# -- in every world ---------------------------------------------------------------------------------------------


def _agenda(world: World, span: timedelta = WEEK) -> list[Notice]:
    return agenda(world.facts, world.timing, world.now, world.now + span)


@given(worlds())
def test_never_at_night_never_twice_never_a_heap(world: World) -> None:
    rhythm = worktime(world.timing)
    notices = _agenda(world)
    assert [notice.at for notice in notices] == sorted(notice.at for notice in notices)
    shown = Counter((key, notice.at) for notice in notices for key in notice.keys)
    assert max(shown.values(), default=1) == 1
    a_day = Counter(rhythm.day(notice.at) for notice in notices)
    assert max(a_day.values(), default=0) <= world.timing.popups_per_day
    at_once = Counter(notice.at for notice in notices)
    assert max(at_once.values(), default=0) < world.timing.digest_at
    for notice in notices:
        assert all(r.kind is Kind.MEETING_SOON or not rhythm.is_quiet(notice.at) for r in notice.reminders)


@given(worlds())
def test_what_pops_up_is_on_the_list_then(world: World) -> None:
    for notice in _agenda(world):
        on_list = {r.key for r in in_order(look_all(world.facts, world.timing, notice.at)) if r.active}
        assert set(notice.keys) <= on_list


@given(worlds())
def test_a_program_that_keeps_looking_shows_what_was_foretold(world: World) -> None:
    foretold = _agenda(world)
    moments = {notice.at for notice in foretold} | {world.now + timedelta(hours=h) for h in range(0, 168, 5)}
    moments |= {
        popup
        for moment in list(moments)
        for r in in_order(look_all(world.facts, world.timing, moment))
        for popup in r.popups
        if world.now <= popup < world.now + WEEK
    }
    assert _live(world, sorted(moments)) == [(notice.at, notice.keys) for notice in foretold]


def _live(world: World, moments: list[datetime]) -> list[tuple[datetime, tuple[str, ...]]]:
    """What due_notices shows at looks just before and at each moment."""
    rhythm = worktime(world.timing)
    seen, shown, told_on = world.now - timedelta(seconds=1), set[Any](), Counter[Any]()
    found = []
    for moment in moments:
        for now in (max(seen, moment - timedelta(seconds=1)), moment):
            reminders = in_order(look_all(world.facts, world.timing, now))
            beat = due_notices(reminders, shown, seen, now, world.timing, told_on[rhythm.day(now)])
            told_on[rhythm.day(now)] += len(beat.notices)
            shown |= beat.shown
            seen = beat.seen_until or now
            found += [(notice.at, notice.keys) for notice in beat.notices]
    return found


# -- away, asleep, and clocks that jump -------------------------------------------------------------------------


@given(worlds(), st.integers(1, 40))
def test_after_days_away_there_is_one_notice_at_most_and_then_silence(world: World, days: int) -> None:
    back = world.now + timedelta(days=days)
    reminders = in_order(look_all(world.facts, world.timing, back))
    beat = due_notices(reminders, (), world.now, back, world.timing)
    assert len(beat.notices) <= 1
    again = due_notices(reminders, beat.shown, beat.seen_until, back + timedelta(seconds=30), world.timing)
    assert again.notices == ()


@given(worlds(), st.lists(st.integers(-3000, 9000), max_size=12))
def test_nothing_is_shown_twice_even_when_the_clock_jumps(world: World, jumps: list[int]) -> None:
    now, seen = world.now, None
    shown = set[Any]()
    for minutes in jumps:
        now += timedelta(minutes=minutes)
        beat = due_notices(in_order(look_all(world.facts, world.timing, now)), shown, seen, now, world.timing)
        assert not beat.shown & shown
        shown |= beat.shown
        seen = beat.seen_until


def _one_waiting() -> Any:  # noqa: ANN401
    so_far = story([*people("a"), told("03-02 10:00", "out", pid="a", kind="intro")])
    return in_order(look_all(so_far.facts, BOSTON, instant("03-09 12:00")))


def test_coming_back_at_night_one_is_told_in_the_morning() -> None:
    asleep = instant("03-06 10:00")
    night = due_notices(_one_waiting(), (), asleep, instant("03-09 22:00"), BOSTON)
    assert (night.notices, night.seen_until) == ((), asleep)
    morning = due_notices(_one_waiting(), night.shown, night.seen_until, instant("03-10 08:00"), BOSTON)
    assert [notice.keys for notice in morning.notices] == [("FOLLOWUP:a:1:0",)]


def test_what_can_wait_is_not_told_on_a_quiet_day() -> None:
    saturday = due_notices(_one_waiting(), (), instant("03-06 10:00"), instant("03-14 12:00"), BOSTON)
    assert saturday.notices == ()
    monday = due_notices(_one_waiting(), (), saturday.seen_until, instant("03-16 08:30"), BOSTON)
    assert len(monday.notices) == 1


def test_a_clock_set_back_tells_nothing() -> None:
    beat = due_notices(_one_waiting(), (), instant("03-09 12:00"), instant("03-09 11:00"), BOSTON)
    assert (beat.notices, beat.seen_until) == ((), instant("03-09 11:00"))


def test_no_room_left_today_is_silence() -> None:
    beat = due_notices(_one_waiting(), (), instant("03-09 08:59"), instant("03-09 09:00"), BOSTON, told_today=5)
    assert (beat.notices, beat.seen_until) == ((), instant("03-09 09:00"))
