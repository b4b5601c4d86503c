"""Which time a command believes it is."""

from __future__ import annotations

import argparse
from zoneinfo import ZoneInfo

from otnet_desktop.app.commands.times import instant_from
from otnet_desktop.app.zone import machine_zone
from otnet_desktop.services.clock import Clock, FixedClock, SystemClock


def clock_for(given: argparse.Namespace) -> Clock:
    """The machine's clock, or one that stands at ``--now``."""
    return FixedClock(instant_from(given.now, zone(), "--now")) if given.now else SystemClock()


def zone() -> ZoneInfo:
    """The machine's time zone."""
    return ZoneInfo(machine_zone())
