"""Keeps one's own letter while it is typed, in one step to undo for one sitting.

Public: ``LetterKeeper(workspace, intents, text)`` with ``touch()``, ``flush()``, ``turn()`` (another letter comes, or
the page goes) and ``set_aside(ref)`` (a letter that could not be kept before); ``text`` answers the letter as it
stands. ``kept``, ``failed`` and ``typing`` tell how it goes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from otnet_desktop.domain.own_letters import OwnLetter
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.autosave import PAUSE_MS, Kept
from otnet_desktop.ui.set_aside import set_aside_in
from otnet_desktop.ui.unsaved import Keeps, Unsaved, must_wait


class LetterKeeper(Keeps):
    """What could not be kept stays pending; what is shown no more is set aside, and kept when that is possible."""

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
        self._aside = set_aside_in(intents)

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
        kept = _save(self._workspace, self._intents, letter, self._sitting)
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
            workspace, intents = self._workspace, self._intents
            self._aside.put(
                ("letter", letter.ref),
                letter,
                [_unsaved(letter)],
                lambda: _save(workspace, intents, letter, None) is not None,
            )
        self.is_pending, self._sitting = False, None

    def set_aside(self, ref: str) -> OwnLetter | None:
        """A letter as it was typed and could not be kept; it is asked for once."""
        found: OwnLetter | None = self._aside.take(("letter", ref))
        return found

    def unsaved(self) -> list[Unsaved]:
        """The letter as it stands."""
        shown = self._text() if self.is_pending else None
        return [_unsaved(shown)] if shown else []


def _save(workspace: Workspace, intents: Intents, letter: OwnLetter, sitting: int | None) -> Kept | None:
    return attempt(intents, lambda: Kept(workspace.letters.save(letter, sitting)))


def _unsaved(letter: OwnLetter) -> Unsaved:
    return Unsaved(letter.title, f"{letter.subject}\n\n{letter.body}".strip())
