"""Saves a text while it is typed, so that nobody ever has to.

Public: ``Autosave(editor, save)``. ``save(text, sitting)`` writes the text and answers the sitting to go on with; it
returns ``None`` when it could not be written, and then the text stays pending and is tried again at the next occasion.
``flush()`` saves now, ``show_text(text)`` puts another text in the editor, ``end_sitting()`` makes the next save a new
undo step, ``turn_to(about, save)`` saves as well before the editor is about somebody else, with a ``save`` of theirs.
``kept`` and ``failed`` tell how it went, ``waits`` that something long is being written, and that it is saved a moment
later.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from otnet_desktop.ui.set_aside import SetAside
from otnet_desktop.ui.unsaved import Keeps, Unsaved, must_wait

PAUSE_MS = 500
"""From the first unsaved letter to the save: with the time a save takes, within 0.6 s however long one types."""


class Kept(NamedTuple):
    """A save that succeeded, and the sitting the next one may join."""

    sitting: int | None


Save = Callable[[str, int | None], Kept | None]


class Autosave(Keeps):
    """Watches one editor. One visit of the focus is one sitting, and one step to undo."""

    kept = Signal()
    failed = Signal()
    typed = Signal()
    waits = Signal()

    def __init__(self, editor: QPlainTextEdit, save: Save) -> None:
        super().__init__(editor)
        self._editor = editor
        self._save = save
        self._sitting: int | None = None
        self._about: Hashable = 0
        self._aside = SetAside(self)
        """What could not be saved about those who are not shown: it comes back with them, or is saved without."""
        self.pending = False
        self._showing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._save_or_wait)
        editor.document().contentsChange.connect(self._changed)
        editor.installEventFilter(self)

    def show_text(self, text: str) -> None:
        """Another text, saved as it is. The cursor stays where it was if the text only changed elsewhere."""
        self._timer.stop()
        typed = self._aside.take(self._about)
        self.pending = typed is not None
        self._put_in(text if typed is None else typed)
        if self.pending:
            self.typed.emit()
            self._timer.start()

    def _put_in(self, text: str) -> None:
        if text == self._editor.toPlainText():
            return
        position = self._editor.textCursor().position()
        self._showing = True
        try:
            self._editor.setPlainText(text)
        finally:
            self._showing = False
        if self._editor.hasFocus():
            cursor = self._editor.textCursor()
            cursor.setPosition(min(position, self._editor.document().characterCount() - 1))
            self._editor.setTextCursor(cursor)

    def _save_or_wait(self) -> None:
        """Save, or try again a moment later."""
        if self.pending and must_wait():
            self._timer.start()
            self.waits.emit()
        else:
            self.flush()

    def flush(self) -> None:
        """Save what is not saved yet."""
        self._timer.stop()
        if not self.pending:
            return
        self.pending = False
        kept = self._save(self._editor.toPlainText(), self._sitting)
        if kept is None:
            self.pending = True
            if must_wait():
                self._timer.start()
            self.failed.emit()
        else:
            self._sitting = kept.sitting
            self.kept.emit()

    def unsaved(self) -> list[Unsaved]:
        """What stands here."""
        return [self._unsaved(self._editor.toPlainText())] if self.pending else []

    def end_sitting(self) -> None:
        """Save, and begin a new step with the next letter."""
        self.flush()
        self._sitting = None

    def turn_to(self, about: Hashable, save: Save) -> None:
        """Save; from now on the editor is about another person or thing, and nothing typed so far may reach them."""
        self.end_sitting()
        if self.pending:
            text, before = self._editor.toPlainText(), self._save
            self._aside.put(self._about, text, [self._unsaved(text)], lambda: before(text, None) is not None)
            self.pending = False
        self._about, self._save = about, save

    def _unsaved(self, text: str) -> Unsaved:
        return Unsaved(self._editor.accessibleName(), text)

    def _changed(self, _position: int, removed: int, added: int) -> None:
        if self._showing or not (removed or added):
            return
        if not self.pending:
            self.pending = True
            self.typed.emit()
        if not self._timer.isActive():
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus has gone: save at once, for a menu may undo or close. Only leaving for good ends the sitting."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
                self._save_or_wait()
            elif not must_wait():
                self.end_sitting()
        return super().eventFilter(watched, event)
