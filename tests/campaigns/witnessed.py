"""A process of ``witness``, and what it says."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from tests.house.source import CHECKOUT

PATIENCE_S = 60


class Witnessed:
    """The program on ``folder``, by the clock that stands in a file beside it (see ``set_clock``)."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = [
            sys.executable,
            "-m",
            "tests.campaigns.witness",
            str(clock_beside(folder)),
            "--data-dir",
            str(folder),
        ]
        self.process = subprocess.Popen([*command, *options], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.strip())
        self._lines.put("")

    def next(self) -> str:
        """What it says next; empty at its end."""
        return self._lines.get(timeout=PATIENCE_S)

    def until(self, word: str, times: int = 1) -> list[str]:
        """What it says up to the line that begins so, which is the last; it must not end before."""
        said: list[str] = []
        while times:
            said.append(self.next())
            assert said[-1], f"it ended, after {said}"
            times -= said[-1].split()[0] == word
        return said

    def stop(self) -> None:
        """As a laptop stops a program when its lid is closed; back when it stands still."""
        self.process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED)

    def go_on(self) -> None:
        """The lid is open again."""
        self.process.send_signal(signal.SIGCONT)

    def end(self) -> int:
        """Ask it to end, as at log-out; its status."""
        self.process.send_signal(signal.SIGTERM)
        return self.status()

    def status(self) -> int:
        """With what it ended, or does so soon."""
        return self.process.wait(PATIENCE_S)

    def bury(self) -> None:
        """Whatever became of it, nothing is left."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def witnessed(folder: Path, *options: str) -> Iterator[Witnessed]:
    """The program for a while."""
    process = Witnessed(folder, *options)
    try:
        yield process
    finally:
        process.bury()


def clock_beside(folder: Path) -> Path:
    return folder.with_name("clock")


def set_clock(folder: Path, now: datetime) -> None:
    """Whoever reads meanwhile reads the old one or the new."""
    beside = clock_beside(folder)
    beside.with_suffix(".new").write_text(now.isoformat())
    beside.with_suffix(".new").replace(beside)
