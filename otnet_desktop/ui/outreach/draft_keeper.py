"""Keeps a letter while it is typed, in one step to undo for one sitting.

Public: ``DraftKeeper(workspace, intents, message, text)`` with ``touch()`` (something was typed), ``flush()``,
``leave()`` (the sheet goes), ``resume(begun)`` and ``message``; ``text`` answers the draft as it stands. ``kept``,
``failed`` and ``typing`` tell how it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from otnet_desktop.domain.messages import Draft, MessageId
from otnet_desktop.services.composing import Beginning
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.kept_parts import tell_what_is_left
from otnet_desktop.ui.research.autosave import PAUSE_MS
from otnet_desktop.ui.set_aside import set_aside_in
from otnet_desktop.ui.unsaved import Keeps, Unsaved, must_wait


class DraftKeeper(Keeps):
    """Nothing is kept before something was typed: who only looks leaves no draft behind."""

    kept = Signal()
    failed = Signal()
    typing = Signal()

    def __init__(
        self,
        workspace: Workspace,
        intents: Intents,
        message: MessageId | None,
        text: Callable[[], Draft],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._text = text
        self._sitting: int | None = None
        self._is_pending = False
        self.message = message
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._keep_or_wait)

    def resume(self, begun: Beginning) -> Beginning:
        """What the sheet begins with: as it was typed, where that could not be kept when it was left."""
        typed: Draft | None = set_aside_in(self._intents).take(_about(begun.draft, begun.message))
        if typed is None:
            return begun
        self.touch()
        return replace(begun, draft=typed)

    def touch(self) -> None:
        """Something was typed."""
        if not self._is_pending:
            self._is_pending = True
            self.typing.emit()
        if not self._timer.isActive():
            self._timer.start()

    def _keep_or_wait(self) -> None:
        if must_wait():
            self._timer.start()
        else:
            self.flush()

    def flush(self) -> bool:
        """Keep what is not kept yet; whether everything is."""
        self._timer.stop()
        if not self._is_pending:
            return True
        self._is_pending = False
        save, draft = self._workspace.composing.save, self._text()
        kept = attempt(self._intents, lambda: save(draft, self.message, self._sitting))
        if kept is None:
            self._is_pending = True
            if must_wait():
                self._timer.start()
            self.failed.emit()
            return False
        self.message, self._sitting = kept.message, kept.sitting
        self.kept.emit()
        return True

    def leave(self) -> None:
        """The sheet goes away with what stands in it: it is kept now, or as soon as that is possible."""
        if self.flush():
            return
        draft, message, composing, intents = self._text(), self.message, self._workspace.composing, self._intents
        self.drop()
        copy = Unsaved(draft.subject, draft.body)
        about = _about(draft, message)
        set_aside_in(intents).put(
            about, draft, [copy], lambda: succeeded(intents, lambda: composing.save_late(draft, message))
        )
        tell_what_is_left(intents, draft.body)

    def unsaved(self) -> list[Unsaved]:
        """The letter as it stands, under its subject."""
        draft = self._text()
        return [Unsaved(draft.subject, draft.body)] if self._is_pending else []

    def drop(self) -> None:
        """It will not be kept any more."""
        self._timer.stop()
        self._is_pending = False

    def forget(self) -> None:
        """What was kept is gone (an undo): the next letter begins a new draft."""
        self.message, self._sitting = None, None


def _about(draft: Draft, message: MessageId | None) -> Hashable:
    """By what a letter that was set aside is found again: before it was kept, by what it is written for."""
    return ("draft", message) if message is not None else ("draft", draft.person, draft.kind, draft.reminder)
