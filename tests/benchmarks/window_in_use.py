"""Uses the program's own window and prints how long things took: ``python -m tests.benchmarks.window_in_use DIR NOW``.

Milliseconds as JSON: ``keys`` (from a key in the search to the painted list), ``pauses`` (the longest piece of work
while one pauses after a key), ``words`` (the slower part of a search, in a thread), ``scrolling``, ``jumping``. Under
the same names with ``work`` behind: processor time alone, which a busy machine changes less.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from otnet_desktop.app import window
from otnet_desktop.app.main import main
from otnet_desktop.services.roster import RosterService

QUERIES = (
    "renata nunez", "o'brien", "school ot", "tomas", "xu", "hand therapist zhang", "sensory", "müller anna", "q",
    "smith hospital", "coaching autism", "weber wrist splint", "an", "person9", "zoë", "university researcher",
)  # fmt: skip
TYPED_AGAIN = 2
PAUSE_S = 0.12
"""Between two keys of a quick typist; whoever was found is shown meanwhile."""

STEPS = 400
PATIENCE_S = 5


class Paints(QObject):
    """Counts how often a window was asked to paint what looks different; all of it is painted at once."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.UpdateRequest
        return False


class Start(window.Start):
    """The program, used when it has settled."""

    def _go_on(self) -> None:
        if self._running is None:
            super()._go_on()
            QTimer.singleShot(2000, self._use)

    def _use(self) -> None:
        assert self._running is not None
        self._paints = Paints(self._window)
        self._times = times = defaultdict[str, list[float]](list)
        for query in QUERIES * TYPED_AGAIN:
            for letter in query:
                self._frame("keys", partial(press, self._window.top.search, text=letter))
                times["pauses"].append(longest_piece(PAUSE_S))
            self._window.top.search.clear()
            longest_piece(PAUSE_S)
        times["words"], times["words work"] = words(self._running.workspace.roster)
        for step in self._jumps():
            self._frame("jumping", step)
        for step in self._pages():
            self._frame("scrolling", step)
        print(json.dumps(times))
        self._window.intents.quit_wanted.emit()

    def _jumps(self) -> Iterator[Callable[[], object]]:
        """To the top, to the end and to anybody."""
        view, chance = self._window.people.view, random.Random(1)
        for nth in range(STEPS):
            key = (Qt.Key.Key_End, Qt.Key.Key_Home)[nth // 3 % 2]
            row = chance.randrange(view.model().rowCount())
            yield partial(press, view, key) if nth % 3 == 0 else partial(view.go_to, row)

    def _pages(self) -> Iterator[Callable[[], object]]:
        """Down: with the wheel, and page by page."""
        view = self._window.people.view
        bar = view.verticalScrollBar()
        press(view, Qt.Key.Key_Home)
        for nth in range(STEPS):
            yield partial(press, view, Qt.Key.Key_PageDown) if nth % 2 else lambda: bar.setValue(bar.value() + 120)

    def _frame(self, what: str, step: Callable[[], object]) -> None:
        """Note how long it takes from ``step`` to its picture."""
        painted = self._paints.count
        began, worked = time.perf_counter(), time.thread_time()
        step()
        while self._paints.count == painted:
            QApplication.processEvents()
            assert time.perf_counter() < began + PATIENCE_S, f"{step} changed nothing on the screen"
        self._times[what].append((time.perf_counter() - began) * 1e3)
        self._times[f"{what} work"].append((time.thread_time() - worked) * 1e3)


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_unknown, text: str = "") -> None:
    """A key, down and up."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def longest_piece(pause: float) -> float:
    """Let the program live for ``pause`` seconds; the longest that it would not have heard a key, in milliseconds."""
    longest, end = 0.0, time.perf_counter() + pause
    while (began := time.perf_counter()) < end:
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
        time.sleep(0.0005)
    return longest * 1e3


def words(roster: RosterService) -> tuple[list[float], list[float]]:
    """Every beginning of every query, looked for in notes and meetings as the window's workers do."""

    def look_for(text: str) -> tuple[float, float]:
        began, worked = time.perf_counter(), time.thread_time()
        roster.find_words(text)
        return (time.perf_counter() - began) * 1e3, (time.thread_time() - worked) * 1e3

    texts = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    with ThreadPoolExecutor(1) as worker:
        took = list(worker.map(look_for, texts))
    return [wall for wall, _work in took], [work for _wall, work in took]


if __name__ == "__main__":
    window.Start = Start  # type: ignore[misc]
    main(["--data-dir", sys.argv[1], "--now", sys.argv[2]])
