"""A white card with a title, a caption at the far end and a body.

Public: ``Card(title, caption)``: fill ``card.body`` (a vertical layout); ``set_title``, ``set_caption``,
``add_to_title(widget)`` for a small button at the far end. The title is the card's accessible name.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.elided_label import ElidedLabel


class Card(QWidget):
    """One thing at a time, on its own ground."""

    def __init__(self, title: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = ElidedLabel(title, TextSize.CAPTION, bold=True, role=Role.SOFT)
        self._caption = ElidedLabel(caption, TextSize.CAPTION, role=Role.SOFT)
        self._head = QHBoxLayout()
        self._head.setSpacing(2 * STEP)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._caption)
        self.body = QVBoxLayout()
        """Where the card's own things go."""
        self.body.setSpacing(2 * STEP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
        whole.setSpacing(2 * STEP)
        whole.addLayout(self._head)
        whole.addLayout(self.body)
        self.set_title(title)
        self.set_caption(caption)

    def set_title(self, title: str) -> None:
        """Name the card."""
        self._title.set_text(title)
        self.setAccessibleName(title)

    def set_caption(self, caption: str) -> None:
        """Say how things stand, at the far end of the title."""
        self._caption.set_text(caption)
        self._caption.setVisible(bool(caption))

    def add_to_title(self, widget: QWidget) -> None:
        """Put a small button at the far end of the title."""
        self._head.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        paint_panel(painter, self.rect(), Role.PANEL, Role.HAIRLINE, CARD_RADIUS)
        painter.end()
