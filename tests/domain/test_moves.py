"""A new job since one last looked."""

from __future__ import annotations

from datetime import date

from otnet_desktop.domain.moves import Move, move_since
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
