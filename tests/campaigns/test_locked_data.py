"""The real window while another program keeps the data locked: it lives, and tells when it can what it could not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.services.workspace import open_workspace
from otnet_desktop.store.passport import FILE_NAME
from tests.campaigns.witnessed import set_clock, witnessed
from tests.factories import NOW, profile
from tests.services.clocks import SettableClock


def test_a_window_beside_a_lock_lives_and_tells_when_it_can(tmp_path: Path) -> None:
    folder, utc = tmp_path / "data", ZoneInfo("UTC")
    workspace = open_workspace(folder, SettableClock(NOW), lambda: utc)
    person = workspace.people.add(profile("Ann Archer")).id
    end = NOW - timedelta(hours=3)
    workspace.meetings.held(MeetingPlan((person,), end - timedelta(minutes=30), end))
    workspace.close()
    set_clock(folder, NOW)
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with witnessed(folder) as program:
            said = program.until("woke", 2)
            other.execute("ROLLBACK")
            assert not [line for line in said if line.startswith("shown")]
            assert "Thank Ann" in program.until("shown")[-1]
            assert program.end() == 0
