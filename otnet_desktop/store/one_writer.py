"""One transaction of this program at a time.

SQLite lets one write, too, but whoever waits there knows neither for whom nor how long: after some seconds it says that
the data are locked, as if by another program. Here a worker waits as long as it takes, for what it does nobody waits
at; the thread of the window waits a moment, and is told what is going on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident, main_thread

from otnet_desktop.domain.errors import StillWriting

PATIENCE_S = 1.0
"""So long the window may stand still for what somebody asked for just now."""


class OneWriter:
    """Whose turn it is."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._writer = 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """To write. Raises StillWriting in the main thread where another one writes for long."""
        if not self._turn.acquire(timeout=PATIENCE_S if get_ident() == main_thread().ident else -1):
            raise StillWriting(
                "Many people are being brought in or taken away just now.",
                "Nothing was changed. Please try again when that is finished.",
            )
        try:
            self._writer = get_ident()
            yield
        finally:
            self._writer = 0
            self._turn.release()

    @property
    def is_elsewhere(self) -> bool:
        """Whether another thread writes just now."""
        return self._writer not in (0, get_ident())
