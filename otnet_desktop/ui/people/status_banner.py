"""Why nothing is suggested about somebody: archived, asked not to be contacted, or died.

Public: ``StatusBanner()`` with ``show_status(status, name)`` (hidden for active people) and the signal ``reopened``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.domain.people import Status
from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel

translate = QCoreApplication.translate


class StatusBanner(QWidget):
    """One calm sentence on a quiet ground."""

    reopened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = PlainLabel()
        self._reopen = plain_button(self.tr("Reopen"))
        self._reopen.clicked.connect(self.reopened)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        row.setSpacing(3 * STEP)
        row.addWidget(self._text, 1)
        row.addWidget(self._reopen)

    def show_status(self, status: Status, name: str) -> None:
        """Say how it stands with ``name``."""
        text = banner_text(status, name)
        self._text.setText(text)
        self._reopen.setVisible(status is Status.ARCHIVED)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), Role.QUIET_TINT, Role.HAIRLINE, CARD_RADIUS)


def banner_text(status: Status, name: str) -> str:
    """The sentence for a status; "" for active."""
    texts = {
        Status.ACTIVE: "",
        Status.ARCHIVED: translate("StatusBanner", "{name} is archived. Nothing is suggested; what you noted is kept."),
        Status.DO_NOT_CONTACT: translate(
            "StatusBanner", "{name} asked not to be contacted. Writing is closed; your notes stay."
        ),
        Status.DECEASED: translate(
            "StatusBanner", "{name} has died. What you noted is kept; nothing will be suggested."
        ),
    }
    return texts[status].format(name=name)
