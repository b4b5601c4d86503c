"""Stories of asking and being answered, told here: what each proves stands in its name."""

from __future__ import annotations

from otnet_desktop.domain.agenda import agenda
from otnet_desktop.domain.notices import Form
from otnet_desktop.domain.reminders import Stage
from tests.domain.telling import instant, look_on, meeting, people, says, story, told, wall

# -- a new graduate ---------------------------------------------------------------------------------------------------


def test_thanks_leave_the_quiet_hours_and_offers_get_five_days_of_grace() -> None:
    so_far = story([
        *people("ana", "ben"),
        meeting("m", "ana", "03-02 10:00", "03-10 17:45", "18:15"),
        told("03-10 18:20", "outcome", mid="m", outcome="held"),
        told("03-10 18:21", "promise", cid="list", pid="ana", by="them", due_on="2026-03-13", text="the list"),
        told("03-10 18:22", "referral", by="ana", to="ben"),
        told("03-11 09:30", "thanked", mid="m", pids=["ana"], how="email"),
        told("03-17 12:00", "encounter", mid="e", pids=["ben"]),
    ])  # fmt: skip
    assert says(look_on(so_far, "ana", "03-10 18:30")) == ["THANK_YOU/meeting 03-11 09:00", "THEIR_PROMISE 03-20 09:00"]
    assert says(look_on(so_far, "ana", "03-17 12:01")) == ["CLOSE_LOOP 03-20 09:00", "THEIR_PROMISE 03-20 09:00"]
    late = look_on(so_far, "ana", "03-20 09:00")
    assert says(late) == ["CLOSE_LOOP 03-20 09:00 *"]
    assert [r.kind for r in late.held_back] == ["THEIR_PROMISE"]


# -- an assistant, and people who do not come -------------------------------------------------------------------------


def test_somebody_who_does_not_come_twice_is_left_in_peace() -> None:
    facts = [
        *people("dee"),
        meeting("m1", "dee", "03-02 10:00", "03-10 14:00", "14:30"),
        told("03-10 14:20", "outcome", mid="m1", outcome="no_show_them"),
        told("03-11 09:00", "out", pid="dee", kind="slots"),
        told("03-11 15:00", "in", pid="dee", kind="slots"),
        meeting("m2", "dee", "03-11 15:30", "03-17 14:00", "14:30"),
        told("03-17 14:20", "outcome", mid="m2", outcome="no_show_them"),
    ]
    so_far = story(facts)
    assert says(look_on(so_far, "dee", "03-10 14:21")) == ["RESCHEDULE/no_show_them 03-10 16:20"]
    assert look_on(so_far, "dee", "03-17 14:21").stage is Stage.QUIET
    assert says(look_on(so_far, "dee", "12-31 12:00")) == []


def test_another_time_without_one_is_answered_like_a_yes() -> None:
    facts = [*people("dee"), told("03-11 09:00", "out", pid="dee", kind="slots")]
    asked = story([*facts, told("03-12 15:00", "in", pid="dee", kind="another_time")])
    agreed = story([*facts, told("03-12 15:00", "in", pid="dee", kind="yes")])
    assert says(look_on(asked, "dee", "03-13 15:00")) == ["REPLY_NEEDED/scheduling 03-13 09:00 *"]
    assert look_on(asked, "dee", "03-13 15:00") == look_on(agreed, "dee", "03-13 15:00")


def test_meeting_in_between_forgives_the_first_no_show() -> None:
    so_far = story([
        *people("dee"),
        meeting("m1", "dee", "03-02 10:00", "03-03 14:00", "14:30"),
        told("03-03 14:20", "outcome", mid="m1", outcome="no_show_them"),
        meeting("m2", "dee", "03-04 10:00", "03-05 14:00", "14:30"),
        told("03-05 14:40", "outcome", mid="m2", outcome="held"),
        told("03-05 14:41", "thanked", mid="m2", pids=["dee"]),
        meeting("m3", "dee", "03-06 10:00", "03-10 14:00", "14:30"),
        told("03-10 14:20", "outcome", mid="m3", outcome="no_show_them"),
    ])  # fmt: skip
    assert look_on(so_far, "dee", "03-10 14:21").stage is Stage.RESCHEDULING


def test_i_missed_it_and_apologise_at_once_and_only_once() -> None:
    so_far = story([
        *people("eva"),
        meeting("m", "eva", "03-02 10:00", "03-10 19:00", "19:30"),
        told("03-10 21:00", "outcome", mid="m", outcome="no_show_me"),
        told("03-11 09:10", "out", pid="eva", kind="apology"),
    ])  # fmt: skip
    assert says(look_on(so_far, "eva", "03-10 21:01")) == ["APOLOGY 03-11 09:00"]
    assert says(look_on(so_far, "eva", "03-11 09:11")) == []
    assert look_on(so_far, "eva", "03-11 09:11").stage is Stage.RESCHEDULING
    assert look_on(so_far, "eva", "03-25 09:00").stage is Stage.QUIET


# -- a conference -----------------------------------------------------------------------------------------------------


def test_fifteen_chats_at_a_conference_are_two_notices_and_none_at_the_weekend() -> None:
    met = [f"c{n:02}" for n in range(15)]
    so_far = story([
        *people(*met),
        *[told(f"03-05 15:{n:02}", "encounter", mid=f"e{n}", pids=[ref]) for n, ref in enumerate(met)],
        *[told("03-06 10:00", "thanked", mid=f"e{n}", pids=[ref], how="linkedin") for n, ref in enumerate(met[:9])],
    ])  # fmt: skip
    notices = agenda(so_far.facts, so_far.timing, instant("03-05 16:00"), instant("03-12 16:00"))
    assert [(wall(n.at)[5:], n.form, len(n.reminders)) for n in notices] == [
        ("03-06T09:00", Form.DIGEST, 15),
        ("03-09T09:00", Form.DIGEST, 6),
    ]


# -- three mails on one morning ---------------------------------------------------------------------------------------


def test_away_bounced_and_declined() -> None:
    so_far = story([
        *people("out", "bad", "no"),
        told("03-02 10:00", "out", pid="out", kind="intro"),
        told("03-02 10:05", "out", pid="bad", kind="intro"),
        told("03-02 10:10", "out", pid="no", kind="intro"),
        told("03-02 10:01", "in", pid="out", kind="ooo", return_on="2026-03-20"),
        told("03-02 21:30", "in", pid="bad", kind="bounce"),
        told("03-04 16:00", "in", pid="no", kind="no"),
    ])  # fmt: skip
    assert says(look_on(so_far, "out", "03-09 09:00")) == ["FOLLOW_UP/intro 03-24 09:00"]
    assert says(look_on(so_far, "bad", "03-02 21:31")) == ["FIX_ADDRESS/bounced 03-03 09:00"]
    assert says(look_on(so_far, "no", "03-05 09:00")) == ["DECLINE_ACK 03-05 09:00 *"]
    assert says(look_on(so_far, "no", "03-12 08:59")) == ["DECLINE_ACK 03-05 09:00 *"]
    assert says(look_on(so_far, "no", "03-12 09:00")) == []


def test_a_new_address_lets_one_write_again() -> None:
    facts = [
        *people("bad"),
        told("03-02 09:01", "purpose", pid="bad"),
        told("03-02 09:02", "keypoint", pid="bad"),
        told("03-02 10:05", "out", pid="bad", kind="intro"),
        told("03-02 10:06", "in", pid="bad", kind="bounce"),
        told("03-03 10:00", "channel", pid="bad", ok=True),
        told("03-03 10:05", "out", pid="bad", kind="intro"),
    ]
    so_far = story(facts)
    assert look_on(so_far, "bad", "03-03 10:00").stage is Stage.READY
    assert says(look_on(so_far, "bad", "03-03 10:00")) == []
    assert says(look_on(so_far, "bad", "03-03 10:06")) == ["FOLLOW_UP/intro 03-10 09:00"]
