"""What was typed and could not be saved, about what is shown no more: saved as soon as that is possible again.

Public: ``SetAside(parent)`` with ``put(about, typed, unsaved, save)``, ``take(about)``, ``typed_about(about)``,
``unsaved_about(about)`` and ``try_soon()``; and ``set_aside_in(intents)``, the one that lives as long as the window,
for pages that go while something long is written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer

from otnet_desktop.domain.errors import NotAllowed, NotFound
from otnet_desktop.ui.attempt import tried
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.unsaved import Keeps, Unsaved, must_wait

PAUSE_MS = 500
"""From one try to the next while something long is written."""


class Left(NamedTuple):
    """What was typed, the same to be copied, and how it is saved: whether that was possible, which is told else."""

    typed: Any
    unsaved: list[Unsaved]
    save: Callable[[], bool]
    is_refused: bool = False
    """It was tried, and would be refused again however much room there is: it is gone, closed, or a mistake of ours."""


class SetAside(Keeps):
    """One text for each thing that is written about; what is newer takes the place of what is older."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: dict[Hashable, Left] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._flush_or_wait)

    def put(self, about: Hashable, typed: object, unsaved: list[Unsaved], save: Callable[[], bool]) -> None:
        """It could not be saved just now."""
        self._left[about] = Left(typed, unsaved, save)
        if must_wait():
            self._timer.start()

    def take(self, about: Hashable) -> Any:  # noqa: ANN401 - whatever was put there
        """It is shown again, or saved another way: what was typed, or none. It is asked for once."""
        left = self._left.pop(about, None)
        return left.typed if left else None

    def typed_about(self, about: Hashable) -> Any:  # noqa: ANN401 - whatever was put there
        """What was typed, or none; it stays here, and is saved from here."""
        left = self._left.get(about)
        return left.typed if left else None

    def unsaved_about(self, about: Hashable) -> list[Unsaved]:
        """What was set aside about that."""
        left = self._left.get(about)
        return left.unsaved if left else []

    def try_soon(self) -> None:
        """Something else could be saved: so may this."""
        if self._hopeful():
            self._timer.start()

    def flush(self) -> None:
        """Save what can be saved; what was refused may have come back by an undo."""
        self._save([*self._left])

    def _hopeful(self) -> list[Hashable]:
        return [about for about, left in self._left.items() if not left.is_refused]

    def _save(self, these: Iterable[Hashable]) -> None:
        self._timer.stop()
        for about in these:
            left = self._left.pop(about, None)  # while it is saved, others may put, take or flush
            if left is not None and (again := _not_saved(left)) is not None:
                self._left.setdefault(about, again)
        if self._hopeful() and must_wait():
            self._timer.start()

    def unsaved(self) -> list[Unsaved]:
        """All of it."""
        return [unsaved for left in self._left.values() for unsaved in left.unsaved]

    def _flush_or_wait(self) -> None:
        if must_wait():
            self._timer.start()
        else:
            self._save(self._hopeful())


def _not_saved(left: Left) -> Left | None:
    """Save it; what is left of it then. A mistake of ours goes to the trouble report and keeps nothing else waiting."""
    try:
        is_saved, failure = tried(left.save)
    except Exception as error:  # noqa: BLE001 - it is told
        sys.excepthook(type(error), error, error.__traceback__)
        return left._replace(is_refused=True)
    return None if is_saved else left._replace(is_refused=isinstance(failure, NotAllowed | NotFound))


def set_aside_in(intents: Intents) -> SetAside:
    """The window's own."""
    return intents.findChild(SetAside) or SetAside(intents)
