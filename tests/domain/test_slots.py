"""Which free times are offered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.slots import APART, propose, starts

BOSTON, LEEDS, MELBOURNE = ZoneInfo("America/New_York"), ZoneInfo("Europe/London"), ZoneInfo("Australia/Melbourne")
TWENTY = timedelta(minutes=20)


def window(start: str, hours: float) -> Span:
    begin = datetime.fromisoformat(start).replace(tzinfo=BOSTON).astimezone(UTC)
    return Span(begin, begin + timedelta(hours=hours))


def walls(slots: tuple[Span, ...]) -> list[str]:
    return [slot.start.astimezone(BOSTON).strftime("%m-%d %H:%M") for slot in slots]


def test_meetings_begin_on_the_half_hour() -> None:
    assert walls(starts([window("2026-03-24T10:10", 1.5)], TWENTY, BOSTON)) == ["03-24 10:30", "03-24 11:00"]
    assert walls(starts([window("2026-03-24T10:35", 0.4)], TWENTY, BOSTON)) == ["03-24 10:35"]
    assert starts([window("2026-03-24T10:00", 0.3)], TWENTY, BOSTON) == ()


def test_three_days_mornings_and_afternoons() -> None:
    week = [window(f"2026-03-{day}T09:00", 8) for day in (24, 25, 26, 27)]
    assert walls(propose(week, TWENTY, BOSTON)) == ["03-24 09:00", "03-25 16:30", "03-26 09:00"]


def test_one_day_gives_hours_apart() -> None:
    assert walls(propose([window("2026-03-24T09:00", 5)], TWENTY, BOSTON)) == [
        "03-24 09:00",
        "03-24 11:00",
        "03-24 13:00",
    ]


def test_nobody_is_woken_while_there_is_another_time() -> None:
    day = [window("2026-03-24T09:00", 12)]  # 00:00 to 12:00 on Wednesday in Melbourne
    slots = propose(day, TWENTY, BOSTON, MELBOURNE)
    assert walls(slots) == ["03-24 17:00", "03-24 19:00"]
    assert walls(propose([window("2026-03-24T03:00", 1)], TWENTY, BOSTON, MELBOURNE)) == ["03-24 03:00"]


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 12)), max_size=8),
    st.sampled_from([15, 20, 30, 45, 60]),
    st.sampled_from([None, LEEDS, MELBOURNE]),
)
def test_every_offer_fits_and_no_two_are_close(
    pieces: list[tuple[int, int]], minutes: int, their_zone: ZoneInfo | None
) -> None:
    begin = datetime(2026, 3, 20, 4, 0, tzinfo=UTC)
    length = timedelta(minutes=minutes)
    windows = [Span(begin + timedelta(hours=at), begin + timedelta(hours=at + long)) for at, long in pieces]
    slots = propose(windows, length, BOSTON, their_zone)
    assert len(slots) <= 3
    assert list(slots) == sorted(slots)
    for slot in slots:
        assert slot.length == length
        assert any(free.start <= slot.start and slot.end <= free.end for free in windows)
        assert all(slot is other or abs(slot.start - other.start) >= APART for other in slots)
