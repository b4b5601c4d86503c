"""A short message at the bottom of the window, with Undo.

Public: ``Toast(parent)`` with ``tell(text, undo=True)`` and the signal ``undo_chosen``. It is announced to a screen
reader, goes by itself after a while but stays as long as the pointer or the focus is on it, and never takes the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import icon_button, plain_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel

STAYS_MS = 8000
"""Long enough to read, reach and press; Undo stays in the Edit menu afterwards."""


class Toast(QWidget):
    """Says what was done, and offers to take it back."""

    undo_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = PlainLabel()
        self._text.setProperty("tone", "inverse")
        self._undo = plain_button(self.tr("Undo"))
        self._undo.setProperty("kind", "toast")
        self._undo.clicked.connect(self._take_back)
        self._close = icon_button("close", self.tr("Close message"), Role.ON_INVERSE)
        self._close.setProperty("kind", "toast")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._go_unless_used)
        self.setAccessibleName(self.tr("Message"))
        self.hide()
        self._window = parent
        parent.installEventFilter(self)

    def tell(self, text: str, undo: bool = True) -> None:
        """Say ``text``; the newest message takes the place of an older one."""
        self._text.setText(text)
        self._undo.setVisible(undo)
        self.setAccessibleDescription(text)
        self._settle()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _take_back(self) -> None:
        self.hide()
        self.undo_chosen.emit()

    def _go_unless_used(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.hide()

    def _settle(self) -> None:
        """Sit in the middle of the parent's lower edge, no wider than it."""
        area = self._window.rect().adjusted(4 * STEP, 4 * STEP, -4 * STEP, -4 * STEP)
        self._text.setWordWrap(False)
        whole = self.sizeHint().width()
        self._text.setWordWrap(whole > area.width())
        self.resize(min(whole, area.width()), self.sizeHint().height())
        if self.hasHeightForWidth():
            self.resize(self.width(), self.heightForWidth(self.width()))
        self.move(area.center().x() - self.width() // 2, area.bottom() - self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

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
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground: the other way round than the window."""
        painter = QPainter(self)
        paint_panel(painter, self.rect(), Role.INVERSE, radius=CARD_RADIUS)
        painter.end()
