"""What the machine offers for a window is said before Qt is asked. On a real X server: ``tests/desktop``."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from otnet_desktop.app import display
from otnet_desktop.app.display import FINE, DisplayState, Verdict, probe

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only Linux and its kin can lack a display")


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Path]:
    """A socket that takes every call, as a Wayland display does."""
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        yield path


def test_neither_display_variable_means_no_display() -> None:
    verdict = probe({})
    assert verdict.state is DisplayState.ABSENT
    assert "WAYLAND_DISPLAY" in verdict.sentence


@pytest.mark.parametrize("platform", ["offscreen", "minimal:x=1", "vnc:size=800x600", "xcb;offscreen"])
def test_a_platform_that_needs_no_display_is_respected(platform: str) -> None:
    assert probe({"QT_QPA_PLATFORM": platform}) == FINE


def test_a_display_nobody_serves_is_named(tmp_path: Path) -> None:
    name = str(tmp_path / "nobody")
    assert probe({"DISPLAY": name}) == Verdict(DisplayState.SILENT, name)
    assert name in probe({"DISPLAY": name}).sentence


@pytest.mark.skipif(sys.platform != "linux", reason="a socket without a file is Linux's own")
def test_a_display_that_says_nothing_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "PATIENCE_S", 0.1)
    before = set(threading.enumerate())
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(f"\0/tmp/.X11-unix/X{os.getpid()}")
        silent.listen()
        assert probe({"DISPLAY": f":{os.getpid()}"}) == Verdict(DisplayState.SILENT, f":{os.getpid()}")
        waiting = set(threading.enumerate()) - before
        assert len(waiting) == 1
    waiting.pop().join(5)  # hanging up ends the call


def test_a_wayland_display_is_found_by_its_socket(listener: Path) -> None:
    environ = {"WAYLAND_DISPLAY": listener.name, "XDG_RUNTIME_DIR": str(listener.parent)}
    assert probe(environ) == FINE
    assert probe({"WAYLAND_DISPLAY": str(listener)}) == FINE


def test_a_wayland_display_nobody_serves_is_named(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert probe(environ) == Verdict(DisplayState.SILENT, "wayland-9")


def test_one_display_that_answers_is_enough(listener: Path, tmp_path: Path) -> None:
    assert probe({"WAYLAND_DISPLAY": str(listener), "DISPLAY": str(tmp_path / "nobody")}) == FINE


def test_a_display_that_was_not_asked_for_does_not_count(listener: Path) -> None:
    environ = {"WAYLAND_DISPLAY": str(listener), "QT_QPA_PLATFORM": "xcb"}
    assert probe(environ).state is DisplayState.ABSENT


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    """Away from its folder, Qt's plugin does not find the libraries it brings. A process of its own: none is loaded."""
    folder = display._plugins()
    assert folder is not None
    shutil.copy(folder / "libqxcb.so", tmp_path)
    code = (
        "import sys; from pathlib import Path; from otnet_desktop.app.display import probe;"
        "verdict = probe({'DISPLAY': ':0'}, Path(sys.argv[1])); print(verdict.state, verdict.what, sep='|')"
    )
    answer = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True).stdout
    state, library = answer.strip().split("|")
    assert state == DisplayState.LIBRARY_MISSING
    assert library.startswith("libQt6")


def test_the_package_of_a_missing_library_is_told() -> None:
    verdict = Verdict(DisplayState.LIBRARY_MISSING, "libxcb-cursor.so.0")
    assert verdict.sentence.endswith("(on Debian and Ubuntu: apt install libxcb-cursor0).")


def test_the_verdict_needs_no_qt() -> None:
    code = (
        "import sys; from otnet_desktop.app.display import probe; probe({'DISPLAY': '/nobody'});"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
