"""The connection to the bus where there is none, or one that behaves badly. A real one: ``tests/desktop``."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from otnet_desktop.ui.tray import session_bus
from otnet_desktop.ui.tray.session_bus import SessionBus


@pytest.fixture
def bus(qapp: QCoreApplication) -> Iterator[SessionBus]:
    made = SessionBus(lambda _member, _arguments: None, lambda: None)
    yield made
    made.close()


@pytest.mark.parametrize(
    "address", ["disabled:", "nonsense", "tcp:host=localhost,port=1", "unix:path=/nobody/here", ";"]
)
def test_no_bus_is_no_trouble(
    bus: SessionBus, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with caplog.at_level(logging.INFO):
        assert not bus.connect_now()
    assert "no session bus" in caplog.text
    bus.listen("type='signal'")  # nobody hears it


def test_without_an_address_the_runtime_folder_is_tried(
    bus: SessionBus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert session_bus._address() == f"unix:path={tmp_path}/bus"
    assert not bus.connect_now()


def test_a_bus_that_says_nothing_is_not_waited_for(
    bus: SessionBus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(session_bus, "SIGN_ON_S", 0.1)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{tmp_path}/bus")
        server.listen()
        assert not bus.connect_now()


def test_a_bus_that_hangs_up_is_told_once(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
    lost: list[bool] = []
    errors: list[str] = []
    bus = SessionBus(lambda _member, _arguments: None, lambda: lost.append(True))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{tmp_path}/bus")
        server.listen()
        hanging_up = threading.Thread(target=_sign_on_and_hang_up, args=(server,))
        hanging_up.start()
        assert bus.connect_now()
        bus.call(
            ("org.example.Name", "/path", "org.example.Name"), "Method", answer=(lambda _answer: None, errors.append)
        )
        hanging_up.join()
    while bus.is_connected:
        qapp.processEvents()
    assert lost == [True]
    assert errors == []  # whoever waited hears it from whoever owns the bus
    assert not bus.connect_now()
    bus.close()


def _sign_on_and_hang_up(server: socket.socket) -> None:
    """The bus's half of the sign-on: https://dbus.freedesktop.org/doc/dbus-specification.html#auth-protocol."""
    line, _ = server.accept()
    with line:
        heard = b""
        while b"AUTH" not in heard or not heard.endswith(b"\r\n"):
            heard += line.recv(1024)
        line.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
        while b"Hello" not in heard:
            heard += line.recv(1024)
