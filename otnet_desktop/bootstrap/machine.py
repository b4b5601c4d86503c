"""What the machine itself must bring: ``ensurepip``, and the shared libraries that Qt's wheels do not carry.

On Debian and its relatives the packages are installed when that is allowed without asking anybody (root, or sudo
without a password). Everywhere else the one line to type is said.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

from otnet_desktop.bootstrap.place import give_up

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Needed as soon as Qt is loaded, also without a display: shared library -> Debian package."""

WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Needed for a window on X11 or Wayland."""


def prepare() -> None:
    """Return when a virtual environment can be made and Qt be loaded; leave with status 3 otherwise."""
    pip = [] if importlib.util.find_spec("ensurepip") else [_venv_package()]
    libraries: dict[str, str] = {}
    on_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform == "linux":
        libraries = missing(QT_LIBRARIES | WINDOW_LIBRARIES)
    packages = [*pip, *libraries.values()]
    if not packages or install(packages):
        return
    needed = [package for soname, package in libraries.items() if on_display or soname in QT_LIBRARIES]
    if pip or needed:
        give_up(*how_to_install([*pip, *needed]))


def missing(libraries: dict[str, str]) -> dict[str, str]:
    """Those of ``libraries`` that cannot be loaded here."""
    return {soname: package for soname, package in libraries.items() if not _loads(soname)}


def install(packages: list[str]) -> bool:
    """Install Debian packages if that is allowed without asking; say so, as it changes the machine."""
    command = _apt()
    if not command:
        return False
    print(f"OTnet Desktop installs system packages: {' '.join(packages)}", file=sys.stderr, flush=True)
    wanted = [*command, "install", "-y", "--no-install-recommends", *packages]
    return _quiet(wanted) or (_quiet([*command, "update"]) and _quiet(wanted))  # its lists may be old, or not there yet


def how_to_install(packages: list[str]) -> tuple[str, str]:
    """A sentence, and the one line to type."""
    missing_here = "OTnet Desktop needs system packages that are missing here."
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        return f"{missing_here} On Debian they are called:", f"    {names}"
    line = f"apt-get install -y --no-install-recommends {names}"
    if os.geteuid() != 0:
        line = f"sudo {line}" if shutil.which("sudo") else f"su -c '{line}'"
    return f"{missing_here} Please type this line, then start again:", f"    {line}"


def _venv_package() -> str:
    if sys.base_prefix != "/usr":
        give_up(f"The Python in {sys.base_prefix} has no ensurepip; please start OTnet Desktop with a complete Python.")
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def _apt() -> list[str]:
    """``apt-get`` as this user may call it; empty where nobody may."""
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return []
    # env: sudo drops the caller's variables
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    if os.geteuid() == 0:
        return apt
    if shutil.which("sudo") and _quiet(["sudo", "-n", "true"]):
        return ["sudo", "-n", *apt]
    return []


def _quiet(command: list[str]) -> bool:
    nothing = subprocess.DEVNULL
    return subprocess.run(command, check=False, stdin=nothing, stdout=nothing, stderr=nothing).returncode == 0


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
