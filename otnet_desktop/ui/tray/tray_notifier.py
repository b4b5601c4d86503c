"""Notifications as a balloon of the tray icon: Windows, macOS, and desktops with an old tray and no daemon."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from otnet_desktop.ui.tray.notice import DEFAULT_ACTION, ActionHandler, Notice
from otnet_desktop.ui.tray.notifier import RefusalHandler
from otnet_desktop.ui.tray.panel import as_markup, is_drawn_by_panel

SHOWN_MS = 15_000


class TrayNotifier(QObject):
    """One balloon at a time, without buttons; pressing it is the default action.

    Qt says that every tray supports messages, even without a tray, so only the tray itself is believed.
    """

    name = "the tray icon"
    on_action: ActionHandler
    on_refused: RefusalHandler

    def __init__(self, tray: QSystemTrayIcon) -> None:
        super().__init__(tray)
        self._tray = tray
        self._shown = ""
        tray.messageClicked.connect(self._pressed)

    def is_available(self) -> bool:
        """Whether a tray is there and our icon in it."""
        return QSystemTrayIcon.isSystemTrayAvailable() and self._tray.isVisible()

    def show(self, notice: Notice) -> None:
        """Show it in place of whatever was shown."""
        self._shown = notice.id
        # Over the bus Qt passes on what it gets, and whoever shows it there reads markup.
        body = as_markup(notice.body) if is_drawn_by_panel(self._tray) else notice.body
        # Our own icon: Qt's standard ones replace the tray's icon while the balloon is up.
        self._tray.showMessage(notice.title, body, self._tray.icon(), SHOWN_MS)

    def withdraw(self, notice_id: str) -> None:
        """A balloon cannot be taken back, but pressing it does nothing any more."""
        if self._shown == notice_id:
            self._shown = ""

    def close(self) -> None:
        """No more presses."""
        self._shown = ""

    def _pressed(self) -> None:
        if self._shown:
            self.on_action(self._shown, DEFAULT_ACTION)
