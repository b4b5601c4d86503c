"""A time zone is understood by its city, and nothing is guessed."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.zone_names import zone_meant

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
        ("", ""),
    ],
)
def test_a_zone_is_meant_by_its_city_if_only_one_is(typed: str, meant: str) -> None:
    assert zone_meant(typed, NAMES) == meant
