"""How the program starts beside another copy, and how it ends: by signal, with its display, before it has one."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from otnet_desktop.app.display import FINE, DisplayState, probe
from tests.desktop.conftest import StartDesktop
from tests.desktop.icon import tray_place
from tests.desktop.rig.processes import wait_for
from tests.desktop.small import TITLE, Small


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_closes_cleanly(desktop: StartDesktop, tmp_path: Path, number: signal.Signals) -> None:
    desk = desktop(tray="trayer", notify="none", a11y=False)
    small = Small(desk, tmp_path).ready()
    small.program.send(number)
    small.program.wait_for_line("clean end")
    assert small.program.wait() == 0


def test_a_second_start_brings_the_first_forward(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop()
    first = Small(desk, tmp_path).ready()
    tray_place(first.desktop)
    first.close_window()
    first.program.wait_for_line("stayed in tray")
    second = Small(desk, tmp_path)
    second.program.wait_for_line("handed over")
    assert second.program.wait() == 0
    first.program.wait_for_line("rung")
    wait_for("the first window in front", lambda: desk.active_window() == TITLE, 10)


def test_a_second_start_brings_a_minimised_window_back(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none", notify="none", a11y=False)
    first = Small(desk, tmp_path).ready()
    first.close_window()
    first.wait_until_window_is("minimised")
    Small(desk, tmp_path).program.wait_for_line("handed over")
    first.wait_until_window_is("shown")


def test_when_the_display_dies_the_program_ends_without_a_core_file(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none", notify="none", a11y=False)
    small = Small(desk, tmp_path).ready()
    desk.kill("display")
    assert small.program.wait() == 1  # Qt's own exit(); a negative number would be a signal, and a core file
    again = Small(desk, tmp_path)  # the lock is free
    again.program.wait_for_line(f"The display {desk.environment['DISPLAY']} does not answer.")
    assert again.program.wait() == 3


def test_a_real_display_is_found_quickly(desktop: StartDesktop) -> None:
    desk = desktop(tray="none", notify="none", a11y=False)
    probe(desk.environment)  # loads Qt's plugin, as Qt itself would a moment later
    begin = time.perf_counter()
    assert probe(desk.environment) == FINE
    assert time.perf_counter() - begin < 0.25


def test_without_a_display_nothing_is_started(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(x=False, tray="none", notify="none", wm="none", a11y=False)
    assert probe(desk.environment).state is DisplayState.ABSENT
    small = Small(desk, tmp_path)
    small.program.wait_for_line("There is no display here")
    assert small.program.wait() == 3
