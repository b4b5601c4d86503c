"""The tray icon under a panel of today (StatusNotifier) and under an old tray (XEmbed), used with a real mouse."""

from __future__ import annotations

import pathlib

import pytest

from tests.desktop.conftest import StartDesktop
from tests.desktop.icon import BADGE, choose_from_menu, told_to_panel, tray_place
from tests.desktop.rig.processes import wait_for
from tests.desktop.small import TITLE, Small

TRAYS = [("panel", "wrapper-2.0"), ("trayer", "small-app")]
"""Each with the program that draws the menu (a panel's plug-ins run in wrappers)."""


@pytest.mark.parametrize("tray", ["panel", "trayer"])
def test_the_icon_shows_how_many_things_are_due(desktop: StartDesktop, tmp_path: pathlib.Path, tray: str) -> None:
    desk = desktop(tray=tray)
    small = Small(desk, tmp_path).ready()
    assert tray_place(small.desktop)
    assert desk.place_in_tray(BADGE) is None
    small.tell("due", "3", "Thank Renata")
    wait_for("the badge", lambda: desk.place_in_tray(BADGE), 10)
    small.tell("due", "0")
    wait_for("the badge's end", lambda: desk.place_in_tray(BADGE) is None, 10)


@pytest.mark.parametrize(("tray", "draws_menu"), TRAYS)
def test_the_first_due_thing_is_chosen_from_the_menu(
    desktop: StartDesktop, tmp_path: pathlib.Path, tray: str, draws_menu: str
) -> None:
    small = Small(desktop(tray=tray), tmp_path).ready()
    small.tell("due", "2", "Thank <b>Renata</b> & Tomás", "Write to Dana")
    choose_from_menu(small.desktop, draws_menu, "first")
    small.program.wait_for_line("item key0")


@pytest.mark.parametrize(("tray", "draws_menu"), TRAYS)
def test_quit_ends_the_program(desktop: StartDesktop, tmp_path: pathlib.Path, tray: str, draws_menu: str) -> None:
    small = Small(desktop(tray=tray), tmp_path).ready()
    choose_from_menu(small.desktop, draws_menu, "last")
    small.program.wait_for_line("clean end")
    assert small.program.wait() == 0


@pytest.mark.parametrize("tray", ["panel", "trayer"])
def test_closing_hides_and_pressing_the_icon_brings_back(
    desktop: StartDesktop, tmp_path: pathlib.Path, tray: str
) -> None:
    desk = desktop(tray=tray)
    small = Small(desk, tmp_path).ready()
    place = tray_place(small.desktop)
    small.close_window()
    small.program.wait_for_line("stayed in tray")
    assert small.where() == "hidden"
    desk.click(*place)
    small.program.wait_for_line("opened")
    wait_for("the window in front", lambda: desk.active_window() == TITLE, 10)
    desk.click(*place)  # never a toggle
    small.program.wait_for_line("opened")
    assert small.where() == "shown"


@pytest.mark.parametrize("tray", ["panel", "trayer"])
def test_a_tray_that_comes_late_picks_the_icon_up(desktop: StartDesktop, tmp_path: pathlib.Path, tray: str) -> None:
    desk = desktop(tray="none")
    small = Small(desk, tmp_path, "--hidden").ready()
    assert small.where() == "hidden"
    desk.start_tray(tray)
    assert tray_place(small.desktop)
    small.tell("check")
    assert small.where() == "hidden"


def test_without_a_tray_closing_minimises(desktop: StartDesktop, tmp_path: pathlib.Path) -> None:
    small = Small(desktop(tray="none"), tmp_path).ready()
    small.close_window()
    small.wait_until_window_is("minimised")


def test_a_hidden_window_comes_back_when_the_tray_dies(desktop: StartDesktop, tmp_path: pathlib.Path) -> None:
    desk = desktop()
    small = Small(desk, tmp_path).ready()
    tray_place(small.desktop)
    small.close_window()
    small.program.wait_for_line("stayed in tray")
    desk.kill("tray")

    def came_back() -> bool:
        small.tell("check")
        return small.where() == "minimised"

    wait_for("the window's return", came_back, 10)


def test_in_discreet_mode_no_name_reaches_the_panel(desktop: StartDesktop, tmp_path: pathlib.Path) -> None:
    desk = desktop()
    small = Small(desk, tmp_path).ready()
    small.tell("due", "1", "Thank Renata")
    assert "Renata" in told_to_panel(desk)
    small.tell("discreet", "1", "Thank Renata")
    assert "Renata" not in told_to_panel(desk)
    assert "1 to do" in told_to_panel(desk)
