"""The desktop entry, the autostart entry and the windows, as real desktop programs see them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from otnet_desktop.app import autostart
from otnet_desktop.app.identity import APPLICATION_ID, DISPLAY_NAME
from tests.desktop.conftest import StartDesktop
from tests.desktop.rig.processes import wait_for

ENTRY = Path(__file__).parents[2] / "resources" / "desktop" / f"{APPLICATION_ID}.desktop"
PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
from otnet_desktop.app import resources
from otnet_desktop.app.identity import give_icon, introduce
app = QApplication(sys.argv)
resources.offer_to_qt()
introduce(app)
give_icon(app)
window = QMainWindow()
window.show()
app.exec()
"""


def entry_value(key: str) -> str:
    return next(line.partition("=")[2] for line in ENTRY.read_text().splitlines() if line.startswith(f"{key}="))


def test_a_panel_can_tell_whose_windows_they_are(desktop: StartDesktop, tmp_path: Path) -> None:
    """A panel matches a window's class with the desktop entry, and so finds its icon and groups its windows."""
    desk = desktop(tray="none", notify="none", a11y=False)
    program = tmp_path / "otnet-desktop"
    program.write_text(PROGRAM)
    desk.start("env", f"PYTHONPATH={Path.cwd()}", sys.executable, program)
    wait_for("the window", desk.windows, 10)
    [line] = desk.ask("wmctrl", "-lx").splitlines()
    window, _desktop, names = line.split()[:3]
    assert entry_value("StartupWMClass") in names
    assert entry_value("Icon") == APPLICATION_ID
    assert DISPLAY_NAME in line
    assert "_NET_WM_ICON(CARDINAL)" in desk.ask("xprop", "-id", window, "_NET_WM_ICON")


def test_a_desktop_starts_what_the_autostart_entry_says(
    desktop: StartDesktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desktop(tray="none", notify="none", a11y=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", desk.environment["XDG_CONFIG_HOME"])
    folder = tmp_path / "with $HOME 'ü' \\ dir"
    folder.mkdir()
    program, told = folder / "otnet-desktop", tmp_path / "told"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}"\n')
    program.chmod(0o755)
    autostart.turn_on([str(program), "--data-dir", "/home/a b/`c`/50%"])
    desk.ask("gio", "launch", autostart.entry_path())
    wait_for("the program's start", lambda: told.exists() and told.read_text().endswith("--hidden\n"), 10)
    assert told.read_text().splitlines() == ["--data-dir", "/home/a b/`c`/50%", "--hidden"]
