"""Many more lives of a user than the quick tests try."""

from __future__ import annotations

from tests.services.properties import (
    test_absences,
    test_leaving,
    test_merging,
    test_removal,
    test_restarts,
    test_sending,
    test_times,
    test_trash,
    test_wishes,
)
from tests.ui.test_lives_on_screen import test_in_discreet_mode_nothing_tells_whom_or_what_it_is_about

__all__ = ["test_in_discreet_mode_nothing_tells_whom_or_what_it_is_about"]

LIVES = (
    test_absences,
    test_leaving,
    test_merging,
    test_removal,
    test_restarts,
    test_sending,
    test_times,
    test_trash,
    test_wishes,
)

for module in LIVES:
    # Imported here, where the campaign profile is loaded, each tries far more examples than in the quick tests.
    globals().update({name: test for name, test in vars(module).items() if hasattr(test, "hypothesis")})
