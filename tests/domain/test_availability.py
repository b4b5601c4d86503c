"""Free time: what was painted, on the wall, minus everything that takes it away."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.availability import (
    WHOLE_DAY,
    FreeDay,
    FreeTime,
    Hours,
    Span,
    free_windows,
    merged,
    painted,
    tidied,
    without,
)
from otnet_desktop.domain.timing import Timing

BOSTON = ZoneInfo("America/New_York")
ZONES = ("America/New_York", "Europe/London", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "UTC")
MONDAY = date(2026, 3, 16)
TUESDAYS = Hours((FreeTime(1, 10 * 60, 12 * 60),))


def at(wall: str, zone: ZoneInfo = BOSTON) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=zone).astimezone(UTC)


def span(start: str, end: str, zone: ZoneInfo = BOSTON) -> Span:
    return Span(at(start, zone), at(end, zone))


def minutes_of(spans: tuple[Span, ...]) -> int:
    return int(sum((piece.length for piece in spans), timedelta()).total_seconds() / 60)


def weeks(
    hours: Hours, first: str, last: str, *busy: Span, holidays: frozenset[date] = frozenset()
) -> tuple[Span, ...]:
    return free_windows(hours, Timing(zone=BOSTON, holidays=holidays), busy, at(first), at(last))


def test_what_is_painted_comes_every_week() -> None:
    found = weeks(TUESDAYS, "2026-03-16T00:00", "2026-03-30T00:00")
    assert found == (span("2026-03-17T10:00", "2026-03-17T12:00"), span("2026-03-24T10:00", "2026-03-24T12:00"))


def test_it_begins_and_ends_where_one_looks() -> None:
    assert weeks(TUESDAYS, "2026-03-17T10:45", "2026-03-17T11:15") == (span("2026-03-17T10:45", "2026-03-17T11:15"),)


def test_meetings_and_calendars_cut_it() -> None:
    busy = span("2026-03-17T10:30", "2026-03-17T11:00"), span("2026-03-17T11:30", "2026-03-17T15:00")
    assert weeks(TUESDAYS, "2026-03-17T00:00", "2026-03-18T00:00", *busy) == (
        span("2026-03-17T10:00", "2026-03-17T10:30"),
        span("2026-03-17T11:00", "2026-03-17T11:30"),
    )


@pytest.mark.parametrize(
    ("said", "free"),
    [
        ((), ((600, 720),)),
        ((FreeDay(date(2026, 3, 17)),), ()),
        ((FreeDay(date(2026, 3, 17), 660),), ((600, 660),)),
        ((FreeDay(date(2026, 3, 17), 1080, 1200, True),), ((600, 720), (1080, 1200))),
        (
            (FreeDay(date(2026, 3, 17), 0, WHOLE_DAY, True), FreeDay(date(2026, 3, 17), 60, 1439)),
            ((0, 60), (1439, 1440)),
        ),
        ((FreeDay(date(2026, 3, 24)),), ((600, 720),)),
    ],
)
def test_a_day_may_differ(said: tuple[FreeDay, ...], free: tuple[tuple[int, int], ...]) -> None:
    assert painted(date(2026, 3, 17), Hours(TUESDAYS.weekly, said)) == free


def test_on_a_holiday_only_what_was_said_about_that_day_counts() -> None:
    day = date(2026, 3, 17)
    assert painted(day, TUESDAYS, frozenset({day})) == ()
    evening = Hours(TUESDAYS.weekly, (FreeDay(day, 1080, 1200, True),))
    assert painted(day, evening, frozenset({day})) == ((1080, 1200),)


@pytest.mark.parametrize(
    ("day", "start", "end", "minutes"),
    [
        (date(2026, 3, 8), 60, 240, 120),  # 02:00 to 03:00 does not come
        (date(2026, 3, 8), 120, 180, 0),
        (date(2026, 3, 8), 150, 240, 60),
        (date(2026, 11, 1), 0, 180, 240),  # 01:00 to 02:00 comes twice
        (date(2026, 11, 1), 120, 180, 60),
        (date(2026, 11, 1), 0, 90, 90),  # to the first 01:30
        (date(2026, 3, 8), 0, WHOLE_DAY, 23 * 60),
        (date(2026, 11, 1), 0, WHOLE_DAY, 25 * 60),
    ],
)
def test_minutes_add_up_when_clocks_change(day: date, start: int, end: int, minutes: int) -> None:
    hours = Hours(days=(FreeDay(day, start, end, True),))
    found = weeks(hours, f"{day - timedelta(1)}T12:00", f"{day + timedelta(1)}T12:00")
    assert minutes_of(found) == minutes


def test_ten_on_the_wall_stays_ten() -> None:
    found = weeks(Hours((FreeTime(6, 600, 660),)), "2026-03-01T00:00", "2026-03-16T00:00")
    assert [piece.start.astimezone(BOSTON).time() for piece in found] == [time(10)] * 3
    assert [piece.start.hour for piece in found] == [15, 14, 14]


def test_painting_over_paint_changes_nothing() -> None:
    patches = [FreeTime(2, 600, 660), FreeTime(2, 630, 720), FreeTime(0, 60, 60), FreeTime(2, 720, 750)]
    assert tidied(patches) == (FreeTime(2, 600, 750),)


# -- whatever was painted, wherever one lives ----------------------------------------------------------------------

MINUTE = st.integers(0, 48).map(lambda half: half * 30)
PIECES = st.tuples(MINUTE, MINUTE).filter(lambda piece: piece[0] < piece[1])
WEEKLY = st.lists(st.builds(lambda day, piece: FreeTime(day, *piece), st.integers(0, 6), PIECES), max_size=8)
DAYS_AROUND = st.dates(date(2026, 3, 1), date(2026, 11, 10))


@st.composite
def situations(draw: st.DrawFn) -> tuple[Hours, Timing, list[Span], datetime, datetime]:
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    first = draw(DAYS_AROUND)
    near = st.integers(0, 9).map(lambda days: first + timedelta(days))
    days = draw(
        st.lists(
            st.builds(lambda day, piece, free: FreeDay(day, piece[0], piece[1], free), near, PIECES, st.booleans()),
            max_size=4,
        )
    )
    begin = datetime.combine(first, time(), zone).astimezone(UTC)
    offsets = st.integers(0, 9 * 24 * 4).map(lambda quarters: begin + timedelta(minutes=15 * quarters))
    busy = draw(st.lists(st.tuples(offsets, st.integers(1, 600)), max_size=6))
    spans = [Span(start, start + timedelta(minutes=length)) for start, length in busy]
    holidays = frozenset(draw(st.lists(near, max_size=2)))
    end = begin + timedelta(days=draw(st.integers(1, 9)))
    return Hours(tuple(draw(WEEKLY)), tuple(days)), Timing(zone=zone, holidays=holidays), spans, begin, end


@given(situations())
def test_free_is_painted_and_never_busy(situation: tuple[Hours, Timing, list[Span], datetime, datetime]) -> None:
    hours, timing, busy, begin, end = situation
    found = free_windows(hours, timing, busy, begin, end)
    assert list(found) == sorted(found)
    for piece, following in pairwise(found):
        assert piece.end < following.start
    for piece in found:
        assert begin <= piece.start < piece.end <= end
        assert not any(piece.start < taken.end and taken.start < piece.end for taken in busy)
        at_first, quarter = piece.start, timedelta(minutes=15)
        while at_first < piece.end:
            wall = at_first.astimezone(timing.zone)
            minutes = wall.hour * 60 + wall.minute
            day = painted(wall.date(), hours, timing.holidays)
            assert any(start <= minutes < stop for start, stop in day)
            at_first += quarter


@given(situations())
def test_free_and_busy_fill_what_was_painted(situation: tuple[Hours, Timing, list[Span], datetime, datetime]) -> None:
    hours, timing, busy, begin, end = situation
    whole = free_windows(hours, timing, (), begin, end)
    left = free_windows(hours, timing, busy, begin, end)
    taken = without(whole, left)
    assert minutes_of(left) + minutes_of(taken) == minutes_of(whole)
    assert merged([*left, *taken]) == whole


@given(situations(), st.randoms(use_true_random=False))
def test_the_order_of_things_does_not_matter(
    situation: tuple[Hours, Timing, list[Span], datetime, datetime], chance: object
) -> None:
    hours, timing, busy, begin, end = situation
    shuffle = chance.shuffle  # type: ignore[attr-defined]  # random.Random
    weekly, days, other = list(hours.weekly), list(hours.days), list(busy)
    for pieces in (weekly, days, other):
        shuffle(pieces)
    again = free_windows(Hours(tuple(weekly), tuple(days)), timing, other, begin, end)
    assert again == free_windows(hours, timing, busy, begin, end)
