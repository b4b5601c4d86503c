"""The timeline on the screen: one stop of the Tab key; arrows, Home, End and Page keys walk in it.

Public: ``StoryView(name, model)`` with ``show_today()`` and ``current_row()``; the signals ``opened(row)`` (Enter or a
click), ``copied(row)`` and ``menu_wanted(row, point)`` (on the screen).
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.timeline.story_model import Index, StoryModel
from otnet_desktop.ui.widgets.story_row import StoryRowDelegate

AHEAD_IN_SIGHT = 2
"""Entries to come that are seen above today."""


class StoryView(QListView):
    """A list with rows as high as their text."""

    opened = Signal(int)
    copied = Signal(int)
    menu_wanted = Signal(int, QPoint)
    stepped = Signal()
    """One stands on another entry, or on none."""

    def __init__(self, name: str, model: StoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story = model
        self._to_today = QTimer(self)
        self._to_today.setSingleShot(True)
        self._to_today.setInterval(0)
        self._to_today.timeout.connect(self._scroll_to_today)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(5 * STEP)
        self.setItemDelegate(StoryRowDelegate(self))
        self.setModel(model)
        self.clicked.connect(self._open)

    def current_row(self) -> int:
        """The entry one stands on; -1 for none."""
        return self.currentIndex().row()

    def show_today(self) -> None:
        """Bring today into sight, once the view has its size."""
        self._to_today.start()

    def _scroll_to_today(self) -> None:
        today = self._story.today()
        if today >= 0:
            first = self._story.index(max(0, today - AHEAD_IN_SIGHT))
            self.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Another entry."""
        super().currentChanged(current, previous)
        self.stepped.emit()

    def reset(self) -> None:
        """Another story: one stands on nothing yet."""
        super().reset()
        self.stepped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy copies the entry's words; Enter opens it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(self.current_row())
        elif Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the entry under the pointer, or by keyboard of the one one stands on."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            point = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(index.row(), point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other heights; today stays where one looks at the first sight of it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
