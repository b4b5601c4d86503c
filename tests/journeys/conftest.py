"""The window as people see it, and a clock that stands until it is set."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.services.clocks import BOSTON, SettableClock
from tests.ui.conftest import _dressed, theme

__all__ = ["_dressed", "theme"]


@pytest.fixture
def clock() -> SettableClock:
    """Wednesday 18 March 2026, 10:00 in Boston."""
    return SettableClock(datetime(2026, 3, 18, 10, 0, tzinfo=BOSTON))
