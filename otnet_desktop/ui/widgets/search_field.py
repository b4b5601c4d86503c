"""The field that searches everything.

Public: ``SearchField(placeholder, hint)``: a ``QLineEdit`` with a lens, a way to clear it and the shortcut at its far
end while it is empty. Esc clears; a second Esc is the window's. ``went_down`` asks to walk into the results.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from otnet_desktop.ui.theme.icons import pixmap
from otnet_desktop.ui.theme.literal import isolated
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import icon_button

_LENS = 18


class SearchField(QLineEdit):
    """Type to search."""

    went_down = Signal()

    def __init__(self, placeholder: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setAccessibleDescription(hint)
        self._clear = icon_button("close", self.tr("Clear search"), parent=self)
        # the keyboard clears with Esc; a second stop of the Tab key would be in the way
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._offer_to_clear)
        self._settle()

    def _offer_to_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears, Down goes on to the results."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key is Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font or direction: make room for the lens and the clear button again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clear button at the far end."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        lens = look().metrics.shape(_LENS) + STEP
        button = self._clear.sizeHint()
        self.setTextMargins(*((button.width(), 0, lens, 0) if mirrored else (lens, 0, button.width(), 0)))
        top = (self.height() - button.height()) // 2
        place = QRect(self.width() - button.width() - 2, top, button.width(), button.height())
        self._clear.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lens, and the hint while there is nothing in the field and room beside the placeholder."""
        super().paintEvent(event)
        metrics = look().metrics
        with QPainter(self) as painter:
            size = metrics.shape(_LENS)
            lens = QRect(2 * STEP, (self.height() - size) // 2, size, size)
            painter.drawPixmap(self._turned(lens), pixmap("search", Role.SOFT, size))
            hint = metrics.width(self._hint, TextSize.CAPTION)
            if not self.text() and hint + metrics.width(self.placeholderText()) + size + 10 * STEP < self.width():
                painter.setFont(metrics.font(TextSize.CAPTION))
                painter.setPen(look()[Role.SOFT])
                place = self._turned(QRect(self.width() - hint - 3 * STEP, 0, hint, self.height()))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, isolated(self._hint))

    def _turned(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
