"""The part of the program that wakes and tells, wired as the program wires it, with a clock and a zone in hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtGui import QIcon

from otnet_desktop.app.heartbeat import LONGEST_NAP, Heartbeat
from otnet_desktop.app.reminding import Reminding
from otnet_desktop.domain.notices import Notice
from otnet_desktop.services.workspace import open_workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from tests.app.fake_clock import FakeClock
from tests.app.screens import Front, Screen


class Told(NamedTuple):
    """A notice, and when it appeared."""

    at: datetime
    notice: Notice


class Living:
    """A data folder that is looked at from waking to waking."""

    def __init__(self, folder: Path, now: datetime, zone: str, **timing: object) -> None:
        self.clock = FakeClock(now)
        self.zone = zone
        self.told: list[Told] = []
        self.workspace = open_workspace(folder, self.clock, lambda: ZoneInfo(self.zone))
        self.workspace.preferences.change(timing=timing)
        self.workspace.noticing.look()  # it has been running
        self._decide, self.workspace.noticing.look = self.workspace.noticing.look, self._look  # type: ignore[method-assign]
        self._bridge = Bridge(self.workspace.announcer)
        self._screen = Screen()
        self._tray = TrayIcon(QIcon())
        reminding = Reminding(self.workspace, Intents(), self._screen, self._tray, Front())
        self._reminding = reminding
        self._bridge.changed.connect(reminding.heed)
        self.heartbeat = Heartbeat(
            self.clock, reminding.next_instant, self._tick, zone=lambda: self.zone, on_zone=self._travel
        )
        self.heartbeat.woke.connect(reminding.watch)
        self.heartbeat.start()

    def _tick(self, _now: datetime, _slept: timedelta, _jumped: bool) -> None:
        self.workspace.reminders.tick()
        self._reminding.look()
        assert len(self.told) == len(self._screen.shown)

    def _look(self) -> tuple[Notice, ...]:
        """What is to be shown, by the keys it is about."""
        notices = self._decide()
        self.told += [Told(self.clock.now(), notice) for notice in notices]
        return notices

    def _travel(self, _name: str) -> None:
        """What the window leaves to a worker."""
        self.workspace.reminders.follow_habits()

    def wake(self) -> None:
        """One waking."""
        self.heartbeat.beat()

    def stay_awake(self, until: datetime) -> None:
        """From nap to nap, as long as each was meant to be."""
        while self.clock.now() < until:
            nap = self.heartbeat.nap
            assert nap is not None
            assert nap <= LONGEST_NAP
            self.clock.pass_time(nap)
            self.wake()

    def sleep(self, span: timedelta) -> None:
        """The lid is closed, and opened."""
        self.clock.pass_time(span)
        self.wake()

    def replan(self) -> None:
        """Data changed."""
        self.heartbeat.replan()

    def close(self) -> None:
        """The end of it."""
        self.heartbeat.stop()
        self._bridge.close()
        self._tray.close()
        self.workspace.close()
