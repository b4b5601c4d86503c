"""The programs a desktop is made of. The Debian packages stand in ``tests/machine.py``."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.desktop.rig.kind import DesktopKind

# Daemons that are not on the PATH; the middle of the path differs between machines.
AT_SPI = "/usr/libexec/at-spi-bus-launcher"
XFCONF = "/usr/lib/*/xfce4/xfconf/xfconfd"
NOTIFYD = "/usr/lib/*/xfce4/notifyd/xfce4-notifyd"
SYSTEM_PYTHON = "/usr/bin/python3"
"""The one that has ``gi``, through which a screen reader's view is read."""

ALWAYS = (
    "Xvfb",
    "dbus-daemon",
    "dbus-monitor",
    "gdbus",
    "xdotool",
    "xprop",
    "xwininfo",
    "wmctrl",
    "import",
    "convert",
    "xsettingsd",
)


def where_is(program: str) -> str:
    """Path of ``program``: a name on the PATH or a pattern; empty when it is not there."""
    if program.startswith("/"):
        return next(iter(sorted(map(str, Path("/").glob(program[1:])))), "")
    return shutil.which(program) or ""


def missing(kind: DesktopKind) -> list[str]:
    """Programs that ``kind`` needs and this machine lacks."""
    wanted = [*ALWAYS]
    if kind.wm != "none":
        wanted.append(kind.wm)
    if kind.tray != "none":
        wanted.append({"panel": "xfce4-panel", "trayer": "trayer"}[kind.tray])
    if kind.notify != "none":
        wanted.append({"dunst": "dunst", "xfce": NOTIFYD}[kind.notify])
    if kind.tray == "panel" or kind.notify == "xfce":
        wanted.append(XFCONF)
    if kind.a11y:
        wanted += [AT_SPI, SYSTEM_PYTHON]
    return [program for program in wanted if not where_is(program)]
