"""Whatever the desktop lacks: the window opens, somebody can be added, and the end is a clean one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.conftest import StartDesktop
from tests.desktop.real import THANKS_DUE, Real, fill
from tests.desktop.rig.processes import wait_for
from tests.desktop.rig.session import Desktop

EMPTY_PLACE = (700, 14)
"""In the menu bar, behind its last menu."""


@pytest.mark.parametrize(
    "kind",
    [
        {"tray": "none", "notify": "dunst"},
        {"tray": "panel", "notify": "none"},
        {"tray": "trayer", "bus": False, "a11y": False},
        {"tray": "none", "notify": "none", "wm": "none"},
        {"tray": "none", "notify": "none", "wm": "none", "bus": False, "a11y": False},
    ],
    ids=["no tray", "no notifications", "no bus", "no window manager", "nothing at all"],
)
def test_whatever_is_missing_somebody_can_be_added(
    desktop: StartDesktop, tmp_path: Path, kind: dict[str, str | bool]
) -> None:
    desk = desktop(**kind)
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE)).shown()
    add_somebody(app)
    take_keyboard(desk)
    desk.press("ctrl+q")
    assert app.program.wait() == 0
    assert app.troubles() == []


def add_somebody(app: Real) -> None:
    desk = app.desktop
    take_keyboard(desk)
    desk.press("ctrl+n")
    wait_for("the form", lambda: desk.visible_windows("Add a person.*"), 10)
    desk.write("Ada")
    desk.press("Return")
    wait_for("Ada", lambda: app.has("Ada"), 10)


def take_keyboard(desk: Desktop) -> None:
    """Without a window manager nothing gives a window the keyboard but a click into it."""
    if desk.kind.wm == "none":
        desk.click(*EMPTY_PLACE)
