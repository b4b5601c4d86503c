"""Particular cases of the rules: when each reminder pops up, what settles it, what it waits for, and its key."""

from __future__ import annotations

from typing import Any

import pytest

from otnet_desktop.domain.outlook import look
from otnet_desktop.domain.reminders import Ball, Kind, Outlook, Reminder, Stage
from tests.domain.telling import instant, people, story, told, wall

A, B = people("a", "b")
INTRO = told("03-02 10:00", "out", pid="a", kind="intro")
YES = told("03-04 16:00", "in", pid="a", kind="yes")
NO = told("03-04 16:00", "in", pid="a", kind="no")
MEETING = told(
    "03-02 10:00", "meeting", mid="m", pids=["a"], fmt="virtual", start="2026-03-10T14:00", end="2026-03-10T14:30"
)
HELD = told("03-10 14:35", "outcome", mid="m", outcome="held")
MET = [told("03-02 12:00", "encounter", mid="e", pids=["a"]), told("03-03 09:30", "thanked", mid="e", pids=["a"])]
KIT = told("03-03 09:31", "kit", pid="a", days=120)


def _look(at: str, *facts: dict[str, Any], person: str = "a", **settings: object) -> Outlook:
    so_far = story([A, B, *facts], settings)
    return look(person, so_far.facts, so_far.timing, instant(at))


def _only(at: str, *facts: dict[str, Any], kind: Kind | None = None, person: str = "a") -> Reminder:
    (reminder,) = [r for r in _look(at, *facts, person=person).reminders if kind is None or r.kind is kind]
    return reminder


def _kinds(outlook: Outlook) -> set[Kind]:
    return {reminder.kind for reminder in outlook.reminders}


# -- when it pops up, and its key -------------------------------------------------------------------------------

FRIDAY_CHAT = told("03-06 15:00", "encounter", mid="e", pids=["a"])
ANSWER = told("03-04 16:00", "in", pid="a", kind="answer")
LATER = told("03-04 16:00", "in", pid="a", kind="later", ask_again_on="2026-05-02")
MISSED = told("03-10 15:00", "outcome", mid="m", outcome="no_show_me")
CANCELLED = told("03-09 17:00", "cancel", mid="m", by="me")
ACCEPTED = told("03-16 10:00", "opportunity", oid="o", state="accepted", helpers=["a"])
BOUNCE = told("03-02 21:30", "in", pid="a", kind="bounce")
MOVED = told("03-09 10:00", "moved", pid="a")

PROMISE = told("03-04 10:00", "promise", cid="c", pid="a", by="me", due_on="2026-03-12")
THEIRS = told("03-04 10:00", "promise", cid="c", pid="a", by="them", due_on="2026-03-10")
REFERRED = [told("03-04 10:00", "referral", by="a", to="b"), told("03-09 12:00", "encounter", mid="f", pids=["b"])]


@pytest.mark.parametrize(
    ("at", "facts", "key", "popups"),
    [
        ("03-10 14:36", [MEETING, HELD], "THANKS:m:a", ["03-10 16:30", "03-11 09:00", "03-13 09:00"]),
        ("03-06 16:00", [FRIDAY_CHAT], "THANKS:e:a", ["03-09 09:00", "03-10 09:00", "03-12 09:00"]),
        ("03-05 16:00", [FRIDAY_CHAT | {"at": "2026-03-05T15:00"}], "THANKS:e:a", ["03-06 09:00", "03-09 09:00"]),
        ("03-04 16:01", [INTRO, ANSWER], "THANKS:mail-202603041600:a",
         ["03-05 09:00", "03-06 09:00", "03-09 09:00"]),
        ("03-10 15:00", [MEETING, MISSED], "APOLOGY:a:20260310", ["03-10 15:00"]),
        ("03-10 14:31", [MEETING], "OUTCOME:m:0", ["03-10 14:45", "03-11 09:00"]),
        ("03-04 16:01", [INTRO, YES], "REPLY:a:202603041600", ["03-05 09:00", "03-10 09:00"]),
        ("03-09 17:01", [MEETING, CANCELLED], "RESCHED:a:20260309", ["03-10 09:00"]),
        ("03-04 10:01", [PROMISE], "PROMISE:c", ["03-12 09:00", "03-16 09:00"]),
        ("03-04 10:01", [THEIRS], "THEIRS:c", ["03-17 09:00"]),
        ("03-02 21:31", [INTRO, BOUNCE], "ADDR:a:20260302", ["03-03 09:00"]),
        ("03-04 16:01", [INTRO, NO], "DECLACK:a:1", ["03-05 09:00"]),
        ("03-02 10:01", [INTRO], "FOLLOWUP:a:1:0", ["03-09 09:00"]),
        ("03-04 16:01", [INTRO, LATER], "ASKAGAIN:a:20260502", ["05-04 09:00"]),
        ("03-09 12:01", [*MET, *REFERRED], "LOOP:a:b", ["03-12 09:00"]),
        ("03-16 10:01", [*MET, ACCEPTED], "NEWS:o:a", ["03-18 09:00"]),
        ("03-09 10:01", [*MET, MOVED], "CONGRATS:a:20260309", ["03-11 09:00"]),
        ("03-02 11:01", [told("03-02 11:00", "draft", pid="a")], "DRAFT:a:20260302", ["03-05 09:00"]),
        ("03-03 10:00", [*MET, KIT], "KIT:a:20260303", ["07-01 09:00", "07-15 09:00"]),
    ],
)  # fmt: skip
def test_popups_and_keys(at: str, facts: list[dict[str, Any]], key: str, popups: list[str]) -> None:
    reminder = _only(at, *facts)
    assert reminder.key == key
    assert [wall(popup)[5:].replace("T", " ") for popup in reminder.popups] == popups


def test_meetings_and_deadlines_pop_up_once_each() -> None:
    chance = told("03-04 10:00", "opportunity", oid="o", pid="a", deadline="2026-03-20", title="Grant")
    popups = {r.key: [wall(p)[5:] for p in r.popups] for r in _look("03-04 10:01", MEETING, chance).reminders}
    assert popups == {
        "PREP:m:0": ["03-09T09:00"],
        "SOON:m:0": ["03-10T13:30"],
        "OPP:o:7": ["03-13T09:00"],
        "OPP:o:1": ["03-19T09:00"],
    }


# -- deadlines and the end of things ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "just_before", "from_then"),
    [
        ([MEETING, HELD], "03-11 14:29", "03-11 14:30"),
        ([FRIDAY_CHAT], "03-10 19:59", "03-10 20:00"),
        ([PROMISE], "03-12 19:59", "03-12 20:00"),
    ],
)
def test_overdue(facts: list[dict[str, Any]], just_before: str, from_then: str) -> None:
    assert not _only(just_before, *facts).overdue
    assert _only(from_then, *facts).overdue


@pytest.mark.parametrize(
    ("facts", "last", "gone"),
    [
        ([MEETING, HELD], "05-09 14:29", "05-09 14:30"),
        ([INTRO, NO], "03-12 08:59", "03-12 09:00"),
        ([*MET, *REFERRED], "04-11 08:59", "04-11 09:00"),
        ([*MET, ACCEPTED], "04-17 08:59", "04-17 09:00"),
        ([*MET, MOVED], "04-10 08:59", "04-10 09:00"),
        ([told("03-04 10:00", "opportunity", oid="o", pid="a", deadline="2026-03-20")], "03-20 23:59", "03-21 00:00"),
        ([MEETING], "03-10 13:59", "03-10 14:00"),
    ],
)  # fmt: skip
def test_what_ends_by_itself(facts: list[dict[str, Any]], last: str, gone: str) -> None:
    assert _look(last, *facts).reminders
    assert not _look(gone, *facts).reminders


# -- writing and waiting ----------------------------------------------------------------------------------------


def test_asking_again_before_they_answered_is_a_nudge() -> None:
    again = told("03-05 10:00", "out", pid="a", kind="ask")
    asked_twice = _look("03-05 10:01", INTRO, again)
    assert (asked_twice.stage, asked_twice.approach, asked_twice.nudges) == (Stage.NUDGED, 1, 1)
    assert not asked_twice.reminders
    much_later = _look("03-16 09:01", INTRO, told("03-16 09:00", "out", pid="a", kind="ask"))
    assert (much_later.stage, much_later.approach, much_later.nudges) == (Stage.AWAITING_REPLY, 2, 0)


def test_a_message_while_waiting_puts_the_follow_up_off() -> None:
    update = told("03-05 10:00", "out", pid="a", kind="update")
    assert wall(_only("03-05 10:01", INTRO, update).due) == "2026-03-12T09:00"


def test_a_skipped_follow_up_lets_them_rest() -> None:
    skip = told("03-09 09:30", "dismiss", key="FOLLOWUP:a:1:0")
    assert _look("03-13 12:00", INTRO, skip).stage is Stage.AWAITING_REPLY
    assert _look("03-16 09:00", INTRO, skip).stage is Stage.QUIET
    assert _look("03-30 09:00", INTRO).stage is Stage.AWAITING_REPLY


def test_a_dismissal_is_for_that_occasion_only() -> None:
    """Both waits of one approach carry the same key; putting the first away says nothing about the second."""
    skip = told("03-09 09:30", "dismiss", key="FOLLOWUP:a:1:0")
    reply = told("03-10 10:00", "in", pid="a", kind="yes")
    slots = told("03-11 10:00", "out", pid="a", kind="slots")
    assert _only("03-18 09:00", INTRO, skip, reply, slots).variant == "slots"


def test_being_away_holds_the_follow_up_however_often_one_writes() -> None:
    away = told("03-02 10:01", "in", pid="a", kind="ooo", return_on="2026-03-20")
    nudge = told("03-03 10:00", "out", pid="a", kind="nudge")
    so_far = _look("03-10 12:00", INTRO, away, nudge, max_nudges=2)
    assert [wall(r.due) for r in so_far.reminders] == ["2026-03-24T09:00"]


def test_an_answer_ends_a_question_and_a_chat_with_a_friend_is_over() -> None:
    question = told("03-05 10:00", "in", pid="a", kind="question")
    reply = told("03-06 10:00", "out", pid="a", kind="reply")
    friend = _look("03-06 10:01", *MET, question, reply)
    assert (friend.stage, friend.reminders) == (Stage.THANKED, ())
    stranger = _look("03-06 10:01", INTRO, question, reply)
    assert (stranger.stage, stranger.ball, stranger.reminders) == (Stage.IN_CONVERSATION, Ball.NONE, ())
    assert _look("03-20 09:00", INTRO, question, reply).stage is Stage.QUIET


def test_a_nudge_after_they_asked_for_later_starts_afresh() -> None:
    later = told("03-04 16:00", "in", pid="a", kind="later")
    outlook = _look("03-05 10:01", INTRO, later, told("03-05 10:00", "out", pid="a", kind="nudge"))
    assert (outlook.stage, outlook.approach) == (Stage.AWAITING_REPLY, 2)


@pytest.mark.parametrize("kind", ["keep_in_touch", "congratulate", "update", "thanks", "news"])
def test_notes_do_not_wait_for_an_answer(kind: str) -> None:
    note = told("03-05 10:00", "out", pid="a", kind=kind, needs_reply=True)
    assert _look("03-05 10:01", *MET, note).stage is Stage.THANKED


def test_a_question_of_my_own_waits() -> None:
    question = told("03-05 10:00", "out", pid="a", kind="other", needs_reply=True)
    outlook = _look("03-12 09:00", *MET, question)
    assert (outlook.stage, outlook.ball) == (Stage.IN_CONVERSATION, Ball.THEM)
    assert [r.variant for r in outlook.reminders] == ["conversation"]


def test_a_draft_is_gone_once_something_was_sent_or_there_is_no_point() -> None:
    draft = told("03-03 10:00", "draft", pid="a")
    for end in (INTRO | {"at": "2026-03-04T10:00"}, NO, told("03-04 10:00", "withdraw", pid="a")):
        assert Kind.STALE_DRAFT not in _kinds(_look("03-06 12:00", draft, end))
    assert Kind.STALE_DRAFT in _kinds(_look("03-06 12:00", draft))


def test_a_lost_address_is_found_or_proved_to_work() -> None:
    lost = told("03-09 10:00", "moved", pid="a", address_lost=True)
    assert Kind.FIX_ADDRESS in _kinds(_look("03-10 12:00", *MET, lost))
    for found in (told("03-10 10:00", "channel", pid="a"), told("03-10 10:00", "out", pid="a", kind="update")):
        assert not _look("03-10 12:00", *MET, lost, found).reminders


def test_a_placement_waits_for_the_gatekeeper() -> None:
    point = told("03-02 09:10", "keypoint", pid="a")
    for gate, stage in (("open", Stage.PREPARING), ("asked", Stage.PREPARING), ("cleared", Stage.READY)):
        purpose = told("03-02 09:05", "purpose", pid="a", kind="fieldwork_placement", gate=gate)
        assert _look("03-02 10:00", purpose, point).stage is stage
    unreachable = told("03-02 09:20", "channel", pid="a", ok=False)
    assert _look("03-02 10:00", told("03-02 09:05", "purpose", pid="a"), point, unreachable).stage is Stage.PREPARING


# -- meetings ---------------------------------------------------------------------------------------------------


def test_words_after_a_meeting_outlive_its_late_outcome() -> None:
    ask = told("03-11 10:00", "out", pid="a", kind="ask")
    late = told("03-12 10:00", "outcome", mid="m", outcome="no_show_them")
    assert _look("03-12 10:01", MEETING, ask, late).stage is Stage.AWAITING_REPLY
    assert _look("03-12 10:01", MEETING, late).stage is Stage.RESCHEDULING


def test_letting_go_calls_off_what_lies_ahead_and_not_what_was() -> None:
    let_go = told("03-09 10:00", "withdraw", pid="a")
    assert (_look("03-09 10:01", MEETING, let_go).stage, _look("03-10 15:00", MEETING, let_go).reminders) == (
        Stage.WITHDRAWN,
        (),
    )
    too_late = told("03-10 16:00", "withdraw", pid="a")
    assert _kinds(_look("03-10 16:01", MEETING, too_late)) == {Kind.MEETING_OUTCOME}


def test_somebody_who_lets_go_can_still_keep_in_touch() -> None:
    facts = [*MET, told("04-01 10:00", "out", pid="a", kind="ask"), told("04-02 10:00", "withdraw", pid="a")]
    assert _look("04-03 10:00", *facts).stage is Stage.WITHDRAWN
    resumed = _look("04-03 10:01", *facts, told("04-03 10:00", "kit", pid="a", days=90))
    assert (resumed.stage, _kinds(resumed)) == (Stage.IN_TOUCH, {Kind.KEEP_IN_TOUCH})


def test_a_cadence_for_somebody_known_from_before() -> None:
    outlook = _look("03-02 12:00", told("03-02 10:00", "kit", pid="a", days=30))
    assert (outlook.stage, [wall(r.due) for r in outlook.reminders]) == (Stage.IN_TOUCH, ["2026-04-01T09:00"])


def test_preparing_for_a_meeting_booked_late() -> None:
    def prep(booked: str, start: str) -> list[str]:
        meeting = MEETING | {
            "at": f"2026-{booked}".replace(" ", "T"),
            "start": f"2026-03-10T{start}",
            "end": "2026-03-10T18:00",
        }
        outlook = _look(booked, meeting)
        return [wall(r.due)[5:] for r in outlook.reminders if r.kind is Kind.MEETING_PREP]

    assert prep("03-09 09:00", "14:00") == ["03-09T09:00"]
    assert prep("03-09 09:01", "11:00") == ["03-10T09:00"]
    assert prep("03-09 09:01", "10:59") == []
    assert prep("03-10 00:00", "14:00") == []


def test_somebody_absent_goes_back_to_where_they_were() -> None:
    group = MEETING | {"pids": ["a", "b"]}
    held = HELD | {"absent": ["a"]}
    back = _look("03-10 15:00", INTRO | {"at": "2026-03-02T09:30"}, group, held)
    assert (back.stage, back.ball, back.reminders) == (Stage.AWAITING_REPLY, Ball.NONE, ())


def test_a_reply_after_a_broken_meeting_is_on_them() -> None:
    cancel = told("03-09 17:00", "cancel", mid="m", by="them")
    line = told("03-10 10:00", "out", pid="a", kind="reply")
    outlook = _look("03-10 10:01", MEETING, cancel, line)
    assert (outlook.stage, outlook.ball, outlook.reminders) == (Stage.RESCHEDULING, Ball.THEM, ())


# -- thanks -----------------------------------------------------------------------------------------------------


def test_a_note_covers_what_came_before_and_not_what_came_after() -> None:
    earlier = told("03-09 12:00", "encounter", mid="e", pids=["a"])
    for_earlier = told("03-11 10:00", "thanked", mid="e", pids=["a"])
    assert _only("03-11 10:01", earlier, MEETING, HELD, for_earlier).meeting == "m"
    for_later = told("03-11 10:00", "thanked", mid="m", pids=["a"])
    assert not _look("03-11 10:01", earlier, MEETING, HELD, for_later).reminders


def test_a_note_covers_what_became_known_that_very_minute() -> None:
    mail = told("03-10 14:35", "out", pid="a", kind="thanks", seq=99)
    assert not _look("03-10 17:00", MEETING, HELD, mail).reminders


def test_a_thank_you_mail_settles_whatever_is_open() -> None:
    mail = told("03-11 10:00", "out", pid="a", kind="thanks")
    outlook = _look("03-11 10:01", MEETING, HELD, mail)
    assert (outlook.stage, outlook.reminders) == (Stage.THANKED, ())


def test_thanks_for_an_answer_need_no_meeting() -> None:
    thanks = told("03-05 10:00", "thanked", pids=["a"])
    assert _look("03-05 10:01", INTRO, ANSWER, thanks).stage is Stage.THANKED
    assert _only("03-11 10:01", MEETING, HELD, thanks | {"at": "2026-03-11T10:00"}).meeting == "m"


def test_skipping_covers_too_but_is_no_contact() -> None:
    skip = told("03-11 10:00", "thanks_skipped", pid="a", mid="m")
    outlook = _look("03-11 10:01", MEETING, HELD, skip)
    assert (outlook.stage, outlook.last_reached_out) == (Stage.THANKED, None)
    assert outlook.last_in_touch == instant("03-10 14:30")


# -- one thing at a time ----------------------------------------------------------------------------------------


def test_what_can_be_said_in_person_waits_for_a_meeting_within_two_weeks() -> None:
    soon = MEETING | {"at": "2026-03-12T08:00", "start": "2026-03-26T09:00", "end": "2026-03-26T10:00"}
    near = _look("03-12 09:00", *MET, *REFERRED, soon)
    assert ([r.kind for r in near.active], [r.kind for r in near.held_back]) == ([], [Kind.CLOSE_LOOP])
    far = _look("03-12 09:00", *MET, *REFERRED, soon | {"start": "2026-03-26T09:01"})
    assert [r.kind for r in far.active] == [Kind.CLOSE_LOOP]


def test_no_keeping_in_touch_while_something_is_going_on() -> None:
    ask = told("06-29 10:00", "out", pid="a", kind="ask")
    assert Kind.KEEP_IN_TOUCH not in _kinds(_look("07-02 09:00", *MET, KIT, ask))


def test_nobody_is_nudged_while_a_meeting_is_ahead() -> None:
    ask = told("03-03 10:00", "out", pid="a", kind="ask")
    assert Kind.FOLLOW_UP not in _kinds(_look("03-10 13:00", MEETING, ask))
    assert Kind.FOLLOW_UP in _kinds(_look("03-10 15:00", MEETING, ask))


def test_an_old_unthanked_meeting_does_not_silence_keeping_in_touch() -> None:
    outlook = _look("07-15 12:00", *MET, KIT, MEETING, HELD)
    assert (outlook.stage, _kinds(outlook)) == (Stage.MET, {Kind.KEEP_IN_TOUCH})


def test_a_message_settles_what_could_be_said_in_it() -> None:
    note = told("03-19 10:00", "out", pid="a", kind="other")
    moved = told("03-16 10:00", "moved", pid="a")
    waiting = [*MET, THEIRS, *REFERRED, ACCEPTED, moved]
    before = _look("03-19 09:59", *waiting)
    every = {*_kinds(before), *(r.kind for r in before.held_back)}
    assert every == {Kind.THEIR_PROMISE, Kind.CLOSE_LOOP, Kind.TELL_NEWS, Kind.CONGRATULATE}
    after = _look("03-19 10:00", *waiting, note)
    assert not after.reminders + after.held_back


def test_an_opportunity_remembers_what_was_told_before() -> None:
    first = told("03-04 10:00", "opportunity", oid="o", pid="a", deadline="2026-03-20", title="Grant", helpers=["b"])
    renamed = told("03-05 10:00", "opportunity", oid="o", state="applying")
    assert {r.values["title"] for r in _look("03-05 10:01", first, renamed).reminders} == {"Grant"}
    accepted = told("03-09 10:00", "opportunity", oid="o", state="accepted")
    retold = told("03-12 10:00", "opportunity", oid="o", state="accepted", title="The grant")
    news = _only("03-12 10:01", first, accepted, retold, person="b")
    assert (wall(news.due), news.values["title"]) == ("2026-03-11T09:00", "The grant")
    withdrawn = told("03-13 10:00", "opportunity", oid="o", state="closed")
    assert not _look("03-13 10:01", first, accepted, withdrawn, person="b").reminders


def test_an_opportunity_through_nobody_is_under_no_name() -> None:
    grant = told("03-04 10:00", "opportunity", oid="o", deadline="2026-03-20", title="Grant")
    so_far = story([A, grant])
    reminders = look("", so_far.facts, so_far.timing, instant("03-13 09:00")).active
    assert [(r.kind, r.variant) for r in reminders] == [(Kind.OPPORTUNITY_DEADLINE, "7d")]
