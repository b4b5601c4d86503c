"""What the program does while it waits in a real tray for reminders: next to nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.benchmarks.people import FEW, copy_of
from tests.benchmarks.processes import settle, switches_of, ticks_of
from tests.benchmarks.report import Line, at_most
from tests.desktop.rig.kind import DesktopKind
from tests.desktop.rig.needs import missing
from tests.desktop.rig.session import Desktop

MINUTES = 3
BEGUN_S = 60
"""Until what is begun at log-in is done, a first look at the clock included."""

LOOK_S = 0.5


def measure() -> Iterator[Line]:
    """Wakings of all threads and clock ticks, counted by the kernel, of the program started as at log-in."""
    kind = DesktopKind(a11y=False)
    if lacking := missing(kind):
        yield Line("at rest in the tray", f"not measured: this machine lacks {', '.join(lacking)}")
        return
    with copy_of(FEW) as folder, Desktop(kind) as desktop:
        pid = desktop.python("otnet_desktop", "--hidden", "--data-dir", folder).pid
        time.sleep(BEGUN_S)
        settle(pid)
        wakings, ticks = 0, []
        for _minute in range(MINUTES):
            before = ticks_of(pid)
            wakings += wakings_in_a_minute(pid)
            ticks.append(ticks_of(pid) - before)
    yield at_most("wakings a minute, in the tray with reminders armed", wakings / MINUTES, 1, "")
    yield at_most("clock ticks (10 ms) in such a minute, at most", max(ticks), 0, "")


def wakings_in_a_minute(pid: int) -> int:
    """How often it woke. What its threads say to each other and to the bus at one waking counts once."""
    count, known, end = 0, switches_of(pid), time.monotonic() + 60
    while time.monotonic() < end:
        time.sleep(LOOK_S)
        now = switches_of(pid)
        count += now != known
        known = now
    return count
