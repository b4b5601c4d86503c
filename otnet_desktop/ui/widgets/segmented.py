"""Two or three views of the same thing, side by side: "This person | Everyone".

Public: ``Segmented(name, options)`` with ``options`` as pairs of key and text, ``choose(key)``, ``say(key, text,
whole)``, ``chosen_key()`` and the signal ``chosen(str)``. One stop of the Tab key; arrows walk and choose.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from otnet_desktop.ui.theme.literal import caption, literal_tip, one_line
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import FilledButton
from otnet_desktop.ui.widgets.walking import Walk, step_of


class _Segment(FilledButton):
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the options."""
        by = step_of(event, self.layoutDirection())
        if by:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)


class Segmented(QWidget):
    """Options in one frame, of which exactly one is filled."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._walk = Walk()
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        for key, text in options:
            button = _Segment(self)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoExclusive(True)  # a radio button, not a box to tick, for a screen reader
            button.setAutoDefault(False)
            self._buttons[key] = button
            self._group.addButton(button)
            button.stepped.connect(self._step)
            row.addWidget(button)
            self.say(key, text)
        if options:
            self.choose(options[0][0])
        self._walk.show_buttons(list(self._buttons.values()))
        self._group.buttonToggled.connect(self._toggled)

    def say(self, key: str, text: str, whole: str = "") -> None:
        """Give an option another text, for instance a person's name; ``whole`` is what was cut to make it."""
        whole = one_line(whole or text)
        self._buttons[key].setText(caption(text))
        self._buttons[key].setAccessibleName(whole)
        self._buttons[key].setToolTip(literal_tip(whole) if whole != one_line(text) else "")

    def choose(self, key: str) -> None:
        """Show that view; told by ``chosen`` like a press."""
        self._buttons[key].setChecked(True)

    def chosen_key(self) -> str:
        """The view that is shown."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def _step(self, by: int) -> None:
        button = self.sender()
        assert isinstance(button, _Segment)
        self._walk.step(button, by).setChecked(True)

    def _toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self._walk.stop_at(button)
            self.chosen.emit(self.chosen_key())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), Role.PANEL, Role.CONTROL)
