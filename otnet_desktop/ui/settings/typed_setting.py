"""A line of text that is a setting: kept a moment after typing, and when one leaves it.

Public: ``TypedSetting(label, text, keep)`` with ``flush()`` and ``show_text(text)``. ``keep(text)`` answers what is
wrong, "" for nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from otnet_desktop.ui.widgets.labelled_field import LabelledField

PAUSE_MS = 600


class TypedSetting(LabelledField):
    """A label, a line, and what is wrong with it."""

    def __init__(self, label: str, text: str, keep: Callable[[str], str], parent: QWidget | None = None) -> None:
        self.line = QLineEdit(text)
        super().__init__(label, self.line, parent)
        self._keep = keep
        self._kept = text
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._try)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.flush)

    def _typed(self, _text: str) -> None:
        self._timer.start()

    def show_text(self, text: str) -> None:
        """Something else is kept now."""
        self._timer.stop()
        self._kept = text
        self.line.setText(text)

    def flush(self) -> None:
        """Keep what is typed now, or say what is wrong with it."""
        self.say(self._try(), wrong=True)

    def _try(self) -> str:
        """Keep what is typed now, if it is not kept yet. In the middle of a word nobody wants to hear it is wrong."""
        self._timer.stop()
        text = self.line.text().strip()
        if text == self._kept:
            return ""
        wrong = self._keep(text)
        if not wrong:
            self._kept = text
            self.say("")
        return wrong

    def hideEvent(self, event: QHideEvent) -> None:
        """One goes elsewhere."""
        self.flush()
        super().hideEvent(event)
