"""Days, said as people say them."""

from __future__ import annotations

import pytest

from otnet_desktop.ui.people.cadence_words import said_cadence


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "every day"),
        (14, "every 2 weeks"),
        (30, "every month"),
        (45, "every 45 days"),
        (120, "every 4 months"),
        (365, "every year"),
        (730, "every 2 years"),
    ],
)
def test_the_largest_unit_that_is_exact(days: int, said: str) -> None:
    assert said_cadence(days) == said
