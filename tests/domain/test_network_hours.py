"""Free times of a network told as facts."""

from __future__ import annotations

from typing import Any

import pytest

from otnet_desktop.domain.availability import FreeTime
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.network_hours import hours_told


def test_windows_of_the_week_are_read() -> None:
    told = {"weekly_availability": {"Wed": ["12:00-13:00", "17:00-18:30"], "Mon": ["08:30-10:00"], "Thu": []}}
    assert hours_told(told) == (FreeTime(0, 510, 600), FreeTime(2, 720, 780), FreeTime(2, 1020, 1110))
    assert hours_told({}) == ()


@pytest.mark.parametrize("told", [["Mon"], {"Monday": []}, {"Mon": "12:00-13:00"}, {"Mon": ["noon"]}, {"Mon": [5]}])
def test_what_cannot_be_read_is_named(told: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    with pytest.raises(BadInput, match="weekly_availability"):
        hours_told({"weekly_availability": told})
