"""A filter one can switch on: "Due 3".

Public: ``Chip(key, text)`` with ``say(text, count)``. Switched on it is filled, not just tinted. Chips
live in a ``chip_row.ChipRow``, which makes them one stop of the Tab key.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.ui.theme.literal import caption, literal_tip, one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.widgets.accessible_rows import sentence
from otnet_desktop.ui.widgets.buttons import FilledButton
from otnet_desktop.ui.widgets.walking import step_of
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate


class Chip(FilledButton):
    """One filter."""

    stepped = Signal(int)
    """An arrow key was pressed: how far to walk."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str, count: int | None = None, *, whole: bool = False, counted: str = "") -> None:
        """Show ``text`` and how many are behind the filter, people or what is ``counted``; ``None`` says no number.

        The text may come from outside (a tag): it is shown literally, and shortened unless it is to stay ``whole``.
        """
        label = one_line(text)
        number = "" if count is None else self.locale().toString(count)
        shown = label if whole else look().metrics.shorten(label)
        self.setText(caption(f"{shown} {number}"))
        self.setToolTip(literal_tip(label) if shown != label else "")
        if count is not None and not counted:
            counted = plural(count, translate("Chip", "{n} person"), translate("Chip", "{n} people"))
        self.setAccessibleName(sentence(label, counted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the row."""
        by = step_of(event, self.layoutDirection())
        if by:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)
