"""A text field that is as high as its text, between a few lines and many.

Public: ``GrowingText(name, placeholder, least, most)``. Tab leaves the field. Beyond ``most`` lines it scrolls by
itself, so that a very long text stays usable inside a scrolling pane; the pane follows the caret while one types.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

SLACK = 2
"""Pixels; without them a plain text field scrolls although everything fits."""


class GrowingText(QPlainTextEdit):
    """Plain text, typed in place."""

    def __init__(
        self, name: str, placeholder: str = "", least: int = 2, most: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._lines = 0
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self._follow_soon = QTimer(self)
        self._follow_soon.setSingleShot(True)
        self._follow_soon.setInterval(0)
        self._follow_soon.timeout.connect(self._follow_caret)
        self.cursorPositionChanged.connect(self._follow_soon.start)

    def sizeHint(self) -> QSize:
        """Room for the lines there are."""
        margins = self.contentsMargins()
        frame = margins.top() + margins.bottom() + 2 * int(self.document().documentMargin()) + SLACK
        lines = min(max(self._lines, self._least), self._most)
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        """Narrow if it must be; never lower than its lines."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the lines anew."""
        super().resizeEvent(event)
        self._grow()
        self._follow_soon.start()

    def _follow_caret(self) -> None:
        """Scroll the pane around it to where one types."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        page = around.widget() if around is not None else None
        if around is not None and page is not None and self.hasFocus():
            caret = self.cursorRect()
            at = self.viewport().mapTo(page, caret.center())
            around.ensureVisible(at.x(), at.y(), 0, caret.height())

    def _grow(self) -> None:
        """Count no more lines than can be shown, however long the text is."""
        lines, block = 0, self.document().begin()
        while block.isValid() and lines <= self._most:
            self.blockBoundingRect(block)  # lays it out
            lines += block.layout().lineCount()
            block = block.next()
        full = lines > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
