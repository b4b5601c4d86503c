"""Above the tray, while a letter is being sent, or when it could not be: the sentence, and another try.

Public: ``SendingStrip()`` with ``tell(text)`` (it is under way), ``tell_trouble(text)`` and ``hide()``; the signals
``retried``, ``opened`` and ``put_away``. It covers nothing and never takes the focus.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.literal import literal_tip
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import icon_button, plain_button, quiet_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel

WIDE = 720
"""As drawn: room for the sentence and its buttons in words."""


class SendingStrip(QWidget):
    """Quiet while all goes well."""

    retried = Signal()
    opened = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, Surface.SIDE)
        self.setAccessibleName(self.tr("Sending"))
        self._is_trouble = False
        self._icon = QLabel()
        self.said = PlainLabel(selectable=True)
        self.retry = plain_button(self.tr("Try again"), "refresh")
        self.retry.clicked.connect(self.retried)
        self.open = quiet_button(self.tr("Open the letter"), "open")
        self.open.clicked.connect(self.opened)
        self.close_button = icon_button("close", self.tr("Leave it as a draft"))
        self.close_button.clicked.connect(self.put_away)
        self._worded = {button: button.text() for button in (self.retry, self.open)}
        for worded, words in self._worded.items():
            worded.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * STEP, 3 * STEP, 5 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self._icon)
        row.addWidget(self.said, 1)
        for button in (self.retry, self.open, self.close_button):
            row.addWidget(button)
        self.hide()

    def tell(self, text: str) -> None:
        """It is under way."""
        self._show(text, is_trouble=False)

    def tell_trouble(self, text: str) -> None:
        """It could not be sent, and why."""
        self._show(text, is_trouble=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence first: where there is little room for it, the buttons show their icons alone."""
        super().resizeEvent(event)
        is_wide = self.width() >= look().metrics.shape(WIDE)
        for button, words in self._worded.items():
            button.setText(words if is_wide else "")
            button.setToolTip("" if is_wide else literal_tip(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground: warm, where something is to be done."""
        with QPainter(self) as painter:
            ground = self.rect().adjusted(3 * STEP, 2 * STEP, -3 * STEP, 0)
            paint_panel(painter, ground, Role.DUE_TINT if self._is_trouble else Role.ACCENT_TINT, None, CARD_RADIUS)

    def _show(self, text: str, *, is_trouble: bool) -> None:
        is_new = text != self.said.text() or self.isHidden()
        self._is_trouble = is_trouble
        self.said.setText(text)
        dress(self._icon, "warning" if is_trouble else "send", Role.DUE if is_trouble else Role.ACCENT, drawn=16)
        for button in (self.retry, self.open, self.close_button):
            button.setVisible(is_trouble)
            button.setAccessibleDescription(text)
        self.show()
        self.update()
        if is_new:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
