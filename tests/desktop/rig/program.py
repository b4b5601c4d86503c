"""A program on a desktop: what it says, how it ends."""

from __future__ import annotations

import contextlib
import queue
import signal
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO

from tests.desktop.rig.processes import RigError

PATIENCE_S = 30.0


class Program:
    """One process; what it prints is collected line by line while it runs."""

    def __init__(self, argv: list[str], cwd: Path, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            argv,
            cwd=cwd,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        """Lines of standard output taken by ``wait_for_line`` so far."""
        self.complaints: list[str] = []
        """Lines of standard error so far."""
        self._readers = [
            threading.Thread(target=self._read, args=(self._process.stdout, self._lines.put)),
            threading.Thread(target=self._read, args=(self._process.stderr, self.complaints.append)),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    def wait_for_line(self, text: str) -> str:
        """The next line that contains ``text``; those before it are skipped."""
        while True:
            try:
                line = self._lines.get(timeout=PATIENCE_S)
            except queue.Empty:
                said = "\n".join([*self.said, *self.complaints])
                raise RigError(f"the program did not say {text!r}; it said:\n{said}") from None
            self.said.append(line)
            if text in line:
                return line

    def tell(self, line: str) -> None:
        """Write a line to its standard input."""
        assert self._process.stdin is not None
        print(line, file=self._process.stdin, flush=True)

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    def status(self) -> int | None:
        """Its status; none while it runs."""
        return self._process.poll()

    def wait(self) -> int:
        """Its status, when it has ended."""
        return self._process.wait(PATIENCE_S)

    def close(self) -> None:
        """End it at once if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for reader in self._readers:
            reader.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    @staticmethod
    def _read(stream: IO[str], take: Callable[[str], None]) -> None:
        for line in stream:
            take(line.rstrip("\n"))
