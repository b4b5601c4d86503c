"""Lets Ctrl+Z reach the window from a text field in which nothing was typed.

Public: ``UndoReach(window)``. Qt's fields keep the keys of undo and redo for themselves even when they have nothing to
undo; after a form closes the keyboard is often in one, and the key did nothing at all.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

Field = QLineEdit | QPlainTextEdit | QTextEdit


class UndoReach(QObject):
    """Watches only the field that has the keyboard: a filter on everything would be asked about every event."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the field has typed nothing, it may not keep the key."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        keys = QKeySequence.StandardKey
        is_ours = event.matches(keys.Undo) or event.matches(keys.Redo)
        if not (is_ours and isinstance(watched, Field)) or _has_typed(watched):
            return False
        event.ignore()
        return True

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if isinstance(now, Field):
            now.installEventFilter(self)


def _has_typed(field: Field) -> bool:
    """Whether the field itself has something to undo or to redo."""
    typed = field if isinstance(field, QLineEdit) else field.document()
    return typed.isUndoAvailable() or typed.isRedoAvailable()
