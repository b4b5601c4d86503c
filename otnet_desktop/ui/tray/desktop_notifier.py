"""Which notifiers there are on this system, best first."""

from __future__ import annotations

import sys
from pathlib import Path

from otnet_desktop.ui.tray.dbus_notifier import DBusNotifier
from otnet_desktop.ui.tray.notifier import Backend, FirstThatWorks, Notifier
from otnet_desktop.ui.tray.silent_notifier import SilentNotifier
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.tray_notifier import TrayNotifier


def choose_notifier(tray: TrayIcon, app_name: str, desktop_file: str, icon: Path) -> Notifier:
    """The desktop's service where there is one, else the tray's balloon, else the window alone; looked at every time.

    ``app_name`` is for people, ``desktop_file`` the desktop entry's and its icon's name, ``icon`` our own.
    The log says which was chosen and which were passed over.
    """
    balloons = TrayNotifier(tray.system_icon)
    backends: list[Backend] = [balloons, SilentNotifier()]
    if sys.platform not in ("win32", "darwin"):
        backends.insert(0, DBusNotifier(app_name, desktop_file, icon, parent=tray))
    return FirstThatWorks(backends)
