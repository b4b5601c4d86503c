"""Business days, quiet hours, and clocks that go forward and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import Worktime, worktime
from tests.domain.worlds import timings
from tests.domain.zones import Transition, transitions

USUAL = Worktime(Timing())
MONDAY, FRIDAY, SATURDAY = date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 7)
A_FEW_ZONES = (
    "America/New_York", "Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo",
    "Asia/Beirut", "America/Havana", "Africa/Casablanca", "Antarctica/Troll", "Pacific/Chatham", "Asia/Kathmandu",
)  # fmt: skip

days = st.dates(date(2024, 1, 1), date(2036, 12, 31))
instants = st.datetimes(datetime(2024, 1, 1), datetime(2036, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# -- business days ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        (FRIDAY, 5, date(2026, 3, 13)),
        (SATURDAY, 5, date(2026, 3, 13)),
        (FRIDAY, 1, date(2026, 3, 9)),
        (MONDAY, 0, MONDAY),
    ],
)
def test_business_days_are_counted_strictly_after(day: date, count: int, later: date) -> None:
    assert USUAL.add_business_days(day, count) == later


def test_holidays_are_no_business_days() -> None:
    rhythm = Worktime(Timing(holidays=frozenset({date(2026, 3, 9)})))
    assert rhythm.add_business_days(FRIDAY, 1) == date(2026, 3, 10)
    assert rhythm.last_business_day(date(2026, 3, 9)) == FRIDAY
    assert rhythm.first_business_day(SATURDAY) == date(2026, 3, 10)


def test_a_business_day_is_its_own_first_and_last() -> None:
    assert USUAL.first_business_day(FRIDAY) == FRIDAY == USUAL.last_business_day(FRIDAY)
    assert USUAL.last_business_day(date(2026, 3, 8)) == FRIDAY


@given(timings(), days, st.integers(1, 12))
def test_adding_business_days_one_by_one_or_at_once(timing: Timing, day: date, count: int) -> None:
    rhythm = Worktime(timing)
    step = day
    for _ in range(count):
        step = rhythm.add_business_days(step, 1)
        assert rhythm.is_business_day(step)
    assert rhythm.add_business_days(day, count) == step > day


# -- quiet hours ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "any_day", "after"),
    [
        ("2026-03-06 19:59", False, "2026-03-06 19:59"),
        ("2026-03-06 20:00", True, "2026-03-07 09:00"),
        ("2026-03-06 20:00", False, "2026-03-09 09:00"),
        ("2026-03-06 07:59", False, "2026-03-06 09:00"),
        ("2026-03-06 08:00", False, "2026-03-06 08:00"),
        ("2026-03-07 12:30", True, "2026-03-07 12:30"),
        ("2026-03-07 12:30", False, "2026-03-09 09:00"),
        ("2026-03-08 23:00", True, "2026-03-09 09:00"),
    ],
)
def test_shift(before: str, any_day: bool, after: str) -> None:
    assert USUAL.shift(_utc(before), any_day=any_day) == _utc(after)


def test_work_that_would_begin_in_the_quiet_hours_begins_after_them() -> None:
    assert Worktime(Timing(work_time=time(6))).at_work(MONDAY) == _utc("2026-03-02 08:00")


def test_quiet_hours_at_noon_end_at_noon() -> None:
    siesta = Worktime(Timing(quiet_start=time(12), quiet_end=time(14)))
    assert siesta.shift(_utc("2026-03-02 12:30"), any_day=True) == _utc("2026-03-02 14:00")
    assert siesta.shift(_utc("2026-03-02 23:30"), any_day=True) == _utc("2026-03-02 23:30")


def test_quiet_hours_begin_on_the_minute_and_end_before_it() -> None:
    siesta = Worktime(Timing(quiet_start=time(12), quiet_end=time(14)))
    quiet = [siesta.is_quiet(_utc(f"2026-03-02 {clock}")) for clock in ("11:59", "12:00", "13:59", "14:00")]
    assert quiet == [False, True, True, False]


def test_somebody_without_quiet_hours_has_until_midnight() -> None:
    never = Worktime(Timing(quiet_start=time(0), quiet_end=time(0)))
    assert never.shift(_utc("2026-03-02 03:00"), any_day=True) == _utc("2026-03-02 03:00")
    assert never.end_of_work(MONDAY) == _utc("2026-03-02 23:59")
    assert USUAL.end_of_work(MONDAY) == _utc("2026-03-02 20:00")
    assert USUAL.midnight_after(MONDAY) == _utc("2026-03-03 00:00")


@given(timings(), instants, st.booleans())
def test_a_shift_never_goes_back_or_into_the_quiet_hours(timing: Timing, instant: datetime, any_day: bool) -> None:
    rhythm = Worktime(timing)
    shifted = rhythm.shift(instant, any_day=any_day)
    assert shifted >= instant
    assert not rhythm.is_quiet(shifted)
    assert any_day or rhythm.is_business_day(rhythm.day(shifted))
    assert rhythm.shift(shifted, any_day=any_day) == shifted


# -- clock changes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zone", A_FEW_ZONES)
def test_every_change_of_the_clock(zone: str) -> None:
    for change in transitions(zone):
        check_transition(change)


def check_transition(change: Transition) -> None:
    """At 09:00 once; in a gap right after it; in a fold the first time."""
    rhythm = worktime(Timing(zone=ZoneInfo(change.zone)))
    before, after = change.wall_before, change.wall_after
    if after > before:  # a gap from before to after
        for skipped in (before, before + (after - before) / 2, after - timedelta(minutes=1)):
            assert rhythm.at(skipped.date(), skipped.time()) == change.at
        assert rhythm.at(after.date(), after.time()) == change.at
    else:  # a fold: from after to before occurs twice
        for twice in (after, before - timedelta(minutes=1)):
            first = rhythm.at(twice.date(), twice.time())
            assert first < change.at
            assert rhythm.local(first).replace(tzinfo=None) == twice
    for offset in (-1, 0, 1):
        day = after.date() + timedelta(days=offset)
        at_nine = rhythm.at_work(day)
        assert rhythm.local(at_nine).strftime("%H:%M") == "09:00"
        assert rhythm.at_work(day - timedelta(days=1)) < at_nine < rhythm.at_work(day + timedelta(days=1))


def test_time_between_instants_is_the_time_that_passes() -> None:
    rhythm = worktime(Timing(zone=ZoneInfo("America/New_York")))
    night = rhythm.at(date(2026, 3, 8), time(9)) - rhythm.at(date(2026, 3, 7), time(9))
    assert night == timedelta(hours=23)


@pytest.mark.parametrize("zone", A_FEW_ZONES)
def test_days_stay_days(zone: str) -> None:
    rhythm = worktime(Timing(zone=ZoneInfo(zone)))
    day = date(2024, 1, 1)
    while day.year < 2037:
        if day.day in (1, 15, 28, 29, 30, 31):
            assert rhythm.day(rhythm.at_work(day)) == day
            assert rhythm.day(rhythm.at(day, time(0))) == day
            assert rhythm.day(rhythm.midnight_after(day)) == day + timedelta(days=1)
        day += timedelta(days=1)
