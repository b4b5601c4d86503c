"""Times on the wall around the days when clocks change."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain.wall_time import Wall, instant_of

BOSTON = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("wall", "instant", "stands"),
    [
        ("2026-03-18T10:00", "2026-03-18T14:00", Wall.PLAIN),
        ("2026-03-08T02:30", "2026-03-08T07:30", Wall.SKIPPED),
        ("2026-03-08T03:00", "2026-03-08T07:00", Wall.PLAIN),
        ("2026-11-01T01:30", "2026-11-01T05:30", Wall.TWICE),
        ("2026-11-01T02:00", "2026-11-01T07:00", Wall.PLAIN),
    ],
)
def test_a_time_on_the_wall_is_one_instant(wall: str, instant: str, stands: Wall) -> None:
    expected = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert instant_of(datetime.fromisoformat(wall), BOSTON) == (expected, stands)


def test_melbourne_and_leeds_move_apart_in_april() -> None:
    melbourne, leeds = ZoneInfo("Australia/Melbourne"), ZoneInfo("Europe/London")
    there = [
        instant_of(datetime(2026, 4, day, 19, 0), melbourne)[0].astimezone(leeds).strftime("%H:%M")  # noqa: DTZ001
        for day in (2, 9)
    ]
    assert there == ["09:00", "10:00"]
