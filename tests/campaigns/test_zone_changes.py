"""Free times around every change of every clock there is, from 2024 to 2036."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from otnet_desktop.domain.availability import WHOLE_DAY, FreeDay, Hours, Span, free_windows
from otnet_desktop.domain.slots import starts
from otnet_desktop.domain.timing import Timing
from tests.domain.zones import Transition, transitions

PIECES = [(start, start + 30) for start in range(0, WHOLE_DAY, 60)]
"""Every other half hour, so that each change falls into one, between two, or on an edge."""


@pytest.mark.parametrize("name", sorted(available_timezones()))
def test_free_times_hold_around_every_change(name: str) -> None:
    timing = Timing(zone=ZoneInfo(name))
    for change in transitions(name):
        days = [change.wall_before.date() + timedelta(days=by) for by in (-1, 0, 1)]
        found = around(change, timing, [FreeDay(day, piece[0], piece[1], True) for day in days for piece in PIECES])
        assert all(one.end < other.start for one, other in pairwise(found)), change
        for slot in starts(found, timedelta(minutes=20), timing.zone):
            assert any(free.start <= slot.start and slot.end <= free.end for free in found), (change, slot)
        # whole days have as many minutes as the clock says: what it skips is missing, what it repeats is there twice
        (whole,) = around(change, timing, [FreeDay(day, is_free=True) for day in days])
        assert whole.length == timedelta(days=3) - (change.wall_after - change.wall_before), change


def around(change: Transition, timing: Timing, days: list[FreeDay]) -> tuple[Span, ...]:
    """What is free around a change, if just this is painted."""
    margin = timedelta(days=4)
    return free_windows(Hours(days=tuple(days)), timing, (), change.at - margin, change.at + margin)
