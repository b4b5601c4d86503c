"""What the program does while it waits in the tray for reminders: next to nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.benchmarks.people import FEW, copy_of
from tests.benchmarks.processes import OURS, started, ticks_of, wakings_of
from tests.benchmarks.report import Line, at_most

MINUTES = 3


def measure() -> Iterator[Line]:
    """Wakings of all threads and clock ticks, counted by the kernel, of the program started as at log-in."""
    with copy_of(FEW) as folder, started(OURS, "--hidden", "--data-dir", str(folder), window=False) as program:
        time.sleep(10)  # it begins
        program.settle(calm=40)  # and waits for a tray that comes late
        pid = program.process.pid
        wakings, ticks = wakings_of(pid), []
        for _minute in range(MINUTES):
            before = ticks_of(pid)
            time.sleep(60)
            ticks.append(ticks_of(pid) - before)
        wakings = wakings_of(pid) - wakings
    yield at_most("wakings a minute, in the tray with reminders armed", wakings / MINUTES, 1, "")
    yield at_most("clock ticks (10 ms) in such a minute, at most", max(ticks), 0, "")
