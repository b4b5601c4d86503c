"""Stories of people who change, meet far away or come in groups: what each proves stands in its name."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from otnet_desktop.domain.outlook import in_order, look_all
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.reminders import Stage
from otnet_desktop.domain.timing import Timing
from tests.domain.telling import BOSTON, Story, instant, iso, look_on, meeting, people, says, story, told, wall

# -- people change ----------------------------------------------------------------------------------------------------


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
        assert says(look_on(so_far, "gus", "07-02 09:59"))
        silent = look_on(so_far, "gus", "07-02 10:00")
        assert (silent.status, silent.reminders, silent.held_back) == (status, (), ())


def test_the_strictest_mark_wins_until_it_is_taken_back() -> None:
    so_far = _friend(
        told("03-04 10:00", "flag", pid="gus", flag="do_not_contact"),
        told("03-04 11:00", "flag", pid="gus", flag="archived"),
        told("03-04 12:00", "flag", pid="gus", flag="do_not_contact", on=False),
        told("03-04 13:00", "flag", pid="gus", flag="archived", on=False),
    )
    assert look_on(so_far, "gus", "03-04 11:30").status is Status.DO_NOT_CONTACT
    assert look_on(so_far, "gus", "03-04 12:30").status is Status.ARCHIVED
    assert says(look_on(so_far, "gus", "03-04 13:00")) == ["KEEP_IN_TOUCH 07-01 09:00"]


def test_congratulating_goes_before_keeping_in_touch_and_counts_as_contact() -> None:
    so_far = _friend(
        told("06-29 10:00", "moved", pid="gus"), told("07-01 09:30", "out", pid="gus", kind="congratulate")
    )
    before = look_on(so_far, "gus", "07-01 09:00")
    assert says(before) == ["CONGRATULATE 07-01 09:00 *"]
    assert [r.kind for r in before.held_back] == ["KEEP_IN_TOUCH"]
    assert says(look_on(so_far, "gus", "07-01 09:31")) == ["KEEP_IN_TOUCH 10-29 09:00"]


def test_nobody_is_told_about_meeting_somebody_who_died() -> None:
    so_far = story([
        *people("gus", "old"),
        told("03-04 10:00", "referral", by="gus", to="old"),
        told("03-05 10:00", "encounter", mid="e", pids=["old"]),
        told("03-12 10:00", "flag", pid="old", flag="deceased"),
    ])  # fmt: skip
    assert says(look_on(so_far, "gus", "03-12 09:00")) == ["CLOSE_LOOP 03-10 09:00 *"]
    assert says(look_on(so_far, "gus", "03-12 10:00")) == []


# -- a busy clinician -------------------------------------------------------------------------------------------------


def test_cancelled_moved_held_on_a_saturday_and_put_off() -> None:
    so_far = story([
        *people("ivy"),
        meeting("m", "ivy", "03-02 10:00", "03-10 14:00", "14:30", fmt="in_person"),
        told("03-09 17:00", "cancel", mid="m", by="them"),
        told("03-10 10:00", "reschedule", mid="m", start=iso("03-14 10:00"), end=iso("03-14 10:30")),
        told("03-14 10:35", "outcome", mid="m", outcome="held"),
        told("03-14 12:31", "snooze", key="THANKS:m:ivy", until=iso("03-15 10:00")),
    ])  # fmt: skip
    assert says(look_on(so_far, "ivy", "03-09 17:01")) == ["RESCHEDULE/cancelled_by_them 03-11 09:00"]
    moved = look_on(so_far, "ivy", "03-10 10:01")
    assert says(moved) == ["MEETING_SOON/in_person 03-14 09:00", "MEETING_PREP/in_person 03-13 09:00"]
    assert [r.key for r in moved.reminders] == ["SOON:m:1", "PREP:m:1"]
    assert says(look_on(so_far, "ivy", "03-14 12:30")) == ["THANK_YOU/meeting 03-14 12:30 *"]
    (put_off,) = look_on(so_far, "ivy", "03-14 13:00").reminders
    assert (wall(put_off.due), put_off.snoozes, put_off.popups) == ("2026-03-15T10:00", 1, (put_off.due,))


def test_the_fourth_snooze_is_not_heard() -> None:
    snoozes = [
        told(f"03-1{n} 10:00", "snooze", key="THANKS:e:gus", until=iso(f"03-1{n + 1} 10:00")) for n in range(1, 5)
    ]
    so_far = story([*people("gus"), told("03-10 12:00", "encounter", mid="e", pids=["gus"]), *snoozes])
    (reminder,) = look_on(so_far, "gus", "03-14 12:00").reminders
    assert (wall(reminder.due), reminder.snoozes) == ("2026-03-14T10:00", 4)


def test_putting_something_off_into_the_night_means_the_morning() -> None:
    so_far = story([
        *people("gus"),
        told("03-06 12:00", "encounter", mid="e", pids=["gus"]),
        told("03-09 09:01", "snooze", key="THANKS:e:gus", until=iso("03-13 23:00")),
    ])  # fmt: skip
    assert says(look_on(so_far, "gus", "03-09 10:00")) == ["THANK_YOU/encounter 03-14 09:00"]


# -- Melbourne and Leeds ----------------------------------------------------------------------------------------------


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
    first, second = (r for r in look_on(so_far, "zoe", "03-20 12:00").reminders if r.kind == "MEETING_SOON")
    assert wall(first.due, leeds) == "2026-04-02T08:30"
    assert wall(second.due, leeds) == "2026-04-09T09:30"
    both = look_on(so_far, "zoe", "04-09 12:30")
    assert [(r.kind, r.variant, r.meeting) for r in both.reminders] == [("THANK_YOU", "both", "b")]
    after = look_on(so_far, "zoe", "04-09 13:00")
    assert (after.stage, after.reminders) == (Stage.THANKED, ())


# -- groups -----------------------------------------------------------------------------------------------------------


def _group() -> Story:
    return story([
        *people("kai", "lu", "mo"),
        told("03-02 10:00", "meeting", mid="g", pids=["kai", "lu"], fmt="virtual",
             start=iso("03-11 13:00"), end=iso("03-11 14:00")),
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
    assert look_on(_group(), "mo", "03-03 09:59").stage is Stage.IDEA
    joined = look_on(_group(), "mo", "03-03 10:00")
    assert joined.stage is Stage.SCHEDULED
    assert {r.companions for r in joined.reminders} == {("kai", "lu", "mo")}


def test_thanks_go_to_those_who_came() -> None:
    stages = {p: look_on(_group(), p, "03-11 14:06").stage for p in ("kai", "lu", "mo")}
    assert stages == {"kai": Stage.MET, "lu": Stage.IDEA, "mo": Stage.MET}
