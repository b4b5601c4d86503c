"""When each reminder pops up, under which key, and when it is late or gone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.examples import (
    ACCEPTED,
    ANSWER,
    BOUNCE,
    CANCELLED,
    FRIDAY_CHAT,
    HELD,
    INTRO,
    KIT,
    LATER,
    MEETING,
    MET,
    MISSED,
    MOVED,
    NO,
    PROMISE,
    REFERRED,
    THEIRS,
    YES,
    look_at,
    only,
)
from tests.domain.telling import told, wall


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
    reminder = only(at, *facts)
    assert reminder.key == key
    assert [wall(popup)[5:].replace("T", " ") for popup in reminder.popups] == popups


def test_meetings_and_deadlines_pop_up_once_each() -> None:
    chance = told("03-04 10:00", "opportunity", oid="o", pid="a", deadline="2026-03-20", title="Grant")
    popups = {r.key: [wall(p)[5:] for p in r.popups] for r in look_at("03-04 10:01", MEETING, chance).reminders}
    assert popups == {
        "PREP:m:0": ["03-09T09:00"],
        "SOON:m:0": ["03-10T13:30"],
        "OPP:o:7": ["03-13T09:00"],
        "OPP:o:1": ["03-19T09:00"],
    }


@pytest.mark.parametrize(
    ("facts", "just_before", "from_then"),
    [
        ([MEETING, HELD], "03-11 14:29", "03-11 14:30"),
        ([FRIDAY_CHAT], "03-10 19:59", "03-10 20:00"),
        ([PROMISE], "03-12 19:59", "03-12 20:00"),
    ],
)
def test_overdue(facts: list[dict[str, Any]], just_before: str, from_then: str) -> None:
    assert not only(just_before, *facts).overdue
    assert only(from_then, *facts).overdue


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
    assert look_at(last, *facts).reminders
    assert not look_at(gone, *facts).reminders


def test_no_setting_makes_a_thank_you_pop_up_more_than_three_times() -> None:
    for wanted, popups in ((9, 3), (3, 3), (2, 2), (1, 1)):
        (thanks,) = look_at("03-10 14:36", MEETING, HELD, thank_popups=wanted).reminders
        assert len(thanks.popups) == popups
