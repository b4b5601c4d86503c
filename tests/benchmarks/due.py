"""How long it takes to know what is due, for many people with five meetings each."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from otnet_desktop.domain.outlook import look_all
from otnet_desktop.services.clock import FixedClock
from otnet_desktop.services.workspace import open_workspace
from tests.benchmarks.dataset import NOW
from tests.benchmarks.people import FEW, copy_of
from tests.benchmarks.report import Line, at_most, number, share
from tests.house.source import CHECKOUT

ROUNDS = 7
CHANGES = 100

COLD = """
import sys, time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from otnet_desktop.services.clock import FixedClock
from otnet_desktop.services.workspace import open_workspace
began = time.perf_counter()
workspace = open_workspace(Path(sys.argv[1]), FixedClock(datetime.fromisoformat(sys.argv[2])), lambda: ZoneInfo("UTC"))
workspace.reminders.due()
print(time.perf_counter() - began)
"""


def measure() -> Iterator[Line]:
    """A new process for what is cold; the services for what changes."""
    with copy_of(FEW) as folder:
        cold = statistics.median(float(run("-c", COLD, str(folder), NOW.isoformat())) for _ in range(ROUNDS))
        command = ["-m", "otnet_desktop", "due", "--data-dir", str(folder), "--now", NOW.isoformat()]
        whole = statistics.median(took(*command) for _ in range(ROUNDS))
        yield at_most(f"what is due, {FEW:,} people, data opened cold", cold, 0.5, " s")
        yield at_most("the same as a command, with start and printing", whole, 0.5, " s")
        yield from measure_changes(folder)


def measure_changes(folder: Path) -> Iterator[Line]:
    """One thing happens and the list is read again; then everything is derived anew."""
    workspace = open_workspace(folder, FixedClock(NOW), lambda: ZoneInfo("UTC"))
    try:
        after_change = []
        for reminder in workspace.reminders.due()[:CHANGES]:
            began = time.perf_counter()
            workspace.reminders.snooze(reminder.key, NOW + timedelta(days=1))
            workspace.reminders.due()
            after_change.append((time.perf_counter() - began) * 1e3)
        p50, p95 = share(after_change, 0.5), share(after_change, 0.95)
        yield at_most("what is due after one change, p95", p95, 16, " ms", f" (p50 {number(p50)} ms)")
        began = time.perf_counter()
        look_all(workspace.store.facts.everything(), workspace.preferences.timing(), NOW)
        yield Line("everything derived anew from the facts", f"{number(time.perf_counter() - began)} s")
    finally:
        workspace.close()


def took(*arguments: str) -> float:
    """Seconds of a whole process."""
    began = time.perf_counter()
    run(*arguments)
    return time.perf_counter() - began


def run(*arguments: str) -> str:
    """What Python prints."""
    return subprocess.run([sys.executable, *arguments], cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
