"""The environment of everything on one desktop: folders of its own, and of the caller's only what is harmless."""

from __future__ import annotations

import os
from pathlib import Path

from tests.desktop.rig.kind import DesktopKind

FOLDERS = ("runtime", "config", "data", "cache", "state", "home", "log", "services")
KEPT = ("PATH", "LANG", "LC_ALL", "LC_TIME", "TZ", "TERM", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV")
KEPT_BEGINNINGS = ("QT_", "OTNET_", "COVERAGE_")


def make(kind: DesktopKind, root: Path) -> dict[str, str]:
    """Make the desktop's folders under ``root`` and say where they are."""
    for name in FOLDERS:
        (root / name).mkdir(mode=0o700)
    made = {key: value for key, value in os.environ.items() if key in KEPT or key.startswith(KEPT_BEGINNINGS)}
    made.pop("QT_QPA_PLATFORM", None)
    made.setdefault("LANG", "C.UTF-8")
    made.update(
        USER="tester",
        HOME=str(root / "home"),
        XDG_RUNTIME_DIR=str(root / "runtime"),
        XDG_CONFIG_HOME=str(root / "config"),
        XDG_DATA_HOME=str(root / "data"),
        XDG_CACHE_HOME=str(root / "cache"),
        XDG_STATE_HOME=str(root / "state"),
        XDG_CURRENT_DESKTOP=kind.desktop_name,
        XDG_SESSION_TYPE="x11",
        LIBGL_ALWAYS_SOFTWARE="1",
        NO_AT_BRIDGE="0" if kind.a11y else "1",
        # Unset is not enough for "no bus": programs would look for one or start their own.
        DBUS_SESSION_BUS_ADDRESS=f"unix:path={root}/runtime/bus" if kind.bus else "disabled:",
    )
    if kind.a11y:
        made["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    return made | kind.environment
