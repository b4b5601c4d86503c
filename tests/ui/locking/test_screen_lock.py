"""The desktop tells, on a bus of its own, that its screen is locked."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.locking.screen_lock import SAVERS, ScreenLock

CONFIGURATION = """<busconfig><type>session</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/></policy>
</busconfig>"""


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon on this machine")
    (tmp_path / "bus.conf").write_text(CONFIGURATION.format(path=tmp_path / "bus"))
    command = [daemon, f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        yield address
        running.terminate()


@pytest.fixture
def screen(qapp: object) -> Iterator[ScreenLock]:
    made = ScreenLock()
    yield made
    made.stop()


def tell(address: str, interface: str, member: str, *arguments: bool) -> None:
    """As the desktop does."""
    from jeepney import DBusAddress, new_signal  # type: ignore[import-untyped]
    from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

    with open_dbus_connection(address) as connection:
        emitter = DBusAddress("/org/example", interface=interface)
        connection.send(new_signal(emitter, member, "b" * len(arguments) or None, arguments))


@pytest.mark.parametrize(
    ("interface", "member", "arguments"),
    [
        *((saver, "ActiveChanged", (True,)) for saver in SAVERS),
        ("org.freedesktop.login1.Session", "Lock", ()),
        ("org.freedesktop.login1.Manager", "PrepareForSleep", (True,)),
    ],
)
def test_a_locked_screen_is_heard(
    qtbot: QtBot, screen: ScreenLock, bus: str, interface: str, member: str, arguments: tuple[bool, ...]
) -> None:
    screen.start()
    screen.start()  # once more is no second ear
    heard: list[bool] = []
    screen.locked.connect(lambda: heard.append(True))
    tell(bus, interface, member, False) if arguments else None
    tell(bus, interface, member, *arguments)
    qtbot.waitUntil(lambda: heard == [True])


def test_without_a_bus_nothing_is_heard(screen: ScreenLock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nobody/here")
    screen.start()
    screen.stop()
