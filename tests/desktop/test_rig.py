"""The rig itself: what the other tests stand on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.conftest import StartDesktop
from tests.desktop.rig.kind import DesktopKind
from tests.desktop.rig.needs import missing
from tests.desktop.rig.notes import Note, read
from tests.desktop.rig.processes import RigError, wait_for
from tests.desktop.rig.session import ROOT
from tests.desktop.small import TITLE, Small

MONITORED = """\
signal time=1.0 sender=org.freedesktop.DBus -> destination=:1.5 serial=2 path=/; interface=i; member=NameAcquired
   string ":1.5"
method call time=2.0 sender=:1.7 -> destination=:1.3 serial=4 path=/o; interface=i; member=Notify
   string "OTnet"
   uint32 3
   string "icon"
   string "Two
lines"
   string "say \\"hello\\""
   array [
      string "default"
      string "Open"
   ]
   array [
      dict entry(
         string "urgency"
         variant             byte 1
      )
   ]
   int32 -1
signal time=3.0 sender=:1.3 -> destination=(null destination) serial=9 path=/o; interface=i; member=ActionInvoked
   uint32 3
   string "default"
signal time=4.0 sender=:1.3 -> destination=(null destination) serial=10 path=/o; interface=i; member=NotificationClosed
   uint32 3
   uint32 2
"""


def test_what_the_bus_monitor_wrote_is_read_back() -> None:
    assert read(MONITORED) == [
        Note("asked", 3, "Two\nlines", 'say \\"hello\\"', ("default", "Open"), icon="icon"),
        Note("pressed", 3, action="default"),
        Note("gone", 3),
    ]


@pytest.mark.parametrize("wm", ["openbox", "none"])
def test_a_program_is_seen_and_used(desktop: StartDesktop, tmp_path: Path, wm: str) -> None:
    desk = desktop(wm=wm, tray="none", notify="none", dark=True, size="1024x768")
    Small(desk, tmp_path).ready()
    [app] = desk.tree("small-app")
    assert [child["name"] for child in app["children"]] == [TITLE]
    assert desk.audit("small-app") == []
    with pytest.raises(RigError, match="nothing accessible"):
        desk.click_on("push button", "not there", patience=0)
    desk.picture(tmp_path / "screen.png")
    assert "1024x768" in desk.ask("identify", tmp_path / "screen.png")


def test_nothing_outlives_whoever_asked_for_it(desktop: StartDesktop, tmp_path: Path) -> None:
    desktop()  # skips where there is nothing to start
    asker = subprocess.run(
        [sys.executable, "-c", ASKER], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )
    root, *pids = asker.stdout.split()
    assert asker.returncode == -9
    wait_for("the end of everything", lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids), 20)
    wait_for("the end of its folder", lambda: not Path(root).exists(), 20)


ASKER = """
import os, signal
from tests.desktop.rig.kind import DesktopKind
from tests.desktop.rig.session import Desktop
desk = Desktop(DesktopKind())
print(desk.root, *desk._pids.values(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert {"Xvfb", "openbox", "dunst"} <= set(missing(DesktopKind()))
    assert "dunst" not in missing(DesktopKind(notify="none"))
