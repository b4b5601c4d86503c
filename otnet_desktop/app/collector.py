"""Looks for garbage in the thread of the window alone.

Python looks for it in whichever thread happens to make one object too many. Where that is a worker, it takes apart
windows that nobody holds any more, which Qt allows only their own thread: the program ends there.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QObject

OLD_GENERATIONS = 50
"""So many looks at what is not quite new come before one at everything, which takes longest."""


class Collector(QObject):
    """Whenever the window has nothing else to do it looks whether it is time, by Python's own counts."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None, "there is no event loop"
        dispatcher.aboutToBlock.connect(self._look)
        self._is_much_in_hand: Callable[[], bool] = bool

    def rest_while(self, is_much_in_hand: Callable[[], bool]) -> None:
        """Look at what is new alone while a worker has much in hand: at all of it the window would look for long."""
        self._is_much_in_hand = is_much_in_hand

    def _look(self) -> None:
        new, middle, old = gc.get_count()
        enough, often, _ = gc.get_threshold()
        if new > enough:
            everything = old > OLD_GENERATIONS and not self._is_much_in_hand()
            gc.collect(2 if everything else 1 if middle > often else 0)
