"""The program's icon in both kinds of tray, and its window coming and going there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.conftest import StartDesktop
from tests.desktop.icon import BADGE, choose_from_menu, tray_place
from tests.desktop.real import THANKS_DUE, Real, fill
from tests.desktop.rig.processes import wait_for

TRAYS = [("panel", "wrapper-2.0"), ("trayer", "OTnetDesktop")]
"""Each with the program that draws the menu (a panel's plug-ins run in wrappers)."""


@pytest.mark.parametrize(("tray", "draws_menu"), TRAYS)
def test_the_menu_of_the_icon(desktop: StartDesktop, tmp_path: Path, tray: str, draws_menu: str) -> None:
    desk = desktop(tray=tray)
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE)).shown()
    wait_for("the number of due things", lambda: desk.place_in_tray(BADGE), 10)
    app.close_window()
    wait_for("the window to be gone", lambda: not app.is_in_task_bar(), 10)
    choose_from_menu(desk, draws_menu, "middle")  # Open
    wait_for("the window in front", app.is_in_front, 10)
    choose_from_menu(desk, draws_menu, "first")  # Thank Renata
    app.wait_for_focus("text 'Text'")
    assert app.sees("Write to Renata Núñez")
    choose_from_menu(desk, draws_menu, "last")  # Quit
    assert app.program.wait() == 0
    assert app.troubles() == []


def test_started_hidden_it_is_in_the_tray_and_pressing_it_shows_the_window(
    desktop: StartDesktop, tmp_path: Path
) -> None:
    desk = desktop()
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE), "--hidden").ready()
    place = tray_place(desk)
    assert not app.is_on_screen()
    desk.click(*place)
    wait_for("the window in front", app.is_in_front, 10)
    app.end()


def test_without_a_tray_closing_minimises(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none")
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE)).shown()
    app.close_window()
    wait_for("the window to be minimised", lambda: not app.is_on_screen(), 10)
    assert app.is_in_task_bar()
    assert app.program.status() is None
    app.end()
