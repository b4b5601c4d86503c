"""Asking, nudging, waiting, drafts and addresses: what a message changes."""

from __future__ import annotations

from typing import Any

import pytest

from otnet_desktop.domain.reminders import Ball, Kind, Stage
from tests.domain.examples import INTRO, MEETING, MET, NO, YES, kinds, look_at, only
from tests.domain.telling import told, wall


def test_asking_again_before_they_answered_is_a_nudge() -> None:
    again = told("03-05 10:00", "out", pid="a", kind="ask")
    asked_twice = look_at("03-05 10:01", INTRO, again)
    assert (asked_twice.stage, asked_twice.approach, asked_twice.nudges) == (Stage.NUDGED, 1, 1)
    assert not asked_twice.reminders
    much_later = look_at("03-16 09:01", INTRO, told("03-16 09:00", "out", pid="a", kind="ask"))
    assert (much_later.stage, much_later.approach, much_later.nudges) == (Stage.AWAITING_REPLY, 2, 0)


def test_a_message_while_waiting_puts_the_follow_up_off() -> None:
    update = told("03-05 10:00", "out", pid="a", kind="update")
    assert wall(only("03-05 10:01", INTRO, update).due) == "2026-03-12T09:00"


def test_a_skipped_follow_up_lets_them_rest() -> None:
    skip = told("03-09 09:30", "dismiss", key="FOLLOWUP:a:1:0")
    assert look_at("03-13 12:00", INTRO, skip).stage is Stage.AWAITING_REPLY
    assert look_at("03-16 09:00", INTRO, skip).stage is Stage.QUIET
    assert look_at("03-30 09:00", INTRO).stage is Stage.AWAITING_REPLY


def test_a_dismissal_is_for_that_occasiononly() -> None:
    """Both waits of one approach carry the same key; putting the first away says nothing about the second."""
    skip = told("03-09 09:30", "dismiss", key="FOLLOWUP:a:1:0")
    reply = told("03-10 10:00", "in", pid="a", kind="yes")
    slots = told("03-11 10:00", "out", pid="a", kind="slots")
    assert only("03-18 09:00", INTRO, skip, reply, slots).variant == "slots"


def test_being_away_holds_the_follow_up_however_often_one_writes() -> None:
    away = told("03-02 10:01", "in", pid="a", kind="ooo", return_on="2026-03-20")
    nudge = told("03-03 10:00", "out", pid="a", kind="nudge")
    so_far = look_at("03-10 12:00", INTRO, away, nudge, max_nudges=2)
    assert [wall(r.due) for r in so_far.reminders] == ["2026-03-24T09:00"]


def test_an_answer_ends_a_question_and_a_chat_with_a_friend_is_over() -> None:
    question = told("03-05 10:00", "in", pid="a", kind="question")
    reply = told("03-06 10:00", "out", pid="a", kind="reply")
    friend = look_at("03-06 10:01", *MET, question, reply)
    assert (friend.stage, friend.reminders) == (Stage.THANKED, ())
    stranger = look_at("03-06 10:01", INTRO, question, reply)
    assert (stranger.stage, stranger.ball, stranger.reminders) == (Stage.IN_CONVERSATION, Ball.NONE, ())
    assert look_at("03-20 09:00", INTRO, question, reply).stage is Stage.QUIET


def test_a_nudge_after_they_asked_for_later_starts_afresh() -> None:
    later = told("03-04 16:00", "in", pid="a", kind="later")
    outlook = look_at("03-05 10:01", INTRO, later, told("03-05 10:00", "out", pid="a", kind="nudge"))
    assert (outlook.stage, outlook.approach) == (Stage.AWAITING_REPLY, 2)


@pytest.mark.parametrize("kind", ["keep_in_touch", "congratulate", "update", "thanks", "news"])
def test_notes_do_not_wait_for_an_answer(kind: str) -> None:
    note = told("03-05 10:00", "out", pid="a", kind=kind, needs_reply=True)
    assert look_at("03-05 10:01", *MET, note).stage is Stage.THANKED


def test_a_question_of_my_own_waits() -> None:
    question = told("03-05 10:00", "out", pid="a", kind="other", needs_reply=True)
    outlook = look_at("03-12 09:00", *MET, question)
    assert (outlook.stage, outlook.ball) == (Stage.IN_CONVERSATION, Ball.THEM)
    assert [r.variant for r in outlook.reminders] == ["conversation"]


def test_a_draft_is_gone_once_something_was_sent_or_there_is_no_point() -> None:
    draft = told("03-03 10:00", "draft", pid="a")
    for end in (INTRO | {"at": "2026-03-04T10:00"}, NO, told("03-04 10:00", "withdraw", pid="a")):
        assert Kind.STALE_DRAFT not in kinds(look_at("03-06 12:00", draft, end))
    assert Kind.STALE_DRAFT in kinds(look_at("03-06 12:00", draft))


def test_a_lost_address_is_found_or_proved_to_work() -> None:
    lost = told("03-09 10:00", "moved", pid="a", address_lost=True)
    assert Kind.FIX_ADDRESS in kinds(look_at("03-10 12:00", *MET, lost))
    for found in (told("03-10 10:00", "channel", pid="a"), told("03-10 10:00", "out", pid="a", kind="update")):
        assert not look_at("03-10 12:00", *MET, lost, found).reminders


def test_a_placement_waits_for_the_gatekeeper() -> None:
    point = told("03-02 09:10", "keypoint", pid="a")
    for gate, stage in (("open", Stage.PREPARING), ("asked", Stage.PREPARING), ("cleared", Stage.READY)):
        purpose = told("03-02 09:05", "purpose", pid="a", kind="fieldwork_placement", gate=gate)
        assert look_at("03-02 10:00", purpose, point).stage is stage
    unreachable = told("03-02 09:20", "channel", pid="a", ok=False)
    assert look_at("03-02 10:00", told("03-02 09:05", "purpose", pid="a"), point, unreachable).stage is Stage.PREPARING


SLOTS = told("03-05 09:30", "out", pid="a", kind="slots")


def test_offering_times_goes_on_with_the_same_approach() -> None:
    assert look_at("03-05 09:31", INTRO, YES, SLOTS).approach == 1
    cancel = told("03-09 17:00", "cancel", mid="m", by="them")
    again = SLOTS | {"at": "2026-03-10T09:30"}
    assert look_at("03-10 09:31", INTRO | {"at": "2026-03-02T09:30"}, MEETING, cancel, again).approach == 1


def test_offering_times_out_of_the_blue_begins_one() -> None:
    outlook = look_at("03-05 09:31", SLOTS)
    assert (outlook.approach, outlook.stage) == (1, Stage.SCHEDULING)


def test_a_question_after_a_bounce_may_be_followed_up() -> None:
    nudge = told("03-04 10:00", "out", pid="a", kind="nudge")
    bounce = told("03-04 10:01", "in", pid="a", kind="bounce")
    question = told("03-05 10:00", "out", pid="a", kind="reply", needs_reply=True)
    outlook = look_at("03-12 09:00", INTRO, nudge, bounce, question)
    assert (outlook.approach, outlook.nudges, kinds(outlook)) == (2, 0, {Kind.FOLLOW_UP})


def test_a_change_of_mind_takes_the_courtesy_note_away() -> None:
    yes = told("03-04 17:00", "in", pid="a", kind="yes")
    assert kinds(look_at("03-05 09:00", INTRO, NO, yes)) == {Kind.REPLY_NEEDED}


def test_a_snooze_in_the_minute_of_its_cause_counts() -> None:
    snooze = told("03-02 10:00", "snooze", key="FOLLOWUP:a:1:0", until="2026-03-12T09:00", seq=99)
    assert only("03-02 10:01", INTRO, snooze).snoozes == 1


def test_an_answer_ends_the_count_of_nudges() -> None:
    nudge = told("03-03 10:00", "out", pid="a", kind="nudge")
    assert look_at("03-03 10:01", INTRO, nudge).nudges == 1
    assert look_at("03-04 16:01", INTRO, nudge, YES).nudges == 0


@pytest.mark.parametrize(
    "begun", [told("03-02 10:00", "draft", pid="a"), told("03-02 10:00", "out", pid="a", kind="reply")]
)
def test_whoever_was_written_to_is_more_than_an_idea(begun: dict[str, Any]) -> None:
    assert look_at("03-02 10:01", begun).stage is Stage.PREPARING


@pytest.mark.parametrize(
    ("put_off", "due"),
    [
        ([], "2026-03-09T09:00"),
        ([("03-04 10:00", "2026-03-06T09:00")], "2026-03-06T09:00"),
        ([("03-04 10:00", "2026-03-11T09:00")], "2026-03-11T09:00"),
        ([("03-04 10:00", "2026-03-06T09:00"), ("03-06 09:30", "2026-03-12T09:00")], "2026-03-12T09:00"),
    ],
)
def test_a_draft_comes_back_when_its_writer_said(put_off: list[tuple[str, str]], due: str) -> None:
    """Written on a Wednesday: usually on the third working day after, or earlier or later as was chosen."""
    draft = told("03-04 10:00", "draft", pid="a")
    snoozes = [told(at, "snooze", key="DRAFT:a:20260304", until=until) for at, until in put_off]
    (reminder,) = look_at("03-06 10:00", draft, *snoozes).reminders
    assert wall(reminder.due) == due
