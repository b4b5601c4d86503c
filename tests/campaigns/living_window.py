"""The program without its process: window, data, tray, clock and upkeep as ``app.running`` puts them together."""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.app import running
from otnet_desktop.app.running import Running
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.ui.geometry import Kept
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.theme.theme import Theme
from tests.app.screens import Screen
from tests.campaigns.busy_turns import turn
from tests.services.clocks import SettableClock


class Weight(NamedTuple):
    """Qt's objects, timers that run, bytes of memory, bytes of the data with their log."""

    objects: int
    timers: int
    resident: int
    data: int


class LivingWindow:
    """Everything that lives as long as the program does."""

    def __init__(self, program: Running, folder: Path) -> None:
        self.running = program
        self._folder = folder

    def wake_after_a_minute(self, clock: SettableClock) -> float:
        """Milliseconds of the window's own work at one waking."""
        clock.advance(minutes=1)
        began = time.thread_time()
        self.running._heartbeat.beat()
        turn()
        return (time.thread_time() - began) * 1e3

    def weight(self) -> Weight:
        """As things are when everything is put away that can be."""
        turn()
        gc.collect()
        turn()
        ctypes.CDLL(None).malloc_trim(0)
        known = [thing for thing in shiboken6.getAllValidWrappers() if isinstance(thing, QObject)]
        timers = sum(isinstance(thing, QTimer) and thing.isActive() for thing in known)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        data = sum(path.stat().st_size for path in self._folder.glob(f"{FILE_NAME}*"))
        return Weight(len(known), timers, pages * os.sysconf("SC_PAGE_SIZE"), data)


@contextmanager
def living(
    qtbot: QtBot, folder: Path, clock: SettableClock, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[LivingWindow]:
    """Begun as after the first frame; notices are remembered, and the clock is ours."""
    monkeypatch.setattr(running, "clock_for", lambda _given: clock)
    monkeypatch.setattr(running, "machine_zone", lambda: "UTC")
    monkeypatch.setattr(running, "choose_notifier", lambda *_: Screen())
    given = argparse.Namespace(safe_mode=False, sample=False, hidden=False, files=[], now="")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    kept = Kept(folder)
    window = MainWindow(kept)
    window.furnish(lambda: (clock.now(), ZoneInfo("UTC")))
    window.show_first([], 0)
    window.show()
    program = Running(app, window, theme, kept, folder, given)
    program.begin()
    qtbot.waitUntil(lambda: not program.tasks.are_under_way(), timeout=600_000)
    try:
        yield LivingWindow(program, folder)
    finally:
        program.locks.let_go()
        window.close()
        program.end()
        window.removeEventFilter(program.keeper)  # the window is looked at once more when all of it is gone
        turn()
