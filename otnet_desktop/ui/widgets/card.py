"""A white card with a title, a caption at the far end and a body.

Public: ``Card(title, caption)``: fill ``card.body`` (a vertical layout); ``set_title``, ``set_caption``,
``add_to_title(widget)`` for a small button at the far end. The title is the card's accessible name. A caption that has
no room beside the title stands below it.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.elided_label import ElidedLabel
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class Card(QWidget):
    """One thing at a time, on its own ground."""

    def __init__(self, title: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = ElidedLabel(title, TextSize.CAPTION, bold=True, role=Role.SOFT)
        self._caption = ElidedLabel(caption, TextSize.CAPTION, role=Role.SOFT)
        self._below = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._below.hide()
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
        whole.addWidget(self._below)
        whole.addLayout(self.body)
        self.set_title(title)
        self.set_caption(caption)

    def set_title(self, title: str) -> None:
        """Name the card."""
        self._title.set_text(title)
        self.setAccessibleName(title)
        self._place_caption()

    def set_caption(self, caption: str) -> None:
        """Say how things stand, at the far end of the title."""
        self._caption.set_text(caption)
        self._below.setText(self._caption.text())
        self._place_caption()

    def add_to_title(self, widget: QWidget) -> None:
        """Put a small button at the far end of the title."""
        self._head.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be more room, or less."""
        super().resizeEvent(event)
        self._place_caption()

    def _place_caption(self) -> None:
        caption = bool(self._caption.text())
        items = (self._head.itemAt(place) for place in range(self._head.count()))
        beside = (item.widget() for item in items if item is not None)
        shown = [part for part in beside if part is self._caption or (part is not None and not part.isHidden())]
        needed = sum(part.sizeHint().width() + self._head.spacing() for part in shown)
        is_below = caption and needed > self._head.contentsRect().width() > 0
        self._caption.setVisible(caption and not is_below)
        self._below.setVisible(is_below)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), Role.PANEL, Role.HAIRLINE, CARD_RADIUS)
