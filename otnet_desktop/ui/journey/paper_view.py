"""A page on the screen, in the letters of the window.

Public: ``PaperView(paper, key)``; ``key`` is its object name.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from otnet_desktop.ui.journey.paper import Paper
from otnet_desktop.ui.theme.metrics import STEP


class PaperView(QTextEdit):
    """The page on the screen, as high as it is: what is around it scrolls."""

    def __init__(self, paper: Paper, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setObjectName(key)
        self.setAccessibleName(paper.title)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown = paper.shown()
        shown.setParent(self)
        self.setDocument(shown)
        shown.documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        self.setFixedHeight(int(self.document().size().height()) + 2 * self.frameWidth() + STEP)
