"""The program's icon in a tray, found and used as a person does."""

from __future__ import annotations

from typing import Literal

from tests.desktop.rig.processes import wait_for
from tests.desktop.rig.session import Desktop

TEAL = "#1f6f6b"
"""The ground of the program's icon, by which it is found in a tray."""
BADGE = "#9c4a08"
"""The ground of the number in its corner."""
MENU_ROW = 14
"""Pixels from a menu's edge to the middle of its first or last line."""

Line = Literal["first", "middle", "last"]


def tray_place(desktop: Desktop) -> tuple[int, int]:
    """Where the icon is in the tray, waiting for it."""
    place = wait_for("the icon in the tray", lambda: desktop.place_in_tray(TEAL), 10)
    assert place is not None
    return place


def choose_from_menu(desktop: Desktop, of: str, line: Line) -> None:
    """Open the icon's menu, drawn by program ``of``, with the right button and click one of its lines."""
    desktop.click(*tray_place(desktop), button=3)
    left, top, width, height = desktop.menu(of)
    down = {"first": MENU_ROW, "middle": height // 2, "last": height - MENU_ROW}
    desktop.click(left + width // 3, top + down[line])


def told_to_panel(desktop: Desktop) -> str:
    """Everything that the panel was told about the one icon: its menu, tool tip and title."""
    name = wait_for("the icon", desktop.status_icons, 10)[0].partition("/")[0]
    to = ["gdbus", "call", "--session", "--dest", name, "--object-path"]
    menu = desktop.ask(*to, "/MenuBar", "--method", "com.canonical.dbusmenu.GetLayout", "0", "2", "[]")
    get_all = ["--method", "org.freedesktop.DBus.Properties.GetAll", "org.kde.StatusNotifierItem"]
    return menu + desktop.ask(*to, "/StatusNotifierItem", *get_all)
