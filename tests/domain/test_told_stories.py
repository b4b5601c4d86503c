"""More stories of people growing a network, told here: what each proves stands in its name."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from otnet_desktop.domain.agenda import agenda
from otnet_desktop.domain.notices import Form
from otnet_desktop.domain.outlook import in_order, look, look_all
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.reminders import Outlook, Stage
from otnet_desktop.domain.timing import Timing
from tests.domain.telling import BOSTON, Story, instant, people, story, told, wall

VIRTUAL = {"fmt": "virtual"}


def _look(so_far: Story, person: str, at: str) -> Outlook:
    return look(person, so_far.facts, so_far.timing, instant(at, so_far.timing))


def _says(outlook: Outlook) -> list[str]:
    """Reminders in short: "THANK_YOU/meeting 03-11 09:00 *"."""
    return [
        f"{r.kind}{'/' + r.variant if r.variant else ''} {wall(r.due)[5:].replace('T', ' ')}{' *' if r.active else ''}"
        for r in outlook.reminders
    ]


def _meeting(mid: str, pid: str, booked: str, start: str, end: str, **more: object) -> dict[str, Any]:
    day, _ = start.split()
    return told(booked, "meeting", mid=mid, pids=[pid], start=_iso(start), end=_iso(f"{day} {end}"), **(VIRTUAL | more))


def _iso(text: str) -> str:
    return f"2026-{text}".replace(" ", "T")


# -- a new graduate ---------------------------------------------------------------------------------------------


def test_thanks_leave_the_quiet_hours_and_offers_get_five_days_of_grace() -> None:
    so_far = story([
        *people("ana", "ben"),
        _meeting("m", "ana", "03-02 10:00", "03-10 17:45", "18:15"),
        told("03-10 18:20", "outcome", mid="m", outcome="held"),
        told("03-10 18:21", "promise", cid="list", pid="ana", by="them", due_on="2026-03-13", text="the list"),
        told("03-10 18:22", "referral", by="ana", to="ben"),
        told("03-11 09:30", "thanked", mid="m", pids=["ana"], how="email"),
        told("03-17 12:00", "encounter", mid="e", pids=["ben"]),
    ])  # fmt: skip
    assert _says(_look(so_far, "ana", "03-10 18:30")) == ["THANK_YOU/meeting 03-11 09:00", "THEIR_PROMISE 03-20 09:00"]
    assert _says(_look(so_far, "ana", "03-17 12:01")) == ["CLOSE_LOOP 03-20 09:00", "THEIR_PROMISE 03-20 09:00"]
    late = _look(so_far, "ana", "03-20 09:00")
    assert _says(late) == ["CLOSE_LOOP 03-20 09:00 *"]
    assert [r.kind for r in late.held_back] == ["THEIR_PROMISE"]


# -- an assistant, and people who do not come -------------------------------------------------------------------


def test_somebody_who_does_not_come_twice_is_left_in_peace() -> None:
    facts = [
        *people("dee"),
        _meeting("m1", "dee", "03-02 10:00", "03-10 14:00", "14:30"),
        told("03-10 14:20", "outcome", mid="m1", outcome="no_show_them"),
        told("03-11 09:00", "out", pid="dee", kind="slots"),
        told("03-11 15:00", "in", pid="dee", kind="slots"),
        _meeting("m2", "dee", "03-11 15:30", "03-17 14:00", "14:30"),
        told("03-17 14:20", "outcome", mid="m2", outcome="no_show_them"),
    ]
    so_far = story(facts)
    assert _says(_look(so_far, "dee", "03-10 14:21")) == ["RESCHEDULE/no_show_them 03-10 16:20"]
    assert _look(so_far, "dee", "03-17 14:21").stage is Stage.QUIET
    assert _says(_look(so_far, "dee", "12-31 12:00")) == []


def test_meeting_in_between_forgives_the_first_no_show() -> None:
    so_far = story([
        *people("dee"),
        _meeting("m1", "dee", "03-02 10:00", "03-03 14:00", "14:30"),
        told("03-03 14:20", "outcome", mid="m1", outcome="no_show_them"),
        _meeting("m2", "dee", "03-04 10:00", "03-05 14:00", "14:30"),
        told("03-05 14:40", "outcome", mid="m2", outcome="held"),
        told("03-05 14:41", "thanked", mid="m2", pids=["dee"]),
        _meeting("m3", "dee", "03-06 10:00", "03-10 14:00", "14:30"),
        told("03-10 14:20", "outcome", mid="m3", outcome="no_show_them"),
    ])  # fmt: skip
    assert _look(so_far, "dee", "03-10 14:21").stage is Stage.RESCHEDULING


def test_i_missed_it_and_apologise_at_once_and_only_once() -> None:
    so_far = story([
        *people("eva"),
        _meeting("m", "eva", "03-02 10:00", "03-10 19:00", "19:30"),
        told("03-10 21:00", "outcome", mid="m", outcome="no_show_me"),
        told("03-11 09:10", "out", pid="eva", kind="apology"),
    ])  # fmt: skip
    assert _says(_look(so_far, "eva", "03-10 21:01")) == ["APOLOGY 03-11 09:00"]
    assert _says(_look(so_far, "eva", "03-11 09:11")) == []
    assert _look(so_far, "eva", "03-11 09:11").stage is Stage.RESCHEDULING
    assert _look(so_far, "eva", "03-25 09:00").stage is Stage.QUIET


# -- a conference -----------------------------------------------------------------------------------------------


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


# -- three mails on one morning ---------------------------------------------------------------------------------


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
    assert _says(_look(so_far, "out", "03-09 09:00")) == ["FOLLOW_UP/intro 03-24 09:00"]
    assert _says(_look(so_far, "bad", "03-02 21:31")) == ["FIX_ADDRESS/bounced 03-03 09:00"]
    assert _says(_look(so_far, "no", "03-05 09:00")) == ["DECLINE_ACK 03-05 09:00 *"]
    assert _says(_look(so_far, "no", "03-12 08:59")) == ["DECLINE_ACK 03-05 09:00 *"]
    assert _says(_look(so_far, "no", "03-12 09:00")) == []


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
    assert _look(so_far, "bad", "03-03 10:00").stage is Stage.READY
    assert _says(_look(so_far, "bad", "03-03 10:00")) == []
    assert _says(_look(so_far, "bad", "03-03 10:06")) == ["FOLLOW_UP/intro 03-10 09:00"]


# -- people change ----------------------------------------------------------------------------------------------


def _friend(*more: dict[str, Any]) -> Story:
    return story([
        *people("gus"),
        told("03-02 12:00", "encounter", mid="e", pids=["gus"]),
        told("03-03 09:30", "thanked", mid="e", pids=["gus"]),
        told("03-03 09:31", "kit", pid="gus", days=120),
        *more,
    ])  # fmt: skip


def test_do_not_contact_and_death_silence_everything_at_once() -> None:
    for flag, status in (("do_not_contact", Status.DO_NOT_CONTACT), ("deceased", Status.DECEASED)):
        so_far = _friend(told("06-30 10:00", "moved", pid="gus"), told("07-02 10:00", "flag", pid="gus", flag=flag))
        assert _says(_look(so_far, "gus", "07-02 09:59"))
        silent = _look(so_far, "gus", "07-02 10:00")
        assert (silent.status, silent.reminders, silent.held_back) == (status, (), ())


def test_the_strictest_mark_wins_until_it_is_taken_back() -> None:
    so_far = _friend(
        told("03-04 10:00", "flag", pid="gus", flag="do_not_contact"),
        told("03-04 11:00", "flag", pid="gus", flag="archived"),
        told("03-04 12:00", "flag", pid="gus", flag="do_not_contact", on=False),
        told("03-04 13:00", "flag", pid="gus", flag="archived", on=False),
    )
    assert _look(so_far, "gus", "03-04 11:30").status is Status.DO_NOT_CONTACT
    assert _look(so_far, "gus", "03-04 12:30").status is Status.ARCHIVED
    assert _says(_look(so_far, "gus", "03-04 13:00")) == ["KEEP_IN_TOUCH 07-01 09:00"]


def test_congratulating_goes_before_keeping_in_touch_and_counts_as_contact() -> None:
    so_far = _friend(
        told("06-29 10:00", "moved", pid="gus"), told("07-01 09:30", "out", pid="gus", kind="congratulate")
    )
    before = _look(so_far, "gus", "07-01 09:00")
    assert _says(before) == ["CONGRATULATE 07-01 09:00 *"]
    assert [r.kind for r in before.held_back] == ["KEEP_IN_TOUCH"]
    assert _says(_look(so_far, "gus", "07-01 09:31")) == ["KEEP_IN_TOUCH 10-29 09:00"]


def test_nobody_is_told_about_meeting_somebody_who_died() -> None:
    so_far = story([
        *people("gus", "old"),
        told("03-04 10:00", "referral", by="gus", to="old"),
        told("03-05 10:00", "encounter", mid="e", pids=["old"]),
        told("03-12 10:00", "flag", pid="old", flag="deceased"),
    ])  # fmt: skip
    assert _says(_look(so_far, "gus", "03-12 09:00")) == ["CLOSE_LOOP 03-10 09:00 *"]
    assert _says(_look(so_far, "gus", "03-12 10:00")) == []


# -- a busy clinician -------------------------------------------------------------------------------------------


def test_cancelled_moved_held_on_a_saturday_and_put_off() -> None:
    so_far = story([
        *people("ivy"),
        _meeting("m", "ivy", "03-02 10:00", "03-10 14:00", "14:30", fmt="in_person"),
        told("03-09 17:00", "cancel", mid="m", by="them"),
        told("03-10 10:00", "reschedule", mid="m", start=_iso("03-14 10:00"), end=_iso("03-14 10:30")),
        told("03-14 10:35", "outcome", mid="m", outcome="held"),
        told("03-14 12:31", "snooze", key="THANKS:m:ivy", until=_iso("03-15 10:00")),
    ])  # fmt: skip
    assert _says(_look(so_far, "ivy", "03-09 17:01")) == ["RESCHEDULE/cancelled_by_them 03-11 09:00"]
    moved = _look(so_far, "ivy", "03-10 10:01")
    assert _says(moved) == ["MEETING_SOON/in_person 03-14 09:00", "MEETING_PREP/in_person 03-13 09:00"]
    assert [r.key for r in moved.reminders] == ["SOON:m:1", "PREP:m:1"]
    assert _says(_look(so_far, "ivy", "03-14 12:30")) == ["THANK_YOU/meeting 03-14 12:30 *"]
    (put_off,) = _look(so_far, "ivy", "03-14 13:00").reminders
    assert (wall(put_off.due), put_off.snoozes, put_off.popups) == ("2026-03-15T10:00", 1, (put_off.due,))


def test_the_fourth_snooze_is_not_heard() -> None:
    snoozes = [
        told(f"03-1{n} 10:00", "snooze", key="THANKS:e:gus", until=_iso(f"03-1{n + 1} 10:00")) for n in range(1, 5)
    ]
    so_far = story([*people("gus"), told("03-10 12:00", "encounter", mid="e", pids=["gus"]), *snoozes])
    (reminder,) = _look(so_far, "gus", "03-14 12:00").reminders
    assert (wall(reminder.due), reminder.snoozes) == ("2026-03-14T10:00", 4)


def test_putting_something_off_into_the_night_means_the_morning() -> None:
    so_far = story([
        *people("gus"),
        told("03-06 12:00", "encounter", mid="e", pids=["gus"]),
        told("03-09 09:01", "snooze", key="THANKS:e:gus", until=_iso("03-13 23:00")),
    ])  # fmt: skip
    assert _says(_look(so_far, "gus", "03-09 10:00")) == ["THANK_YOU/encounter 03-14 09:00"]


# -- Melbourne and Leeds ----------------------------------------------------------------------------------------


def test_two_zones_over_the_clock_change_and_one_note_for_two_talks() -> None:
    leeds = Timing(zone=ZoneInfo("Europe/London"))
    so_far = story(
        [
            *people("zoe", at="03-20 09:00"),
            told("03-20 10:00", "meeting", mid="a", pids=["zoe"], fmt="virtual",
                 start="2026-04-02T19:00+11:00", end="2026-04-02T19:30+11:00"),
            told("03-20 10:01", "meeting", mid="b", pids=["zoe"], fmt="virtual",
                 start="2026-04-09T19:00+10:00", end="2026-04-09T19:30+10:00"),
            told("04-02 09:31", "outcome", mid="a", outcome="held"),
            told("04-09 10:31", "outcome", mid="b", outcome="held"),
            told("04-09 13:00", "thanked", mid="b", pids=["zoe"]),
        ],
        timing=leeds,
    )  # fmt: skip
    first, second = (r for r in _look(so_far, "zoe", "03-20 12:00").reminders if r.kind == "MEETING_SOON")
    assert wall(first.due, leeds) == "2026-04-02T08:30"
    assert wall(second.due, leeds) == "2026-04-09T09:30"
    both = _look(so_far, "zoe", "04-09 12:30")
    assert [(r.kind, r.variant, r.meeting) for r in both.reminders] == [("THANK_YOU", "both", "b")]
    after = _look(so_far, "zoe", "04-09 13:00")
    assert (after.stage, after.reminders) == (Stage.THANKED, ())


# -- groups -----------------------------------------------------------------------------------------------------


def _group() -> Story:
    return story([
        *people("kai", "lu", "mo"),
        told("03-02 10:00", "meeting", mid="g", pids=["kai", "lu"], fmt="virtual",
             start=_iso("03-11 13:00"), end=_iso("03-11 14:00")),
        told("03-03 10:00", "join", mid="g", pid="mo"),
        told("03-11 14:05", "outcome", mid="g", outcome="held", absent=["lu"]),
    ])  # fmt: skip


def test_a_group_is_prepared_once_and_everyone_knows() -> None:
    so_far = _group()
    outlooks = look_all(so_far.facts, BOSTON, instant("03-10 09:00"))
    assert [(r.key, r.person, r.companions) for r in in_order(outlooks) if r.active] == [
        ("PREP:g:0", "kai", ("kai", "lu", "mo"))
    ]
    assert all(outlook.stage is Stage.SCHEDULED for outlook in outlooks.values())
    reordered = {person: outlooks[person] for person in ("mo", "lu", "kai")}
    assert in_order(reordered) == in_order(outlooks)


def test_somebody_who_joins_is_no_guest_before() -> None:
    assert _look(_group(), "mo", "03-03 09:59").stage is Stage.IDEA
    assert _look(_group(), "mo", "03-03 10:00").stage is Stage.SCHEDULED


def test_thanks_go_to_those_who_came() -> None:
    stages = {p: _look(_group(), p, "03-11 14:06").stage for p in ("kai", "lu", "mo")}
    assert stages == {"kai": Stage.MET, "lu": Stage.IDEA, "mo": Stage.MET}
