"""How much is told at a time, and what is kept room for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from otnet_desktop.domain.notices import AWAY, REMEMBERED, Beat, Form, arrange, due_notices
from otnet_desktop.domain.reminders import Kind, Reminder
from tests.domain.telling import BOSTON, instant

NINE = instant("03-10 09:00")
JUST_BEFORE = NINE - timedelta(seconds=1)


def _reminder(name: str, popup: datetime = NINE, kind: Kind = Kind.FOLLOW_UP, now: datetime = NINE) -> Reminder:
    return Reminder(name, kind, name, popup, active=popup <= now, popups=(popup,))


def _meeting(name: str, popup: datetime) -> Reminder:
    return _reminder(name, popup, Kind.MEETING_SOON)


def _beat(
    *reminders: Reminder, last_seen: datetime | None = JUST_BEFORE, now: datetime = NINE, told_today: int = 0
) -> Beat:
    return due_notices(reminders, (), last_seen, now, BOSTON, told_today)


def _keys(beat: Beat) -> list[tuple[str, ...]]:
    return [notice.keys for notice in beat.notices]


A, B, C = (_reminder(name) for name in "abc")


@pytest.mark.parametrize(
    ("names", "room", "kept", "told"),
    [
        ("ab", 5, 0, ["a", "b"]),
        ("abc", 5, 0, ["abc"]),
        ("ab", 2, 0, ["a", "b"]),
        ("ab", 1, 0, ["ab"]),
        ("ab", 3, 2, ["ab"]),
        ("ab", 2, 2, []),
        ("a", 1, 0, ["a"]),
        ("a", 0, 0, []),
        ("", 5, 0, []),
    ],
)
def test_arrange(names: str, room: int, kept: int, told: list[str]) -> None:
    notices = arrange(NINE, [_reminder(name) for name in names], room, kept, BOSTON)
    assert ["".join(notice.keys) for notice in notices] == told
    assert all((notice.form is Form.SINGLE) == (len(notice.keys) == 1) for notice in notices)


@pytest.mark.parametrize(("room", "told"), [(2, ["m"]), (1, ["m"]), (0, [])])
def test_a_meeting_may_use_the_room_kept_for_meetings(room: int, told: list[str]) -> None:
    notices = arrange(NINE, [A, _meeting("m", NINE)], room, 2, BOSTON)
    assert [key for notice in notices for key in notice.keys] == told


def test_two_meetings_that_begin_together_are_told_in_one_where_room_is_kept_for_others() -> None:
    meetings = [_meeting(name, NINE) for name in "mn"]
    assert [notice.keys for notice in arrange(NINE, meetings, 2, 2, BOSTON)] == [("m", "n")]


def test_a_day_begins_with_all_its_room() -> None:
    many = [_reminder(str(number)) for number in range(BOSTON.popups_per_day)]
    beat = due_notices(many, (), JUST_BEFORE, NINE, replace(BOSTON, digest_at=99))
    assert [notice.keys for notice in beat.notices] == [(reminder.key,) for reminder in many]


@pytest.mark.parametrize(("ago", "told"), [(timedelta(days=59), [("a",)]), (REMEMBERED, []), (timedelta(days=90), [])])
def test_the_first_look_ever_goes_back_as_far_as_what_was_shown_is_remembered(
    ago: timedelta, told: list[tuple[str, ...]]
) -> None:
    assert _keys(_beat(_reminder("a", NINE - ago), last_seen=None)) == told
    assert _keys(_beat(_reminder("a", NINE - ago), last_seen=NINE - timedelta(days=99))) == [("a",)]


def test_a_digest_of_one_is_no_digest() -> None:
    (notice,) = arrange(NINE, [A], 5, 0, replace(BOSTON, digest_at=1))
    assert notice.form is Form.SINGLE


def test_the_most_important_comes_first() -> None:
    thanks = _reminder("z", kind=Kind.THANK_YOU)
    assert _keys(_beat(A, thanks)) == [("z",), ("a",)]


def test_room_is_kept_for_meetings_that_come_later_today() -> None:
    later = [_meeting(f"m{n}", NINE + timedelta(hours=n)) for n in (1, 2)]
    assert _keys(_beat(A, B, *later, told_today=2)) == [("a", "b")]
    assert _keys(_beat(A, B, *later, told_today=3)) == []
    assert _keys(_beat(A, B, later[0], told_today=2)) == [("a",), ("b",)]


def test_no_room_is_kept_for_meetings_of_now_or_of_another_day() -> None:
    tomorrow = [_meeting(f"m{n}", NINE + timedelta(days=1, hours=n)) for n in range(5)]
    assert _keys(_beat(A, B, *tomorrow)) == [("a",), ("b",)]
    assert _keys(_beat(A, _meeting("m", NINE), told_today=3)) == [("m",), ("a",)]


def test_other_reminders_to_come_take_no_room() -> None:
    later = [_reminder(f"l{n}", NINE + timedelta(hours=1)) for n in range(5)]
    assert _keys(_beat(A, B, *later)) == [("a",), ("b",)]


def test_five_a_day_and_no_more() -> None:
    assert _keys(_beat(A, told_today=4)) == [("a",)]
    assert _keys(_beat(A, told_today=5)) == []
    assert _keys(_beat(A, B, last_seen=None, told_today=5)) == []


def test_away_means_longer_than_ten_minutes() -> None:
    pair = _reminder("a", NINE - timedelta(minutes=5)), _reminder("b", NINE - timedelta(minutes=5))
    assert [n.form for n in _beat(*pair, last_seen=NINE - AWAY).notices] == [Form.SINGLE] * 2
    (notice,) = _beat(*pair, last_seen=NINE - AWAY - timedelta(seconds=1)).notices
    assert (notice.form, notice.keys) == (Form.CATCH_UP, ("a", "b"))
    assert timedelta(minutes=10) == AWAY


def test_one_thing_missed_is_told_as_itself() -> None:
    assert [n.form for n in _beat(A, last_seen=NINE - timedelta(days=3)).notices] == [Form.SINGLE]


def test_coming_back_with_meetings_ahead_is_still_told() -> None:
    later = [_meeting(f"m{n}", NINE + timedelta(hours=n + 1)) for n in range(5)]
    assert _keys(_beat(A, B, *later, last_seen=NINE - timedelta(days=3))) == [("a", "b")]


def test_the_very_first_look_is_a_digest() -> None:
    assert [(n.form, len(n.keys)) for n in _beat(A, B, C, last_seen=None).notices] == [(Form.DIGEST, 3)]


def test_what_was_seen_at_that_instant_is_not_told_again() -> None:
    assert _keys(_beat(A, last_seen=NINE)) == []
    assert _keys(_beat(A, last_seen=NINE, now=NINE + timedelta(minutes=1))) == []


def test_the_same_instant_twice_is_no_jump() -> None:
    assert _beat(last_seen=NINE, now=NINE) == Beat(seen_until=NINE)


@pytest.mark.parametrize(
    ("kind", "variant", "is_told"),
    [
        (Kind.THANK_YOU, "meeting", True),
        (Kind.THANK_YOU, "both", True),
        (Kind.THANK_YOU, "encounter", False),
        (Kind.RESCHEDULE, "no_show_them", True),
        (Kind.RESCHEDULE, "cancelled_by_me", False),
        (Kind.APOLOGY, "", True),
        (Kind.FOLLOW_UP, "intro", False),
    ],
)
def test_what_is_told_on_coming_back_on_a_saturday(kind: Kind, variant: str, is_told: bool) -> None:
    reminder = replace(_reminder("a", kind=kind), variant=variant)
    assert bool(_beat(reminder, now=instant("03-14 12:00")).notices) is is_told


def test_what_was_put_off_to_a_saturday_is_told_then() -> None:
    saturday = instant("03-14 09:00")
    assert _keys(_beat(_reminder("a", saturday, now=saturday), last_seen=JUST_BEFORE, now=saturday)) == [("a",)]
