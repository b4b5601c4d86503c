"""The real program stopped for an hour, as by a closed lid, or not running: all that came due is told once, as one."""

from __future__ import annotations

import json
import os
import signal
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.app.heartbeat import LONGEST_NAP
from otnet_desktop.app.reminding import SUMMARY
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.services.workspace import open_workspace
from otnet_desktop.store.store import Store
from tests.campaigns.witnessed import Witnessed, set_clock, witnessed
from tests.factories import profile
from tests.services.clocks import SettableClock

TEN = datetime(2026, 3, 18, 10, tzinfo=UTC)
BEFORE = {"Ann Archer": -10}
MEANWHILE = {"Bea Brown": 10, "Cy Clark": 25, "Di Dunn": 40, "Ed Eames": 59}
LATER = {"Fay Fox": 64}
"""Whom to thank, and at how many minutes after ten that is due."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are stopped as POSIX does it")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A day on which people were met, and one meeting is to come."""
    made = tmp_path / "data"
    workspace = open_workspace(made, SettableClock(TEN), lambda: ZoneInfo("UTC"))
    for name, minutes in {**BEFORE, **MEANWHILE, **LATER}.items():
        person = workspace.people.add(profile(name)).id
        end = TEN + timedelta(minutes=minutes) - timedelta(hours=2)
        workspace.meetings.held(MeetingPlan((person,), end - timedelta(minutes=30), end))
    guest = workspace.people.add(profile("Gus Gray")).id
    start = TEN + timedelta(minutes=80)  # told half an hour before
    workspace.meetings.book(MeetingPlan((guest,), start, start + timedelta(minutes=20)))
    workspace.close()
    set_clock(made, TEN)
    return made


def shown(said: list[str]) -> list[dict[str, str]]:
    return [json.loads(line.partition(" ")[2]) for line in said if line.startswith("shown ")]


def shown_while_awake(program: Witnessed) -> list[dict[str, str]]:
    """Over some wakings."""
    return shown(program.until("woke", 4))


def told_keys(folder: Path) -> Counter[str]:
    """How often each reminder is remembered as told."""
    with closing(Store.open(folder)) as store:
        return Counter(str(row[0]) for row in store.database.sql("SELECT key FROM notice_shown"))


def test_an_hour_with_the_lid_closed_is_one_notification(folder: Path) -> None:
    with witnessed(folder) as program:
        program.until("open")
        (before,) = shown_while_awake(program)
        assert before["title"] == "Thank Ann"
        program.stop()
        set_clock(folder, TEN + timedelta(hours=1))
        program.go_on()
        (summary,) = shown_while_awake(program)
        assert (summary["id"], summary["title"]) == (SUMMARY, "While you were away")
        assert "4 thank-yous" in summary["body"]
        assert "1 meeting" in summary["body"]
        program.stop()
        set_clock(folder, TEN + timedelta(minutes=65))
        program.go_on()
        (after,) = shown_while_awake(program)
        assert after["title"] == "Thank Fay"
        assert program.end() == 0
    with witnessed(folder) as again:
        again.until("open")
        assert shown_while_awake(again) == []
        assert again.end() == 0
    assert set(told_keys(folder).values()) == {1}
    assert len(told_keys(folder)) == len(BEFORE | MEANWHILE | LATER) + 1


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL])
def test_an_hour_not_running_is_one_notification_within_a_minute(folder: Path, ending: signal.Signals) -> None:
    with witnessed(folder) as program:
        program.until("open")
        assert len(shown_while_awake(program)) == 1
        program.process.send_signal(ending)
        program.process.wait()
    set_clock(folder, TEN + timedelta(hours=1))
    begun = time.monotonic()
    with witnessed(folder) as again:
        told = again.until("shown")
        took = time.monotonic() - begun
        (summary,) = shown(told) + shown_while_awake(again)
        assert again.end() == 0
    assert (summary["id"], summary["title"]) == (SUMMARY, "While you were away")
    assert took <= LONGEST_NAP.total_seconds()
    print(f"told {took:.1f} s after the start")
