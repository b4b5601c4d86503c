"""Whoever lies in the trash and wants no letters, told by their keys."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.people import Status
from otnet_desktop.domain.trash import GoneClosed

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
