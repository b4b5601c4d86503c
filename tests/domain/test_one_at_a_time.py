"""What waits for something more important, and what a message settles on the way."""

from __future__ import annotations

from typing import Any

import pytest

from otnet_desktop.domain.outlook import look, look_all
from otnet_desktop.domain.reminders import Kind, Reminder, Stage
from otnet_desktop.domain.rules.arbitration import order
from tests.domain.examples import ACCEPTED, HELD, KIT, MEETING, MET, REFERRED, THEIRS, A, B, kinds, look_at, only
from tests.domain.telling import instant, story, told, wall


def test_what_can_be_said_in_person_waits_for_a_meeting_within_two_weeks() -> None:
    soon = MEETING | {"at": "2026-03-12T08:00", "start": "2026-03-26T09:00", "end": "2026-03-26T10:00"}
    near = look_at("03-12 09:00", *MET, *REFERRED, soon)
    assert ([r.kind for r in near.active], [r.kind for r in near.held_back]) == ([], [Kind.CLOSE_LOOP])
    far = look_at("03-12 09:00", *MET, *REFERRED, soon | {"start": "2026-03-26T09:01"})
    assert [r.kind for r in far.active] == [Kind.CLOSE_LOOP]


def test_no_keeping_in_touch_while_something_is_going_on() -> None:
    ask = told("06-29 10:00", "out", pid="a", kind="ask")
    assert Kind.KEEP_IN_TOUCH not in kinds(look_at("07-02 09:00", *MET, KIT, ask))


def test_nobody_is_nudged_while_a_meeting_is_ahead() -> None:
    ask = told("03-03 10:00", "out", pid="a", kind="ask")
    assert Kind.FOLLOW_UP not in kinds(look_at("03-10 13:00", MEETING, ask))
    assert Kind.FOLLOW_UP in kinds(look_at("03-10 15:00", MEETING, ask))


def test_an_old_unthanked_meeting_does_not_silence_keeping_in_touch() -> None:
    outlook = look_at("07-15 12:00", *MET, KIT, MEETING, HELD)
    assert (outlook.stage, kinds(outlook)) == (Stage.MET, {Kind.KEEP_IN_TOUCH})


def test_a_message_settles_what_could_be_said_in_it() -> None:
    note = told("03-19 10:00", "out", pid="a", kind="other")
    moved = told("03-16 10:00", "moved", pid="a")
    waiting = [*MET, THEIRS, *REFERRED, ACCEPTED, moved]
    before = look_at("03-19 09:59", *waiting)
    every = {*kinds(before), *(r.kind for r in before.held_back)}
    assert every == {Kind.THEIR_PROMISE, Kind.CLOSE_LOOP, Kind.TELL_NEWS, Kind.CONGRATULATE}
    after = look_at("03-19 10:00", *waiting, note)
    assert not after.reminders + after.held_back


def test_an_opportunity_remembers_what_was_told_before() -> None:
    first = told("03-04 10:00", "opportunity", oid="o", pid="a", deadline="2026-03-20", title="Grant", helpers=["b"])
    renamed = told("03-05 10:00", "opportunity", oid="o", state="applying")
    assert {r.values["title"] for r in look_at("03-05 10:01", first, renamed).reminders} == {"Grant"}
    accepted = told("03-09 10:00", "opportunity", oid="o", state="accepted")
    retold = told("03-12 10:00", "opportunity", oid="o", state="accepted", title="The grant")
    news = only("03-12 10:01", first, accepted, retold, person="b")
    assert (wall(news.due), news.values["title"]) == ("2026-03-11T09:00", "The grant")
    withdrawn = told("03-13 10:00", "opportunity", oid="o", state="closed")
    assert not look_at("03-13 10:01", first, accepted, withdrawn, person="b").reminders


def test_an_opportunity_through_nobody_is_under_no_name() -> None:
    grant = told("03-04 10:00", "opportunity", oid="o", deadline="2026-03-20", title="Grant")
    so_far = story([A, grant])
    reminders = look("", so_far.facts, so_far.timing, instant("03-13 09:00")).active
    assert [(r.kind, r.variant) for r in reminders] == [(Kind.OPPORTUNITY_DEADLINE, "7d")]


def test_news_told_in_the_minute_it_came_is_told() -> None:
    update = told("03-16 10:00", "out", pid="a", kind="update", seq=99)
    assert not look_at("03-16 10:01", *MET, ACCEPTED, update).reminders


def test_somebody_who_only_helped_has_an_outlook() -> None:
    so_far = story([A, B, ACCEPTED])
    only_helped = [fact for fact in so_far.facts if getattr(fact, "pid", "") != "a"]
    assert look_all(only_helped, so_far.timing, instant("03-18 09:00"))["a"].active[0].kind is Kind.TELL_NEWS


# -- notes without an answer ------------------------------------------------------------------------------------

NOTES = [told(f"0{month}-01 10:00", "out", pid="a", kind="keep_in_touch") for month in (5, 7)]


@pytest.mark.parametrize(
    "sign",
    [
        told("08-01 10:00", "in", pid="a", kind="note"),
        told("08-01 10:00", "kit", pid="a", days=120),
        told("08-01 10:00", "encounter", mid="x", pids=["a"]),
    ],
    ids=["they write", "I choose again", "we meet"],
)
def test_a_sign_starts_the_count_of_notes_anew(sign: dict[str, Any]) -> None:
    one_more = told("09-01 10:00", "out", pid="a", kind="keep_in_touch")
    thanks = told("08-02 10:00", "thanked", mid="x", pids=["a"])
    assert look_at("08-01 09:00", *MET, KIT, *NOTES).stage is Stage.KIT_PAUSED
    assert look_at("09-01 10:01", *MET, KIT, *NOTES, sign, thanks, one_more).stage is Stage.IN_TOUCH


def test_the_cadence_counts_from_their_last_sign_of_life_too() -> None:
    note = told("05-04 10:00", "in", pid="a", kind="note")
    away = told("05-05 10:00", "in", pid="a", kind="ooo")
    assert wall(only("05-06 12:00", *MET, KIT, note, away).due) == "2026-09-01T09:00"


def test_two_notes_in_vain_are_enough_even_with_a_thank_you_never_given() -> None:
    assert not look_at("12-31 12:00", MEETING, HELD, KIT, *NOTES).reminders


def test_of_two_equal_things_the_one_with_the_nearer_deadline_comes_first() -> None:
    due = instant("03-10 09:00")
    late, soon, never = (
        Reminder(key, Kind.THANK_YOU, key, due, active=True, deadline=deadline)
        for key, deadline in (("a", instant("03-12 09:00")), ("b", instant("03-11 09:00")), ("c", None))
    )
    assert sorted([never, late, soon], key=order) == [soon, late, never]


def test_who_was_met_at_the_very_moment_of_the_introduction_closes_the_loop() -> None:
    referral, meeting = REFERRED
    at_once = referral | {"at": meeting["at"]}
    assert Kind.CLOSE_LOOP in kinds(look_at("03-13 09:00", *MET, at_once, meeting))
