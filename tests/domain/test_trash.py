"""Whoever lies in the trash and wants no letters, told by their keys."""

from __future__ import annotations

from datetime import timedelta

import pytest

from otnet_desktop.domain.people import Status
from otnet_desktop.domain.trash import GoneClosed, Reckoning
from tests.factories import NOW

ANN = ["uid:1", "name:ann lee", "email:ann@mill.example", "linkedin:in/ann"]
HER_DESK = ["name:ann lee", "email:ann@mill.example", "email:desk@mill.example"]


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        (["uid:1"], Status.DO_NOT_CONTACT),
        (["linkedin:in/ann", "name:ann ito"], Status.DO_NOT_CONTACT),
        (["name:ann lee", "email:ann@mill.example"], Status.DECEASED),
        (["name:ann lee"], None),
        (["email:ann@mill.example", "name:bo lee"], None),
        (["name:ann lee", "email:ann@old.example"], None),
        ([], None),
    ],
)
def test_certain_is_what_belongs_to_one_person_alone(keys: list[str], status: Status | None) -> None:
    gone = GoneClosed([(Status.DO_NOT_CONTACT, ANN), (Status.DECEASED, HER_DESK)])
    assert gone.status_of(keys) is status


@pytest.mark.parametrize(
    ("looks", "believed"),
    [
        ([1, 2.5, 4.5], 4.5),
        ([60], 0),
        ([60, 60.9], 0),
        ([60, 61], 61),
        ([3650, 1], 1),
        ([3650, 1, 3650.5], 1),
        ([3650, 9, 10], 10),
        ([-5], -5),
    ],
    ids=[
        "day by day", "after a journey it waits", "for a day", "and no longer", "a wrong clock was set right",
        "it was wrong twice", "it was wrong on a journey", "back",
    ],
)  # fmt: skip
def test_a_leap_of_the_clock_is_believed_a_day_later(looks: list[float], believed: float) -> None:
    reckoning = Reckoning(NOW)
    for days in looks:
        reckoning = reckoning.at(NOW + timedelta(days=days))
    assert reckoning.believed == NOW + timedelta(days=believed)
