"""Work off the GUI thread: what it answers, or why it failed, comes back on the GUI thread.

Public: ``Tasks(parent)`` with ``run(work, then, otherwise)`` -> ``Task``, ``are_under_way()`` and ``close()``. Work is
a plain callable; in ``RosterService.elsewhere`` it may use the data. It may ask its ``Task`` whether it is still
wanted. Callbacks are bound methods of whoever asked; who goes meanwhile is not answered, unless ``even_if_gone``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from otnet_desktop.domain.errors import OtnetError

HAND_OVER_S = 0.0002
"""So long a worker keeps Python's lock while the window waits for it.

Each call into Qt gives the lock away, and painting makes hundreds of them: at Python's own 5 ms the window stands still
for seconds while a worker computes. Shorter than this the system cannot wake anybody.
"""

Then = Callable[[Any], None]
Work = Callable[["Task"], Any]


class Task:
    """One piece of work under way."""

    def __init__(self, work: Work, then: Then, otherwise: Then | None, *, is_ahead: bool) -> None:
        self.work = work
        self.then = then
        self.otherwise = otherwise
        self.is_ahead = is_ahead
        self.is_cancelled = False

    def cancel(self) -> None:
        """Nobody wants the answer any more. Work that looks may stop early; it leaves nothing half done."""
        self.is_cancelled = True


class Tasks(QObject):
    """Runs tasks, a few at a time, in the order they came."""

    _ended = Signal(object)
    """A ``_Trip``; sent by the worker's thread and heard on ours."""

    def __init__(self, parent: QObject | None = None, at_once: int = 2) -> None:
        super().__init__(parent)
        sys.setswitchinterval(HAND_OVER_S)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(at_once)
        self._under_way: set[Task] = set()
        self._ended.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Work, then: Then, otherwise: Then | None = None, *, ahead: bool = False) -> Task:
        """Begin ``work(task)``. Its answer goes to ``then``, an error to ``otherwise``, else it is raised here.

        ``ahead`` of all others, and beside those under way: they may be waiting for just this.
        """
        task = Task(work, then, otherwise, is_ahead=ahead)
        self._under_way.add(task)
        # No QRunnable of ours: the pool would keep Python's half of it, and with it the page that asked, for good.
        self._pool.start(partial(_Trip(task).go, self._ended.emit), int(ahead))
        self._make_room(ahead)
        return task

    def are_under_way(self) -> bool:
        """Whether any answer is still to come."""
        return bool(self._under_way)

    def close(self) -> None:
        """Cancel everything and wait until the last thread has ended."""
        for task in self._under_way:
            task.cancel()
        self._pool.waitForDone()

    def _make_room(self, more: int) -> None:
        if more:
            self._pool.setMaxThreadCount(self._pool.maxThreadCount() + more)

    def _hear(self, trip: _Trip) -> None:
        task, answer, error = trip.unload()
        self._under_way.discard(task)
        self._make_room(-task.is_ahead)
        if task.is_cancelled or (error is None and is_gone(task.then)):
            return
        if error is None:
            task.then(answer)
        elif task.otherwise is not None and not is_gone(task.otherwise):
            task.otherwise(error)
        elif task.otherwise is None or not isinstance(error, OtnetError):  # what the world did, nobody is there to hear
            raise error


def is_gone(then: Then) -> bool:
    """Whether who asked was taken apart by Qt without cancelling: a page that was left while it was looking."""
    asked = getattr(then, "__self__", None)
    return isinstance(asked, QObject) and not isValid(asked)


def even_if_gone(then: Then) -> Then:
    """For work that changes the data: how it went has to be told, also when the page that asked was left meanwhile."""

    def tell(answer: Any) -> None:  # noqa: ANN401 - whatever the work answers
        then(answer)

    return tell


class _Trip:
    """Takes a task to a worker and brings it back with what came of it.

    It is unloaded on our thread: the worker holds the trip a moment longer, and were it the last to hold a page, the
    page would be taken apart in the worker's thread.
    """

    def __init__(self, task: Task) -> None:
        self._load: list[tuple[Task, object, Exception | None]] = [(task, None, None)]

    def go(self, tell: Callable[[_Trip], None]) -> None:
        self._work()
        tell(self)

    def unload(self) -> tuple[Task, object, Exception | None]:
        return self._load.pop()

    def _work(self) -> None:
        task, *_ = self._load.pop()
        try:
            self._load.append((task, None if task.is_cancelled else task.work(task), None))
        except Exception as caught:  # noqa: BLE001 - handed over to the thread that asked
            self._load.append((task, None, caught))
