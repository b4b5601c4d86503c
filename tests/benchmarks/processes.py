"""Programs started for measuring, and what the kernel knows of them (Linux)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.house.source import CHECKOUT

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
def painted():
    print("painted", flush=True)
    sys.stdin.read(1)
    print(*sys.modules, flush=True)
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
"""The limit: nothing but a window. It waits for a character after its first frame, then goes on until it is ended."""

OURS = """
import runpy, sys
from otnet_desktop.app import window
class Start(window.Start):
    def _furnish(self):
        print("painted", flush=True)
        sys.stdin.read(1)
        print(*sys.modules, flush=True)
        super()._furnish()
window.Start = Start
runpy.run_module("otnet_desktop", run_name="__main__", alter_sys=True)
"""
"""The program as ``python -m otnet_desktop`` starts it, with the same halt after its first frame."""

WHOLE = """
import runpy, sys
from otnet_desktop.app import window
class Start(window.Start):
    def _go_on(self):
        super()._go_on()
        self._window.repaint()
        print("painted", flush=True)
        sys.stdin.read(1)
        print(*sys.modules, flush=True)
window.Start = Start
runpy.run_module("otnet_desktop", run_name="__main__", alter_sys=True)
"""
"""The same, with the halt when every pane is there and painted."""


@dataclass(frozen=True, slots=True)
class Started:
    """A program that runs, and how long its first frame took: seconds by the clock, and of all its threads' work."""

    process: subprocess.Popen[str]
    wall: float
    cpu: float

    def go_on(self) -> list[str]:
        """Let it live on after its first frame; the modules it had loaded for it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().split()

    @property
    def memory(self) -> int:
        """Bytes it needs: its own, and its part of what it shares (PSS)."""
        text = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) * 1024


@contextmanager
def started(program: str, *arguments: str) -> Iterator[Started]:
    """A program from its start to its first frame, and ended afterwards."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | surroundings(),
    )
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        wall = time.perf_counter() - began
        assert said == "painted\n", "the program ended before its first frame"
        yield Started(process, wall, cpu_of(process.pid))
    finally:
        process.kill()
        process.communicate()


def surroundings() -> dict[str, str]:
    """The display there is, or none at all, and no word about what that cannot do."""
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    silent = {"QT_LOGGING_RULES": "default.warning=false;qt.core.qobject.connect=false"}
    return silent if has_display else silent | {"QT_QPA_PLATFORM": "offscreen"}


def settle(pid: int, calm: float = 1.0) -> None:
    """Wait until a process has done nothing worth mentioning for ``calm`` seconds."""
    before = -1.0
    while (now := cpu_of(pid)) - before > 0.002:
        before = now
        time.sleep(calm)


def cpu_of(pid: int) -> float:
    """Seconds all threads of a process have worked so far, finer than the clock's ticks."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9


def switches_of(pid: int) -> int:
    """How often threads of a process lay down to sleep of their own will."""
    told = [task.read_text(encoding="ascii") for task in Path(f"/proc/{pid}/task").glob("*/status")]
    return sum(int(text.partition("\nvoluntary_ctxt_switches:")[2].split()[0]) for text in told)


def ticks_of(pid: int) -> int:
    """Clock ticks (mostly 10 ms) charged to a process so far."""
    told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(told[11]) + int(told[12])
