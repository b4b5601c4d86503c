"""A new job since one last looked."""

from __future__ import annotations

from datetime import date

import pytest

from otnet_desktop.domain.moves import Move, move_since, places_on
from otnet_desktop.domain.people import Affiliation, Profile

SCHOOL = Affiliation("Larchmont USD", "School OT", until=date(2026, 3, 12))
CLINIC = Affiliation("Harbor Kids Clinic", "OT", since=date(2026, 3, 12))


def test_a_move_after_one_looked_is_told_and_an_earlier_one_is_known() -> None:
    profile = Profile(affiliations=(CLINIC, SCHOOL))
    assert move_since(profile, date(2026, 3, 11)) == Move(SCHOOL, CLINIC)
    assert move_since(profile, date(2026, 3, 12)) is None
    assert move_since(profile, date(2026, 3, 12), told=True) == Move(SCHOOL, CLINIC)


def test_leaving_without_a_new_place_is_a_move_too() -> None:
    assert move_since(Profile(affiliations=(SCHOOL,)), date(2026, 3, 1)) == Move(SCHOOL, Affiliation())


def test_a_first_place_is_no_move() -> None:
    assert move_since(Profile(affiliations=(CLINIC,)), date(2026, 3, 1)) is None
    assert move_since(Profile(), date(2026, 3, 1)) is None


OLD, NEW = Affiliation("Old", until=date(2019, 8, 1)), Affiliation("New")
DATED = Affiliation("Dated", since=date(2020, 1, 1))


@pytest.mark.parametrize(
    ("places", "day", "there"),
    [
        ((NEW, OLD), "2018-05-01", [OLD]),
        ((NEW, OLD), "2019-08-01", [NEW]),
        ((NEW, DATED), "2021-01-01", [NEW, DATED]),
        ((DATED, OLD), "2019-10-01", [OLD]),
        ((DATED,), "2019-10-01", [DATED]),
        ((OLD,), "2026-01-01", [OLD]),
        ((NEW, Affiliation("Oldest", until=date(2015, 1, 1)), OLD), "2016-01-01", [OLD]),
        ((), "2016-01-01", []),
    ],
)
def test_where_somebody_worked_that_day(places: tuple[Affiliation, ...], day: str, there: list[Affiliation]) -> None:
    assert places_on(places, date.fromisoformat(day)) == there
