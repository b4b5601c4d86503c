"""How long the window's thread works in one turn, and how much of it SQLite does: neither may grow with the data."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent

from otnet_desktop.store.database import Database
from otnet_desktop.ui.tasks import Tasks

STEPS_EACH = 1_000
QUIET_S = 0.1


@dataclass(slots=True)
class Turn:
    """The most in one turn: milliseconds of the window's own work, and thousands of SQLite's steps."""

    work: float = 0.0
    steps: int = 0


class Turns:
    """Does something in the window and watches all that follows of it."""

    def __init__(self, database: Database, tasks: Tasks) -> None:
        self._connection = database.connection
        self._tasks = tasks
        self._steps = 0

    def most_of(self, act: Callable[[], object], quiet: float = QUIET_S) -> Turn:
        """Until nothing follows any more for a while."""
        most = Turn()
        with self._counting():
            self._note(act, most)
            since = time.perf_counter()
            while time.perf_counter() - since < quiet:
                self._note(turn, most)
                if self._tasks.are_under_way():
                    since = time.perf_counter()
                    time.sleep(0.001)
        return most

    def _note(self, act: Callable[[], object], most: Turn) -> None:
        steps, began = self._steps, time.thread_time()
        act()
        most.work = max(most.work, (time.thread_time() - began) * 1e3)
        most.steps = max(most.steps, self._steps - steps)

    @contextmanager
    def _counting(self) -> Iterator[None]:
        """Only the window's own connection is counted: every worker has another."""
        self._connection.set_progress_handler(self._count, STEPS_EACH)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None, STEPS_EACH)

    def _count(self) -> int:
        self._steps += 1
        return 0


def turn() -> None:
    """One turn of the event loop."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
