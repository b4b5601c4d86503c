"""An open workspace in a folder of its own, with a clock that stands until it is set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.services.clocks import BOSTON, SettableClock


@pytest.fixture
def clock() -> SettableClock:
    """Wednesday 18 March 2026, 10:00 in Boston."""
    return SettableClock(datetime(2026, 3, 18, 10, 0, tzinfo=BOSTON))


@pytest.fixture
def workspace(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    """An empty data folder."""
    opened = open_workspace(tmp_path / "data", clock, lambda: ZoneInfo("America/New_York"))
    yield opened
    opened.close()
