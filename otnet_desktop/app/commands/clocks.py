"""Which time a command believes it is."""

from __future__ import annotations

import argparse
from zoneinfo import ZoneInfo

from otnet_desktop.app.commands.times import instant_from
from otnet_desktop.app.zone import machine_zone
from otnet_desktop.services.clock import Clock, FixedClock, SystemClock
from otnet_desktop.services.workspace import Workspace


class ToldClock(FixedClock):
    """Stands at ``--now``: local time as all others on the command line, so of the user's zone once that is known."""

    def __init__(self, told: str) -> None:
        super().__init__(instant_from(told, zone(), "--now"))
        self._told = told

    def read_in(self, users: ZoneInfo) -> None:
        """The data are open and say where the user is."""
        self._instant = instant_from(self._told, users, "--now")


def clock_for(given: argparse.Namespace) -> Clock:
    """The machine's clock, or one that stands at ``--now``."""
    return ToldClock(given.now) if given.now else SystemClock()


def settle_clock(workspace: Workspace) -> None:
    """Read ``--now`` in the zone of the user whose data these are."""
    if isinstance(workspace.clock, ToldClock):
        workspace.clock.read_in(workspace.preferences.timing().zone)


def zone() -> ZoneInfo:
    """The machine's time zone."""
    return ZoneInfo(machine_zone())
