"""The rules in many more worlds, and every change of every clock in the world until 2036."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from tests.domain import test_agenda, test_invariants, test_reminder_texts
from tests.domain.test_worktime import check_transition
from tests.domain.test_worktime import test_days_stay_days as check_days
from tests.domain.zones import transitions

for module in (test_invariants, test_agenda, test_reminder_texts):
    # Imported here, where the campaign profile is loaded, each tries far more examples than in the quick tests.
    globals().update({name: test for name, test in vars(module).items() if hasattr(test, "hypothesis")})

ZONES = sorted(name for name in available_timezones() if not name.startswith(("posix/", "right/", "localtime")))


@pytest.mark.parametrize("zone", ZONES)
def test_every_change_of_the_clock_there(zone: str) -> None:
    for change in transitions(zone):
        check_transition(change)


@pytest.mark.parametrize("zone", ZONES)
def test_days_stay_days_there(zone: str) -> None:
    check_days(zone)


def test_there_were_changes_to_look_at() -> None:
    assert sum(1 for zone in ZONES for _ in transitions(zone)) > 4000
