"""A line for a passphrase, and a word of warning while Caps Lock is on, which nobody sees behind the dots.

Public: ``SecretLine()`` with ``show_plain(plain)`` and the signal ``caps_told``; ``CapsNote(lines)``, and
``PlainBox(lines)``, by which one sees what one types.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class SecretLine(QLineEdit):
    """Dots, unless somebody wants to see what they type."""

    caps_told = Signal(bool)
    """Whether Caps Lock is on, as far as the letter tells that was typed just now: Qt does not know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # a file let go on it would become its address
        self.show_plain(False)

    def show_plain(self, plain: bool) -> None:
        """Letters instead of dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A capital without Shift, or a small letter with it."""
        super().keyPressEvent(event)
        letter = event.text()
        if Qt.Key(event.key()) is Qt.Key.Key_CapsLock:
            self.caps_told.emit(False)  # whichever way it goes, the next letter tells
        elif len(letter) == 1 and letter.lower() != letter.upper():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_told.emit(letter.isupper() is not has_shift)


class CapsNote(PlainLabel):
    """One for all lines of a form."""

    def __init__(self, lines: Iterable[SecretLine], parent: QWidget | None = None) -> None:
        super().__init__("", TextSize.CAPTION, "due", parent=parent)
        self.setText(self.tr("Caps Lock is on: small letters become capitals."))
        for line in lines:
            line.caps_told.connect(self._tell)
        self.hide()

    def _tell(self, is_on: bool) -> None:
        if is_on and self.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))
        self.setVisible(is_on)


class PlainBox(QCheckBox):
    """One for all lines of a form."""

    def __init__(self, lines: Iterable[SecretLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Show what I type"))
        for line in lines:
            self.toggled.connect(line.show_plain)
