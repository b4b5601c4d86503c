"""Notifications by ``org.freedesktop.Notifications``, which works without a tray and gives buttons.

The specification: https://specifications.freedesktop.org/notification-spec/latest/
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from otnet_desktop.ui.tray.notice import DEFAULT_ACTION, ActionHandler, Notice
from otnet_desktop.ui.tray.notifier import RefusalHandler
from otnet_desktop.ui.tray.panel import as_markup
from otnet_desktop.ui.tray.session_bus import Arguments, SessionBus

log = logging.getLogger(__name__)

NAME = "org.freedesktop.Notifications"
DAEMON = (NAME, "/org/freedesktop/Notifications", NAME)
SIGNALS = f"type='signal',sender='{NAME}',interface='{NAME}'"
OWNER = f"type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{NAME}'"
DAEMON_DECIDES = -1


class DBusNotifier(QObject):
    """Nothing here waits: the daemon's abilities, its numbers and its refusals arrive through the event loop.

    ``app_name`` is shown to people, ``desktop_file`` is the desktop entry's name without its ending and that of the
    icon in a theme, and ``icon`` our own picture, for where no theme has one.
    """

    name = "the desktop's notification service"
    on_action: ActionHandler
    on_refused: RefusalHandler

    def __init__(self, app_name: str, desktop_file: str, icon: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app_name = app_name
        self._desktop_file = desktop_file
        self._icon = icon.as_uri()
        self._bus = SessionBus(self._hear, self._bus_lost, self)
        self._abilities: frozenset[str] | None = None
        self._is_absent = False
        self._waiting: dict[str, Notice] = {}
        """Not sent yet (the abilities are not known) or sent and not acknowledged."""
        self._numbers: dict[str, int] = {}
        """The daemon's number of each notice of ours that may still be shown."""
        self._withdrawn: set[str] = set()
        """Taken back before the daemon had said the number."""

    def is_available(self) -> bool:
        """Whether there is a bus; that no daemon answers on it turns out when one is asked, and is remembered."""
        if not self._bus.is_connected:
            self._is_absent = False
            if not self._bus.connect_now():
                return False
            self._bus.listen(SIGNALS)
            self._bus.listen(OWNER)
            self._ask_abilities()
        return not self._is_absent

    def show(self, notice: Notice) -> None:
        """Send it; ``on_refused`` hears of it when no daemon takes it."""
        self._withdrawn.discard(notice.id)
        self._waiting[notice.id] = notice
        if self._abilities is not None:
            self._send(notice)

    def withdraw(self, notice_id: str) -> None:
        """Take it back if it is still there."""
        number = self._numbers.pop(notice_id, 0)
        if number:
            self._bus.call(DAEMON, "CloseNotification", "u", (number,))
        if notice_id in self._waiting:
            self._withdrawn.add(notice_id)

    def close(self) -> None:
        """Take back what is shown, as nobody would answer its buttons any more, and sign off."""
        for notice_id in list(self._numbers):
            self.withdraw(notice_id)
        self._bus.close()

    def _ask_abilities(self) -> None:
        self._abilities = None
        self._bus.call(DAEMON, "GetCapabilities", answer=(self._abilities_told, self._nobody_there))

    def _abilities_told(self, answer: Arguments) -> None:
        self._abilities = frozenset(answer[0])
        log.info("The notification service can do: %s.", ", ".join(sorted(self._abilities)))
        for notice in list(self._waiting.values()):
            self._send(notice)

    def _send(self, notice: Notice) -> None:
        abilities = self._abilities or frozenset()
        title, body = _sendable(notice.title), _sendable(notice.body)
        body = as_markup(body) if "body-markup" in abilities else body
        buttons: list[str] = []
        if "actions" in abilities:
            # Pressing the notification itself: all there is where a daemon draws no buttons. Xfce draws one for it
            # too, beside ours for the same, unless it has no label.
            buttons = [DEFAULT_ACTION, "" if notice.actions else notice.default_label]
            buttons += [text for action in notice.actions for text in action]
        hints = {
            "urgency": ("y", int(notice.urgency)),
            "desktop-entry": ("s", self._desktop_file),
            "image-path": ("s", self._icon),
        }
        replaces = self._numbers.get(notice.id, 0)
        self._bus.call(
            DAEMON,
            "Notify",
            "susssasa{sv}i",
            (self._app_name, replaces, self._desktop_file, title, body, buttons, hints, DAEMON_DECIDES),
            (partial(self._shown, notice), partial(self._not_shown, notice)),
        )

    def _shown(self, notice: Notice, answer: Arguments) -> None:
        if self._waiting.get(notice.id) is notice:
            del self._waiting[notice.id]
        self._numbers[notice.id] = answer[0]
        if notice.id in self._withdrawn:
            self._withdrawn.discard(notice.id)
            self.withdraw(notice.id)

    def _not_shown(self, notice: Notice, error: str) -> None:
        if error.startswith("org.freedesktop.DBus.Error."):
            self._nobody_there(error)
        elif self._waiting.get(notice.id) is notice:
            # The daemon itself does not want this one (too many at once, for example); the next may be welcome.
            log.info("The notification service refused a notice: %s.", error)
            del self._waiting[notice.id]
            self.on_refused(notice)

    def _nobody_there(self, error: str) -> None:
        log.info("There is no notification service: %s.", error)
        self._is_absent = True
        self._give_up_waiting()

    def _bus_lost(self) -> None:
        self._numbers.clear()
        self._give_up_waiting()

    def _give_up_waiting(self) -> None:
        waiting = [notice for notice in self._waiting.values() if notice.id not in self._withdrawn]
        self._waiting.clear()
        self._withdrawn.clear()
        for notice in waiting:
            self.on_refused(notice)

    def _hear(self, member: str, arguments: Arguments) -> None:
        match member:
            case "ActionInvoked":
                if notice_id := self._ours(arguments[0]):
                    self.on_action(notice_id, arguments[1])
            case "NotificationClosed":
                if notice_id := self._ours(arguments[0]):
                    del self._numbers[notice_id]
            case "NameOwnerChanged":
                self._daemon_changed(is_there=bool(arguments[2]))

    def _ours(self, number: int) -> str:
        """The signals of every program's notices come to all of them."""
        return next((notice_id for notice_id, known in self._numbers.items() if known == number), "")

    def _daemon_changed(self, *, is_there: bool) -> None:
        self._numbers.clear()  # another daemon counts anew
        self._abilities = None
        self._is_absent = not is_there
        if is_there:
            self._ask_abilities()


def _sendable(text: str) -> str:
    """Without what makes the bus hang up on us (a zero, half a character) or is in no markup (other such signs)."""
    kept = "".join(sign for sign in text if sign >= " " or sign in "\t\n")
    return kept.encode("utf-8", "replace").decode()
