"""Sentences to choose from: one stop of the Tab key, arrows walk, Enter takes one.

Public: ``SentenceList(name)`` with ``show_sentences(texts, taken)``, ``chosen()``, ``mark_taken()`` and the signal
``taken(str)``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from otnet_desktop.ui.theme.icons import icon
from otnet_desktop.ui.theme.tokens import Role

LEAST_LINES, MOST_LINES = 5, 12
"""Beyond that it scrolls by itself."""


class SentenceList(QListWidget):
    """What was taken keeps its place, with a tick before it; the next one is chosen."""

    taken = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name or self.tr("Sentences of the text"))
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemDoubleClicked.connect(self._take)

    def show_sentences(self, texts: Sequence[str], taken: Collection[str] = ()) -> None:
        """Show these, the first one chosen; some may be ``taken`` already."""
        self.clear()
        self.addItems(list(texts))
        for row, text in enumerate(texts):
            if text in taken:
                self._mark(self.item(row))
        self.setCurrentRow(0)
        self.updateGeometry()

    def chosen(self) -> str:
        """The sentence one is on; "" for none, or one that was taken already."""
        if self.currentRow() < 0 or not self.currentItem().icon().isNull():
            return ""
        return self.currentItem().text()

    def mark_taken(self) -> None:
        """The chosen one is among those one wanted now; go on to the next."""
        self._mark(self.currentItem())
        self.setCurrentRow(min(self.currentRow() + 1, self.count() - 1))

    def _mark(self, item: QListWidgetItem) -> None:
        item.setIcon(icon("check", Role.ACCENT))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("Taken: {text}").format(text=item.text()))

    def sizeHint(self) -> QSize:
        """Room for every sentence on two lines, up to a dozen lines."""
        lines = min(max(LEAST_LINES, 2 * self.count()), MOST_LINES)
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the sentence."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self, _item: QListWidgetItem | None = None) -> None:
        if text := self.chosen():
            self.taken.emit(text)
