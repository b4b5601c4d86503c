"""The desktop's session bus, driven by Qt's event loop and never waited for.

QtDBus is no help: from Python it cannot send the unsigned numbers that notifications want. So the bytes are jeepney's
and the waiting is Qt's: a socket notifier reads what arrives and hands each reply to whoever asked.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier

log = logging.getLogger(__name__)

SIGN_ON_S = 1.0
"""Longest wait for a bus that takes the call and says nothing; a living one needs under a millisecond."""

Arguments = tuple[Any, ...]
OnReply = Callable[[Arguments], None]
OnError = Callable[[str], None]
OnSignal = Callable[[str, Arguments], None]


class SessionBus(QObject):
    """A connection made when first needed and again after it was lost.

    ``on_signal(member, arguments)`` hears the signals asked for with ``listen``; ``on_lost()`` hears that the bus is
    gone, and with it every call that had no answer yet. ``address`` tells of another bus than the session's.
    """

    def __init__(
        self,
        on_signal: OnSignal,
        on_lost: Callable[[], None],
        parent: QObject | None = None,
        *,
        address: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._address = address or _address
        self._on_signal = on_signal
        self._on_lost = on_lost
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._parser: Any = None
        self._serial = 0
        self._waiting: dict[int, tuple[OnReply, OnError]] = {}

    @property
    def is_connected(self) -> bool:
        """Whether there is a bus on the line."""
        return self._socket is not None

    def connect_now(self) -> bool:
        """Sign on unless that is done; whether there is a bus."""
        if self._socket is not None:
            return True
        try:
            from jeepney import Parser  # type: ignore[import-untyped]
            from jeepney.bus import get_bus  # type: ignore[import-untyped]
            from jeepney.io.blocking import prep_socket  # type: ignore[import-untyped]

            self._socket = prep_socket(get_bus(self._address()), timeout=SIGN_ON_S)
        except (ImportError, OSError, KeyError, ValueError, RuntimeError) as err:
            # No library (other systems), nobody there, no address, a kind of address jeepney does not know.
            log.info("There is no session bus: %s", err)
            return False
        self._socket.settimeout(SIGN_ON_S)
        self._parser = Parser()
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self.call_bus("Hello")
        return self._socket is not None

    def listen(self, rule: str) -> None:
        """Ask the bus for the signals that match ``rule`` (a D-Bus match rule)."""
        self.call_bus("AddMatch", "s", (rule,))

    def call_bus(self, method: str, signature: str = "", arguments: Arguments = ()) -> None:
        """Call the bus itself; nobody waits for what it answers."""
        bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        self.call(bus, method, signature, arguments)

    def call(
        self,
        to: tuple[str, str, str],
        method: str,
        signature: str = "",
        arguments: Arguments = (),
        answer: tuple[OnReply, OnError] | None = None,
    ) -> None:
        """Call ``method`` of ``to`` (name, path, interface); ``answer`` hears the reply or the error's name."""
        from jeepney import DBusAddress, new_method_call

        if self._socket is None:
            return
        name, path, interface = to
        message = new_method_call(DBusAddress(path, bus_name=name, interface=interface), method, signature, arguments)
        self._serial += 1
        if answer is not None:
            self._waiting[self._serial] = answer
        try:
            self._socket.sendall(message.serialise(serial=self._serial))
        except OSError as err:
            self._lose(err)

    def close(self) -> None:
        """Sign off; no callback is called any more."""
        self._waiting.clear()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
        if self._socket is not None:
            self._socket.close()
        self._socket = self._notifier = self._parser = None

    def _read(self) -> None:
        if self._socket is None or self._parser is None:
            return
        try:
            data = self._socket.recv(65536)
            if not data:
                raise ConnectionResetError("the bus hung up")
            self._parser.add_data(data)
            messages = list(iter(self._parser.get_next_message, None))
        except (OSError, ValueError) as err:
            self._lose(err)
            return
        for message in messages:
            self._take(message)

    def _take(self, message: Any) -> None:  # noqa: ANN401  (jeepney has no types)
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        kind = message.header.message_type
        if kind is MessageType.signal:
            self._on_signal(fields.get(HeaderFields.member, ""), message.body)
            return
        on_reply, on_error = self._waiting.pop(fields.get(HeaderFields.reply_serial, -1), (None, None))
        if kind is MessageType.method_return and on_reply is not None:
            on_reply(message.body)
        elif kind is MessageType.error and on_error is not None:
            on_error(fields.get(HeaderFields.error_name, ""))

    def _lose(self, err: Exception) -> None:
        log.info("The session bus is gone: %s", err)
        self.close()
        self._on_lost()


def _address() -> str:
    """Where the bus is; since systemd, in the user's runtime folder unless something else is said."""
    said = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    return said or f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '')}/bus"
