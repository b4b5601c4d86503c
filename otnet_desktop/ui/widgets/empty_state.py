"""What a pane says while it has nothing to show: what it is for and what to do.

Public: ``EmptyState(icon_name, title, sentence)`` with ``add_button(text, primary, icon_name)``, which answers the
button to connect. Never blank, never a dead end.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel

WIDTH = 420
"""As drawn."""


class EmptyState(QWidget):
    """An icon, a title, a sentence and one or two buttons, in the middle of the pane."""

    def __init__(self, icon_name: str, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._picture = QLabel()
        self._title = PlainLabel(title, TextSize.TITLE)
        self._sentence = PlainLabel(sentence, tone="soft")
        dress(self._picture, icon_name, Role.ACCENT, drawn=40)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, centred=True)
        self._buttons.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 6 * STEP, 6 * STEP, 6 * STEP)
        column.setSpacing(3 * STEP)
        column.addStretch(2)
        for label in (self._picture, self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMaximumWidth(look().metrics.shape(WIDTH))
            column.addLayout(_centred(label))
        column.addLayout(_centred(self._buttons))
        column.addStretch(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def say(self, title: str, sentence: str = "") -> None:
        """Say something else, for instance what was searched for."""
        self.setAccessibleName(title)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def add_below(self, widget: QWidget) -> None:
        """Something to fill in, between what is said and the ways on."""
        widget.setMaximumWidth(look().metrics.shape(WIDTH))
        self._column.insertLayout(self._column.count() - 2, _centred(widget))

    def add_button(self, text: str, primary: bool = False, icon_name: str = "") -> QPushButton:
        """A way on from here."""
        button = primary_button(text, icon_name) if primary else plain_button(text, icon_name)
        self._flow.addWidget(button)
        self._buttons.show()
        return button


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 100)
    row.addStretch(1)
    return row
