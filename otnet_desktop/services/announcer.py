"""Tells everyone who listens what changed, once for each step. Plain callables; Qt's signals start in ``ui.bridge``."""

from __future__ import annotations

from collections.abc import Callable

from otnet_desktop.domain.changes import Changed

Listener = Callable[[Changed], None]


class Announcer:
    """Keeps listeners in the order they came."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Listen from now on; call what comes back to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def announce(self, changed: Changed) -> None:
        """Tell everyone."""
        for listener in tuple(self._listeners):
            listener(changed)
