"""What tests need of the machine: a throw-away X display with a window manager, a tray and notices; a C compiler."""

from __future__ import annotations

import shutil
import subprocess
import sys

from otnet_desktop.bootstrap.machine import QT_LIBRARIES, WINDOW_LIBRARIES, how_to_install, install

DESKTOP_PACKAGES = (
    "adwaita-icon-theme", "at-spi2-core", "dbus-bin", "dbus-daemon", "dunst", "fonts-noto-core", "gir1.2-atspi-2.0",
    "gnome-themes-extra", "imagemagick", "libglib2.0-bin", "openbox", "procps", "python3-gi", "trayer",
    "wmctrl", "x11-utils", "xauth", "xdotool", "xfce4-notifyd", "xfce4-panel", "xsettingsd",
    "xvfb",
)  # fmt: skip


COMPILER_PACKAGES = ("gcc", "libc6-dev")
"""For the recorder of ``tests/campaigns/power``."""


def prepare_desktop() -> None:
    """Install what is missing where that is allowed; otherwise say why the desktop tests will be skipped."""
    if sys.platform != "linux" or shutil.which("dpkg-query") is None:
        return
    wanted = [*DESKTOP_PACKAGES, *COMPILER_PACKAGES, *QT_LIBRARIES.values(), *WINDOW_LIBRARIES.values()]
    absent = sorted(set(wanted) - _installed(wanted))
    if absent and not install(absent):
        print("The tests on a real desktop will be skipped.", *how_to_install(absent), sep="\n", file=sys.stderr)


def _installed(packages: list[str]) -> set[str]:
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package} ${Provides}\n", *packages]
    lines = subprocess.run(query, check=False, capture_output=True, text=True).stdout.splitlines()
    return {name.strip(",") for line in lines if line.startswith("installed ") for name in line.split()[1:]}
