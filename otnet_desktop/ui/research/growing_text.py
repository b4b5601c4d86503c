"""A text field that is as high as its text, between a few lines and many.

Public: ``GrowingText(name, placeholder, least, most)``. Tab leaves the field. Beyond ``most`` lines it scrolls by
itself, so that a very long text stays usable inside a scrolling pane.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from otnet_desktop.ui.theme.metrics import STEP


class GrowingText(QPlainTextEdit):
    """Plain text, typed in place."""

    def __init__(
        self, name: str, placeholder: str = "", least: int = 2, most: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._lines = least
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def sizeHint(self) -> QSize:
        """Room for the lines there are."""
        frame = 2 * self.frameWidth() + 2 * int(self.document().documentMargin()) + 2 * STEP
        return QSize(super().sizeHint().width(), self._lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        """Narrow if it must be; never lower than its lines."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def _grow(self) -> None:
        # a plain text document measures its height in lines
        lines = min(max(int(self.document().size().height()), self._least), self._most)
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
