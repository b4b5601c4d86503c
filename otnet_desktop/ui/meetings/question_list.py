"""The questions of a bank, of which one's own can be put in another order: dragged, or with Alt and an arrow.

Public: ``QuestionList(name)`` with ``show_questions(texts, taken, own)`` and the signal ``moved(str, int)``: a question
of one's own, and its new place among them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from otnet_desktop.ui.meetings.grip import step_of
from otnet_desktop.ui.research.sentence_list import SentenceList


class QuestionList(SentenceList):
    """Those that ship stay where they are, before one's own."""

    moved = Signal(str, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._own: tuple[str, ...] = ()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)

    def show_questions(self, texts: Sequence[str], taken: Collection[str], own: Collection[str]) -> None:
        """Show these; those of one's ``own`` stand at the end."""
        self.show_sentences(texts, taken)
        self._own = tuple(text for text in texts if text in own)
        for row in range(self.count()):
            item = self.item(row)
            if item.text() in self._own:
                item.setToolTip(self.tr("Drag it, or use Alt with an arrow, to put it elsewhere"))
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, self.tr("Alt with an arrow moves it"))
            else:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves a question of one's own."""
        step = step_of(event)
        if step:
            self._move(self._place() + step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """It goes where it was let go; the list is shown anew by whoever keeps the order."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        below = at.y() > self.visualRect(index).center().y()
        place = index.row() + below - (self.count() - len(self._own)) if index.isValid() else len(self._own)
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else the row it came from is taken out
        event.accept()
        self._move(place - (place > self._place()))

    def _place(self) -> int:
        """Where the chosen question stands among one's own; below 0 for one that ships."""
        return self.currentRow() - (self.count() - len(self._own))

    def _move(self, place: int) -> None:
        place = max(0, min(place, len(self._own) - 1))
        if self._place() >= 0 and place != self._place():
            self.moved.emit(self.currentItem().text(), place)
