"""A time zone is understood by its city or by what its clock is called, and nothing is guessed."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain.zone_names import CLOCKS, zone_meant

NAMES = ("America/New_York", "Europe/London", "America/Indianapolis", "America/Indiana/Indianapolis", "UTC")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("new york", "America/New_York"),
        (" New  York ", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("Europe/London", "Europe/London"),
        ("utc", "UTC"),
        ("Indianapolis", "Indianapolis"),
        ("New", "New"),
        ("EST", "America/New_York"),
        ("central  time", "America/Chicago"),
        ("IST", "IST"),
        ("", ""),
    ],
)
def test_a_zone_is_meant_by_its_city_if_only_one_is(typed: str, meant: str) -> None:
    assert zone_meant(typed, NAMES) == meant


def test_what_clocks_are_called_leads_to_zones_there_are_and_to_one_each() -> None:
    called = [name for names in CLOCKS.values() for name in names]
    assert len(called) == len(set(called))
    assert [ZoneInfo(zone).key for zone in CLOCKS] == list(CLOCKS)
