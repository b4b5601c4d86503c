"""What the settings ask of the program around them, answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from otnet_desktop.app import autostart
from otnet_desktop.app.heartbeat import Heartbeat
from otnet_desktop.ui.settings.machine import Machine


def machine_around(folder: Path, heartbeat: Heartbeat, show_test_notice: Callable[[], None]) -> Machine:
    """This computer, the reminder clock and the way notifications go."""
    return Machine(
        folder=folder,
        offers_autostart=autostart.is_offered(),
        autostart_is_on=autostart.is_on,
        turn_autostart=turn_autostart,
        show_test_notice=show_test_notice,
        checks=heartbeat.looks,
    )


def turn_autostart(on: bool) -> None:
    """Start with the session, or no longer. Raises NotSaved."""
    if on:
        autostart.turn_on()
    else:
        autostart.turn_off()
