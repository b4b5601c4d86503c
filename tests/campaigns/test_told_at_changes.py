"""The running program around changes of the clock: what is due at an hour that is skipped or repeated is told once.

``OTNET_CHANGES`` is of how many zones ("all": every change from 2024 to 2036 in every zone, some ten minutes).
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from otnet_desktop.domain.facts import Side
from tests.campaigns.living import Living
from tests.domain.zones import Transition, transitions
from tests.factories import profile

ODD = (
    "America/New_York", "Europe/London", "Australia/Lord_Howe", "Antarctica/Troll", "Africa/Casablanca",
    "Africa/Cairo", "Asia/Gaza", "America/Nuuk", "Asia/Almaty", "Pacific/Chatham", "America/St_Johns", "Asia/Beirut",
)  # fmt: skip
"""Half an hour, two hours, four times a year, at midnight, without summer time, in the south, with odd offsets."""

ZONES = sorted(available_timezones()) if os.environ.get("OTNET_CHANGES") == "all" else ODD
EACH = 1_000 if os.environ.get("OTNET_CHANGES") == "all" else 4
"""So many changes of each zone are lived through."""
AROUND = timedelta(minutes=59, seconds=37)
"""No whole number of naps."""


def awkward_hour(change: Transition) -> tuple[date, str]:
    """The middle of what is skipped or repeated, on the wall."""
    wall = change.wall_before + (change.wall_after - change.wall_before) / 2
    wall = wall.replace(second=0, microsecond=0)
    return wall.date(), f"{wall:%H:%M}"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("zone", ZONES)
def test_at_an_awkward_hour_it_is_told_once_and_at_its_time(zone: str, tmp_path: Path) -> None:
    for number, change in enumerate([*transitions(zone)][:EACH]):
        day, hour = awkward_hour(change)
        length = abs(change.wall_after - change.wall_before)
        is_gap = change.wall_after > change.wall_before
        expected = change.at if is_gap else change.at - length / 2
        quiet = {"quiet_start": "00:00", "quiet_end": "00:00", "quiet_days": []}
        living = Living(tmp_path / str(number), expected - AROUND, zone, work_time=hour, **quiet)
        try:
            person = living.workspace.people.add(profile("Renata Ruiz")).id
            living.workspace.promises.make(person, Side.ME, "Poster", day)
            living.replan()
            living.stay_awake(change.at + length + AROUND)
            told = [one.at for one in living.told]
            assert len(told) == 1, (change, told)
            assert expected <= told[0] < expected + timedelta(seconds=2), (change, told)
        finally:
            living.close()
