"""Opening and closing leaves nothing behind: no object of Qt's, nothing of Python's about one, no memory that grows.

``OTNET_OPENINGS`` is how often each is opened (1,000 for the full figure), ``OTNET_OPENED`` which ones, by commas.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.app.commands.exchanging import sample
from otnet_desktop.app.heartbeat import Heartbeat
from otnet_desktop.app.reminding import Reminding
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.locking.locker import Locker
from otnet_desktop.ui.settings.machine import Machine
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from tests.app.screens import Front, Screen
from tests.campaigns.openings import OPENED
from tests.campaigns.ways_to_open import PASSPHRASE, close_all, settle
from tests.campaigns.weighing import Weight, weigh
from tests.services.clocks import SettableClock
from tests.ui.conftest import _dressed, bridge, clock, intents, theme, workspace
from tests.ui.real_window import RealWindow, real_window

__all__ = ["_dressed", "bridge", "clock", "intents", "theme", "workspace"]

OPENINGS = int(os.environ.get("OTNET_OPENINGS", "5"))
NAMES = os.environ.get("OTNET_OPENED", ",".join(OPENED)).split(",")
TOGETHER = 10
"""So many share a window, which takes longer to make than to open something in."""
SETTLING = 3
"""Openings after which everything that is made once is there."""
MOST_LEFT = 2
"""More objects than before may be there at the end: what is kept of the last one."""
BLOCKS = 5
"""The openings are weighed in so many parts; the first still fills what is kept for speed."""
MANY = 200
"""Figures of fewer openings say nothing about memory."""
MOST_BYTES = 32 * 1024
"""A time may be in use in the middle one of the blocks: Qt keeps a note on each spin box by its place in memory."""
MOST_RESIDENT = 64 * 1024
"""The same with what lies fallow between. A window that stays is ten times that."""


def left_by(once: Callable[[], None], name: str, openings: int = OPENINGS) -> list[str]:
    """Do something so often, print what that left, and answer what is too much."""
    for _ in range(SETTLING):
        once()
    weights = [weigh()]
    blocks = BLOCKS if openings >= MANY else 1
    for _block in range(blocks):
        for _ in range(openings // blocks):
            once()
        weights.append(weigh())
    objects, halves = weights[-1].objects - weights[0].objects, weights[-1].halves - weights[0].halves
    in_use, resident = by_time(weights, openings // blocks)
    told = (
        f"{name}: {objects:+d} objects, {halves:+d} halves, {in_use / 1024:+.1f} KB in use and "
        f"{resident / 1024:+.1f} KB resident a time over {openings}"
    )
    print(f"\n{told}")
    is_heavy = openings >= MANY and (in_use > MOST_BYTES or resident > MOST_RESIDENT)
    return [told] if is_heavy or objects > MOST_LEFT or halves > MOST_LEFT else []


def by_time(weights: list[Weight], each: int) -> tuple[float, float]:
    """Bytes in use and resident, a time: the middle one of the blocks but the first."""
    steps = list(pairwise(weights))
    steps = steps[1:] or steps
    return (
        median(after.in_use - before.in_use for before, after in steps) / each,
        median(after.resident - before.resident for before, after in steps) / each,
    )


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    sample(workspace, argparse.Namespace(file=None, today="2026-03-18"))
    moment = datetime(2026, 3, 18, 14, tzinfo=UTC)
    machine = Machine(tmp_path, False, lambda: False, _nothing, _nothing_at_all, lambda: (moment, moment))
    with real_window(qtbot, workspace, tmp_path) as made:
        made.life.desks.settle(machine)
        met = next(person for person in workspace.store.people.everyone() if workspace.meetings.of(person))
        made.window.show_person(met)
        yield made


def _nothing(_on: bool) -> None:
    pass


def _nothing_at_all() -> None:
    pass


WALK = ": all places"
"""Nothing more is there at its end."""


def is_shown(name: str) -> bool:
    """Whether there is any, to be seen."""
    return any(type(widget).__name__ == name and widget.isVisible() for widget in QApplication.allWidgets())


@pytest.mark.parametrize("start", range(0, len(NAMES), TOGETHER), ids=lambda start: f"from {NAMES[start]}")
def test_opening_and_closing_leaves_nothing_behind(real: RealWindow, start: int) -> None:
    too_much: list[str] = []
    for name in NAMES[start : start + TOGETHER]:
        OPENED[name](real)
        QApplication.processEvents()
        assert name.endswith(WALK) or is_shown(name.partition(":")[0]), f"{name} is not there"
        close_all(real)
        too_much += left_by(partial(open_and_close, real, name), name)
    assert not too_much
    assert not real.failed


def open_and_close(real: RealWindow, name: str) -> None:
    """Once, and wait until it is done."""
    OPENED[name](real)
    settle()
    close_all(real)


def test_locking_and_unlocking_leaves_nothing_behind(real: RealWindow, workspace: Workspace) -> None:
    locker = Locker(real.window, workspace, real.tasks)
    workspace.locking.set_passphrase(PASSPHRASE)

    def once() -> None:
        locker.lock()
        settle()
        assert is_shown("LockWindow")
        assert is_shown("LockPage")
        workspace.locking._is_locked = False
        locker._show_again()
        settle()

    assert not left_by(once, "LockWindow")
    locker.close()


def test_a_window_that_is_closed_leaves_nothing_behind(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    sample(workspace, argparse.Namespace(file=None, today="2026-03-18"))

    def once() -> None:
        with real_window(qtbot, workspace, tmp_path) as made:
            settle()
        made.window.deleteLater()
        settle()

    assert not left_by(once, "MainWindow", max(4, OPENINGS // 20))


def test_a_day_of_heartbeats_grows_nothing(qtbot: QtBot, workspace: Workspace, clock: SettableClock) -> None:
    """24 hours in fake time, a waking each minute, with reminders coming due and being shown."""
    sample(workspace, argparse.Namespace(file=None, today="2026-03-18"))
    tray, screen = TrayIcon(QIcon()), Screen()
    reminding = Reminding(workspace, Intents(), screen, tray, Front())

    def tick(_now: datetime, _slept: timedelta, _jumped: bool) -> None:
        workspace.reminders.tick()
        reminding.look()

    heart = Heartbeat(clock, reminding.next_instant, tick, zone=lambda: "America/New_York", on_zone=lambda _name: None)
    heart.start()
    weights = []
    for hour in range(24):
        for _ in range(60):
            clock.advance(minutes=1)
            heart.beat()
        if hour >= 3:
            weights.append(weigh())
    heart.stop()
    first, last = weights[0], weights[-1]
    more, kept = last.objects - first.objects, last.resident - first.resident
    print(f"{more:+d} objects, {kept // 1024:+d} KB in 21 hours")
    assert more <= MOST_LEFT
    assert kept < 2 * 1024 * 1024
    tray.close()
