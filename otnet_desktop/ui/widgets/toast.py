"""A short message in a strip of its own, with Undo.

Public: ``Toast()`` with ``tell(text, undo=True, trash=False)`` and the signals ``undo_chosen``, ``trash_chosen`` and
``left`` (it went while it had the focus). To be laid in a column of the window: it takes room while it speaks and
covers nothing. It is announced to a screen reader, goes by itself after a while but stays as long as the pointer or the
focus is on it, and never takes the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import icon_button, plain_button
from otnet_desktop.ui.widgets.clamped_label import ClampedLabel

STAYS_MS = 8000
"""Long enough to read, reach and press; Undo stays in the Edit menu afterwards."""


class Toast(QWidget):
    """Says what was done, and offers to take it back."""

    undo_chosen = Signal()
    trash_chosen = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, Surface.SIDE)
        self._text = ClampedLabel(lines=3, bold=False, role=Role.ON_INVERSE)
        self._undo = plain_button(self.tr("Undo"))
        self._undo.clicked.connect(self._take_back)
        self._trash = plain_button(self.tr("Show trash"))
        self._trash.clicked.connect(self._go_to_trash)
        self._close = icon_button("close", self.tr("Close message"), Role.ON_INVERSE)
        self._close.clicked.connect(self._go)
        for button in (self._undo, self._trash, self._close):
            button.setProperty("kind", "toast")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one works
        self._card = _Card()
        row = QHBoxLayout(self._card)
        row.setContentsMargins(4 * STEP, STEP, 2 * STEP, STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addWidget(self._trash)
        row.addWidget(self._close)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 0)
        whole.setSpacing(0)
        whole.addStretch(1)
        whole.addWidget(self._card, 1000)
        whole.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._go_unless_used)
        self.setAccessibleName(self.tr("Message"))
        self.hide()

    def tell(self, text: str, undo: bool = True, trash: bool = False) -> None:
        """Say ``text``; the newest message takes the place of an older one. ``trash``: with a way there."""
        self._text.set_text(text)
        self._undo.setVisible(undo)
        self._trash.setVisible(trash)
        self.setAccessibleDescription(text)
        self._card.setMaximumWidth(self._card.sizeHint().width())
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _go_to_trash(self) -> None:
        self.hide()
        self.trash_chosen.emit()

    def _take_back(self) -> None:
        self._go()
        self.undo_chosen.emit()

    def _go(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_focus:
            self.left.emit()

    def _go_unless_used(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.hide()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone: count anew."""
        self._timer.start()
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is here: stay."""
        self._timer.stop()
        super().enterEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing left to count."""
        self._timer.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)


class _Card(QWidget):
    """As wide as its words, in the colours the other way round than the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), Role.INVERSE, radius=CARD_RADIUS)
