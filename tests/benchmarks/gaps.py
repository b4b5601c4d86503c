"""How long the window keeps whoever uses it waiting: the gaps between turns of its event loop.

Beside each gap stands what tells a busy machine from our own doing: how long the window's thread worked in it, how long
all threads did, and where the program stood.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

import otnet_desktop

EVERY_MS = 1
LONG_S = 0.03
"""After so long without a turn somebody looks where the program stands."""

LOOKS_EVERY_S = 0.01
PLACES = 3
PROGRAM = otnet_desktop.__path__[0]


@dataclass(slots=True)
class Gap:
    """Milliseconds from one turn to the next: by the clock, worked by the window's thread, and by all threads."""

    wall: float
    own: float
    all: float
    places: list[str] = field(default_factory=list)
    """Where the window's thread stood when it was looked at, then where the others did."""


@dataclass(slots=True)
class Gaps:
    """All gaps of an activity, and the longest ones told whole."""

    walls: list[float] = field(default_factory=list)
    long: list[Gap] = field(default_factory=list)

    def told(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


class Pulse(QObject):
    """Counts turns; ``on_turn`` is called at each."""

    def __init__(self, on_turn: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._gaps = Gaps()
        self._on_turn = on_turn
        self._wall = self._own = self._all = 0.0
        self._places: list[str] = []
        self._ended = threading.Event()
        self._window = threading.get_ident()
        self._watcher = threading.Thread(target=self._watch)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """From now on."""
        self._look_at_clocks()
        self._watcher.start()
        self._timer.start()

    def stop(self) -> None:
        """No more."""
        self._timer.stop()
        self._ended.set()
        self._watcher.join()

    def take(self) -> Gaps:
        """The gaps since the last time."""
        gaps, self._gaps = self._gaps, Gaps()
        return gaps

    def _look_at_clocks(self) -> Gap:
        now = time.perf_counter(), time.thread_time(), time.process_time()
        gap = Gap((now[0] - self._wall) * 1e3, (now[1] - self._own) * 1e3, (now[2] - self._all) * 1e3)
        self._wall, self._own, self._all = now
        return gap

    def _turn(self) -> None:
        gap = self._look_at_clocks()
        gap.places, self._places = self._places, []
        self._gaps.walls.append(gap.wall)
        if gap.wall > LONG_S * 1e3:
            gap.places = gap.places or self._look_around()  # nobody got the lock sooner: who had it has just let go
            self._gaps.long.append(gap)
        self._on_turn()

    def _watch(self) -> None:
        """In a thread of its own: look where everybody stands when there was no turn for long."""
        while not self._ended.wait(LOOKS_EVERY_S):
            if time.perf_counter() - self._wall > LONG_S and not self._places:
                self._places = self._look_around()

    def _look_around(self) -> list[str]:
        frames = sys._current_frames()
        others = [number for number in frames if number not in (self._window, threading.get_ident())]
        places = [place(frames[self._window]), *filter(None, (place(frames[number]) for number in others))]
        frames.clear()  # our own is among them: it would hold itself, and with it all that a worker holds
        return places


def place(frame: FrameType | None) -> str:
    """The innermost places inside the program, as "file:line name"; "" for none."""
    return " < ".join(islice(_places(frame), PLACES))


def _places(frame: FrameType | None) -> Iterator[str]:
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith(PROGRAM):
            yield f"{code.co_filename[len(PROGRAM) + 1 :]}:{frame.f_lineno} {code.co_name}"
        frame = frame.f_back
