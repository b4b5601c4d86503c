"""Several copies of a small program at once, and what each of them said."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60


@dataclass(frozen=True)
class Outcome:
    """How a race ended; ``rung`` counts how often the winner was asked to come forward."""

    winners: int
    handed_over: int
    rung: int
    statuses: set[int]


class Copy:
    """One process."""

    def __init__(self, argv: list[str]) -> None:
        self._process = subprocess.Popen(argv, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    @property
    def pid(self) -> int:
        return self._process.pid

    def line(self) -> str:
        """The next thing it says; empty at its end."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def lines(self) -> Iterator[str]:
        """Everything it still says until its end."""
        return iter(self.line, "")

    def send(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def status(self) -> int:
        return self._process.wait(PATIENCE_S)

    def end(self) -> None:
        """Ask it to end, by closing its input."""
        assert self._process.stdin is not None
        self._process.stdin.close()

    def bury(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


class Copies(AbstractContextManager["Copies"]):
    """Starts copies for one folder; ends them all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copies: list[Copy] = []

    def start(self, *files: str) -> Copy:
        copy = Copy([sys.executable, "-m", "tests.app.one_copy", str(self._folder), str(self._folder), *files])
        self._copies.append(copy)
        return copy

    def race(self, runners: int) -> Outcome:
        """Start them all without waiting for any, let the losers leave, then end the winner."""
        copies = [self.start() for _ in range(runners)]
        said = [copy.line() for copy in copies]
        winners = [copy for copy, word in zip(copies, said, strict=True) if word == "first"]
        losers = [copy for copy in copies if copy not in winners]
        statuses = {copy.status() for copy in losers}
        for winner in winners:
            winner.end()
        rung = sum(line.startswith("rung") for winner in winners for line in winner.lines())
        statuses |= {winner.status() for winner in winners}
        return Outcome(len(winners), said.count("handed over"), rung, statuses)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for copy in self._copies:
            copy.bury()
