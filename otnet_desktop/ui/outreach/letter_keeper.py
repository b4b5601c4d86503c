"""Keeps one's own letter while it is typed, in one step to undo for one sitting.

Public: ``LetterKeeper(workspace, intents, text)`` with ``touch()``, ``flush()``, ``turn()`` (another letter comes) and
``set_aside(ref)`` (a letter that could not be kept before); ``text`` answers the letter as it stands. ``kept``,
``failed`` and ``typing`` tell how it goes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from otnet_desktop.domain.own_letters import OwnLetter
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.autosave import PAUSE_MS, Kept
from otnet_desktop.ui.unsaved import Keeps, Unsaved, must_wait


class LetterKeeper(Keeps):
    """What could not be kept stays pending, and is tried again with the next letter typed."""

    kept = Signal()
    failed = Signal()
    typing = Signal()

    def __init__(
        self, workspace: Workspace, intents: Intents, text: Callable[[], OwnLetter | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._text = text
        self._sitting: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._keep_or_wait)
        self.is_pending = False
        self._set_aside: dict[str, OwnLetter] = {}

    def touch(self) -> None:
        """Something was typed."""
        self.is_pending = True
        self.typing.emit()
        if not self._timer.isActive():
            self._timer.start()

    def _keep_or_wait(self) -> None:
        if must_wait():
            self._timer.start()
        else:
            self.flush()

    def flush(self) -> None:
        """Keep what is not kept yet."""
        self._timer.stop()
        letter = self._text()
        if not self.is_pending or letter is None:
            return
        save, sitting = self._workspace.letters.save, self._sitting
        kept = attempt(self._intents, lambda: Kept(save(letter, sitting)))
        if kept is None:
            if must_wait():
                self._timer.start()
            self.failed.emit()
            return
        self.is_pending, self._sitting = False, kept.sitting
        self.kept.emit()

    def turn(self) -> None:
        """Keep, and begin a new step with the next letter. What could not be kept is set aside."""
        self.flush()
        letter = self._text()
        if self.is_pending and letter is not None:
            self._set_aside[letter.ref] = letter
        self.is_pending, self._sitting = False, None

    def set_aside(self, ref: str) -> OwnLetter | None:
        """A letter as it was typed and could not be kept; it is asked for once."""
        return self._set_aside.pop(ref, None)

    def unsaved(self) -> list[Unsaved]:
        """The letter as it stands, and those that were set aside."""
        shown = self._text() if self.is_pending else None
        letters = [*([shown] if shown else []), *self._set_aside.values()]
        return [Unsaved(letter.title, f"{letter.subject}\n\n{letter.body}".strip()) for letter in letters]
