"""Showing a notification, by the best means that works at the moment.

Every backend speaks the same grammar. ``FirstThatWorks`` asks them anew for each notice, in order of preference, so a
daemon that appears, restarts or dies needs no attention of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from otnet_desktop.ui.tray.notice import ActionHandler, Notice

log = logging.getLogger(__name__)

RefusalHandler = Callable[[Notice], None]


class Notifier(Protocol):
    """A way to show notifications."""

    name: str
    """For the log."""

    on_action: ActionHandler
    """Set by whoever wants to hear of presses."""

    def is_available(self) -> bool:
        """Whether a notice shown now would probably be seen."""

    def show(self, notice: Notice) -> None:
        """Show it, in place of an earlier one with the same id."""

    def withdraw(self, notice_id: str) -> None:
        """Take it back if it is still there."""

    def close(self) -> None:
        """Let go of everything; no more presses."""


class Backend(Notifier, Protocol):
    """A notifier that may find out only later that a notice was not shown."""

    on_refused: RefusalHandler
    """Called with the notice that could not be shown."""


def _ignore_action(_notice_id: str, _action: str) -> None:
    """Nobody listens yet."""


class FirstThatWorks:
    """A notifier made of several, in order of preference; the last is always available.

    A notice that one of them refuses goes to the next that works.
    """

    name = "first that works"

    def __init__(self, backends: Sequence[Backend]) -> None:
        self._backends = tuple(backends)
        self._chosen = ""
        self.on_action: ActionHandler = _ignore_action
        for index, backend in enumerate(self._backends):
            backend.on_action = self._pass_on
            backend.on_refused = partial(self._show_by, self._backends[index + 1 :])

    def is_available(self) -> bool:
        """The last backend always is."""
        return True

    def show(self, notice: Notice) -> None:
        """Show it by the first backend that works now."""
        self._show_by(self._backends, notice)

    def withdraw(self, notice_id: str) -> None:
        """Take it back wherever it was shown."""
        for backend in self._backends:
            backend.withdraw(notice_id)

    def close(self) -> None:
        """Let go of everything."""
        for backend in self._backends:
            backend.close()

    def _pass_on(self, notice_id: str, action: str) -> None:
        self.on_action(notice_id, action)

    def _show_by(self, backends: Sequence[Backend], notice: Notice) -> None:
        backend = next((backend for backend in backends if backend.is_available()), backends[-1])
        if backend.name != self._chosen:
            others = ", ".join(other.name for other in self._backends[: self._backends.index(backend)])
            log.info("Notifications by %s%s.", backend.name, f" (passed over: {others})" if others else "")
            self._chosen = backend.name
        backend.show(notice)
