"""Meetings that were moved, missed, let go or held, and the thanks they ask for."""

from __future__ import annotations

from otnet_desktop.domain.reminders import Ball, Kind, Stage
from tests.domain.examples import ANSWER, HELD, INTRO, MEETING, MET, kinds, look_at, only
from tests.domain.telling import instant, told, wall


def test_words_after_a_meeting_outlive_its_late_outcome() -> None:
    ask = told("03-11 10:00", "out", pid="a", kind="ask")
    late = told("03-12 10:00", "outcome", mid="m", outcome="no_show_them")
    assert look_at("03-12 10:01", MEETING, ask, late).stage is Stage.AWAITING_REPLY
    assert look_at("03-12 10:01", MEETING, late).stage is Stage.RESCHEDULING


def test_a_question_after_a_meeting_outlives_its_late_outcome_too() -> None:
    ask = told("03-11 10:00", "out", pid="a", kind="ask")
    late = told("03-12 10:00", "outcome", mid="m", outcome="held")
    outlook = look_at("03-12 10:01", MEETING, ask, late)
    assert (outlook.stage, kinds(outlook)) == (Stage.AWAITING_REPLY, {Kind.THANK_YOU, Kind.FOLLOW_UP})


def test_a_new_time_makes_up_for_the_old_one() -> None:
    cancel = told("03-09 17:00", "cancel", mid="m", by="them")
    moved = told("03-10 10:00", "reschedule", mid="m", start="2026-03-12T15:00", end="2026-03-12T15:30")
    assert kinds(look_at("03-12 16:00", MEETING, cancel, moved)) == {Kind.MEETING_OUTCOME}


def test_a_question_asked_before_a_meeting_is_answered_there() -> None:
    question = told("03-09 10:00", "in", pid="a", kind="question")
    assert Kind.REPLY_NEEDED in kinds(look_at("03-10 13:45", MEETING, question))
    assert kinds(look_at("03-10 15:00", MEETING, question, HELD)) == {Kind.THANK_YOU}


def test_who_joined_an_encounter_was_there() -> None:
    chat = told("03-06 15:00", "encounter", mid="e", pids=["b"])
    outlook = look_at("03-06 16:01", chat, told("03-06 16:00", "join", mid="e", pid="a"))
    assert (outlook.stage, outlook.last_in_touch) == (Stage.MET, instant("03-06 15:00"))


def test_letting_go_calls_off_what_lies_ahead_and_not_what_was() -> None:
    let_go = told("03-09 10:00", "withdraw", pid="a")
    assert (look_at("03-09 10:01", MEETING, let_go).stage, look_at("03-10 15:00", MEETING, let_go).reminders) == (
        Stage.WITHDRAWN,
        (),
    )
    too_late = told("03-10 16:00", "withdraw", pid="a")
    assert kinds(look_at("03-10 16:01", MEETING, too_late)) == {Kind.MEETING_OUTCOME}


def test_somebody_who_lets_go_can_still_keep_in_touch() -> None:
    facts = [*MET, told("04-01 10:00", "out", pid="a", kind="ask"), told("04-02 10:00", "withdraw", pid="a")]
    assert look_at("04-03 10:00", *facts).stage is Stage.WITHDRAWN
    resumed = look_at("04-03 10:01", *facts, told("04-03 10:00", "kit", pid="a", days=90))
    assert (resumed.stage, kinds(resumed)) == (Stage.IN_TOUCH, {Kind.KEEP_IN_TOUCH})


def test_a_cadence_for_somebody_known_from_before() -> None:
    outlook = look_at("03-02 12:00", told("03-02 10:00", "kit", pid="a", days=30))
    assert (outlook.stage, [wall(r.due) for r in outlook.reminders]) == (Stage.IN_TOUCH, ["2026-04-01T09:00"])


def test_preparing_for_a_meeting_booked_late() -> None:
    def prep(booked: str, start: str) -> list[str]:
        meeting = MEETING | {
            "at": f"2026-{booked}".replace(" ", "T"),
            "start": f"2026-03-10T{start}",
            "end": "2026-03-10T18:00",
        }
        outlook = look_at(booked, meeting)
        return [wall(r.due)[5:] for r in outlook.reminders if r.kind is Kind.MEETING_PREP]

    assert prep("03-09 09:00", "14:00") == ["03-09T09:00"]
    assert prep("03-09 09:01", "11:00") == ["03-10T09:00"]
    assert prep("03-09 09:01", "10:59") == []
    assert prep("03-10 00:00", "14:00") == []


def test_somebody_absent_goes_back_to_where_they_were() -> None:
    group = MEETING | {"pids": ["a", "b"]}
    held = HELD | {"absent": ["a"]}
    back = look_at("03-10 15:00", INTRO | {"at": "2026-03-02T09:30"}, group, held)
    assert (back.stage, back.ball, back.reminders) == (Stage.AWAITING_REPLY, Ball.NONE, ())


def test_a_reply_after_a_broken_meeting_is_on_them() -> None:
    cancel = told("03-09 17:00", "cancel", mid="m", by="them")
    line = told("03-10 10:00", "out", pid="a", kind="reply")
    outlook = look_at("03-10 10:01", MEETING, cancel, line)
    assert (outlook.stage, outlook.ball, outlook.reminders) == (Stage.RESCHEDULING, Ball.THEM, ())


def test_a_note_covers_what_came_before_and_not_what_came_after() -> None:
    earlier = told("03-09 12:00", "encounter", mid="e", pids=["a"])
    for_earlier = told("03-11 10:00", "thanked", mid="e", pids=["a"])
    assert only("03-11 10:01", earlier, MEETING, HELD, for_earlier).meeting == "m"
    for_later = told("03-11 10:00", "thanked", mid="m", pids=["a"])
    assert not look_at("03-11 10:01", earlier, MEETING, HELD, for_later).reminders


def test_of_two_talks_at_once_one_note_is_enough() -> None:
    talks = [told("03-09 12:00", "encounter", mid=mid, pids=["a"]) for mid in ("e", "f")]
    named = only("03-10 09:00", *talks)
    assert (named.meeting, named.variant) == ("f", "both")
    assert not look_at("03-10 10:01", *talks, told("03-10 10:00", "thanked", mid="f", pids=["a"])).reminders


def test_thanks_given_before_the_outcome_was_recorded_count() -> None:
    thanks = told("03-10 14:31", "thanked", mid="m", pids=["a"])
    assert look_at("03-10 17:00", MEETING, thanks, HELD).stage is Stage.THANKED


def test_a_note_covers_what_became_known_that_very_minute() -> None:
    mail = told("03-10 14:35", "out", pid="a", kind="thanks", seq=99)
    assert not look_at("03-10 17:00", MEETING, HELD, mail).reminders


def test_a_thank_you_mail_settles_whatever_is_open() -> None:
    mail = told("03-11 10:00", "out", pid="a", kind="thanks")
    outlook = look_at("03-11 10:01", MEETING, HELD, mail)
    assert (outlook.stage, outlook.reminders) == (Stage.THANKED, ())


def test_thanks_for_an_answer_need_no_meeting() -> None:
    thanks = told("03-05 10:00", "thanked", pids=["a"])
    assert look_at("03-05 10:01", INTRO, ANSWER, thanks).stage is Stage.THANKED
    assert only("03-11 10:01", MEETING, HELD, thanks | {"at": "2026-03-11T10:00"}).meeting == "m"


def test_skipping_covers_too_but_is_no_contact() -> None:
    skip = told("03-11 10:00", "thanks_skipped", pid="a", mid="m")
    outlook = look_at("03-11 10:01", MEETING, HELD, skip)
    assert (outlook.stage, outlook.last_reached_out) == (Stage.THANKED, None)
    assert outlook.last_in_touch == instant("03-10 14:30")


def test_after_a_first_no_show_even_a_saturday_is_right_for_a_kind_line() -> None:
    saturday = MEETING | {"start": "2026-03-14T10:00", "end": "2026-03-14T10:30"}
    missed = told("03-14 11:00", "outcome", mid="m", outcome="no_show_them")
    assert wall(only("03-14 11:01", saturday, missed).due) == "2026-03-14T13:00"


def test_words_at_the_very_start_of_a_meeting_do_not_outlive_its_late_outcome() -> None:
    late = told("03-12 10:00", "outcome", mid="m", outcome="no_show_them")
    for at, stage in (("03-10 14:00", Stage.RESCHEDULING), ("03-10 14:01", Stage.AWAITING_REPLY)):
        assert look_at("03-12 10:01", MEETING, told(at, "out", pid="a", kind="ask"), late).stage is stage


def test_a_meeting_that_begins_is_not_called_off_by_letting_go() -> None:
    let_go = told("03-10 14:00", "withdraw", pid="a")
    assert kinds(look_at("03-10 15:00", MEETING, let_go)) == {Kind.MEETING_OUTCOME}


def test_who_turns_out_to_have_been_there_too_is_thanked_from_then_on() -> None:
    joined = told("03-14 11:00", "join", mid="m", pid="a")
    thanks = only("03-14 12:00", MEETING | {"pids": ["b"]}, HELD, joined)
    assert (thanks.kind, wall(thanks.due)) == (Kind.THANK_YOU, "2026-03-14T11:00")


def test_only_what_they_call_off_counts_as_called_off_by_them() -> None:
    moved = told("03-06 10:00", "reschedule", mid="m", start="2026-03-12T15:00", end="2026-03-12T15:30")
    theirs = told("03-09 10:00", "cancel", mid="m", by="them")
    for first_by, times in (("me", "1"), ("them", "2")):
        first = told("03-05 10:00", "cancel", mid="m", by=first_by)
        assert only("03-11 12:00", MEETING, first, moved, theirs).values["times"] == times
