"""Hears when the screen is locked, or the computer is about to sleep, by the desktop's buses.

Public: ``ScreenLock()`` with ``start()``, ``stop()`` and the signal ``locked``. Without a bus nothing is heard.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject, Signal

from otnet_desktop.ui.tray.session_bus import Arguments, SessionBus

SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.xfce.ScreenSaver")
SESSION_RULES = tuple(f"type='signal',interface='{saver}',member='ActiveChanged'" for saver in SAVERS)
SYSTEM_RULES = (
    "type='signal',interface='org.freedesktop.login1.Session',member='Lock'",
    "type='signal',interface='org.freedesktop.login1.Manager',member='PrepareForSleep'",
)


class ScreenLock(QObject):
    """Both buses: desktops tell the one, the login manager the other."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = SessionBus(self._hear, self._lost, self)
        self._system = SessionBus(self._hear, self._lost, self, address=system_address)
        self.is_on = False
        """Whether it listens, where there is something to listen to."""

    def start(self) -> None:
        """Listen, where there is something to listen to."""
        self.is_on = True
        if sys.platform in ("win32", "darwin"):
            return
        for bus, rules in ((self._session, SESSION_RULES), (self._system, SYSTEM_RULES)):
            if not bus.is_connected and bus.connect_now():
                for rule in rules:
                    bus.listen(rule)

    def stop(self) -> None:
        """Sign off."""
        self.is_on = False
        for bus in (self._session, self._system):
            bus.close()

    def _hear(self, member: str, arguments: Arguments) -> None:
        begins = bool(arguments and arguments[0])
        if member == "Lock" or (member in ("ActiveChanged", "PrepareForSleep") and begins):
            self.locked.emit()

    def _lost(self) -> None:
        """It may come again at the next start."""


def system_address() -> str:
    """Where the bus of the whole computer is."""
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "unix:path=/var/run/dbus/system_bus_socket"
