"""Whose turn it is to write, and how often one has asked already."""

from __future__ import annotations

from otnet_desktop.domain.reminders import Ball, Kind, Stage
from tests.domain.examples import BOUNCE, INTRO, MEETING, NO, YES, kinds, look_at
from tests.domain.telling import told


def test_a_reminder_sent_to_somebody_who_has_answered_is_an_answer() -> None:
    nudge = told("03-09 09:00", "out", pid="a", kind="nudge")
    outlook = look_at("03-10 12:00", INTRO, YES, nudge)
    assert (outlook.stage, outlook.ball, outlook.reminders) == (Stage.SCHEDULING, Ball.NONE, ())


def test_a_line_from_them_is_an_answer_to_what_was_asked() -> None:
    line = told("03-04 16:00", "in", pid="a", kind="note")
    outlook = look_at("03-09 09:00", INTRO, line)
    assert (outlook.stage, outlook.ball, outlook.reminders) == (Stage.IN_CONVERSATION, Ball.NONE, ())


def test_whoever_is_written_to_again_has_no_address_problem() -> None:
    elsewhere = told("03-05 16:00", "out", pid="a", kind="other")
    outlook = look_at("03-05 17:00", INTRO, BOUNCE, elsewhere)
    assert (outlook.ball, kinds(outlook)) == (Ball.NONE, set())
    assert outlook.stage is not Stage.ADDRESS_PROBLEM


def test_nobody_begins_with_a_nudge_and_a_meeting_forgets_them() -> None:
    nudge = told("03-09 09:00", "out", pid="a", kind="nudge")
    assert look_at("03-02 12:00").nudges == 0
    assert look_at("03-09 09:01", INTRO, nudge).nudges == 1
    assert look_at("03-09 10:01", INTRO, nudge, MEETING | {"at": "2026-03-09T10:00"}).nudges == 0


def test_who_was_absent_may_be_asked_and_nudged_anew() -> None:
    nudge = told("03-09 09:00", "out", pid="a", kind="nudge")
    group = MEETING | {"at": "2026-03-09T10:00", "pids": ["a", "b"]}
    absent = told("03-10 14:35", "outcome", mid="m", outcome="held", absent=["a"])
    question = told("03-11 10:00", "out", pid="a", kind="reply", needs_reply=True)
    outlook = look_at("03-18 09:00", INTRO, nudge, group, absent, question)
    assert (outlook.nudges, kinds(outlook)) == (0, {Kind.FOLLOW_UP})


def test_thanks_after_a_no_leave_nothing_to_say_about_it() -> None:
    thanks = told("03-04 17:00", "thanked", pids=["a"])
    assert Kind.DECLINE_ACK in kinds(look_at("03-05 09:00", INTRO, NO))
    assert look_at("03-05 09:00", INTRO, NO, thanks).reminders == ()


def test_a_cadence_answers_nothing_that_is_open() -> None:
    cadence = told("03-03 10:00", "kit", pid="a", days=90)
    outlook = look_at("03-09 09:00", INTRO, cadence)
    assert (outlook.stage, kinds(outlook)) == (Stage.AWAITING_REPLY, {Kind.FOLLOW_UP})
