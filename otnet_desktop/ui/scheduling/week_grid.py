"""The week one paints free times on, with the mouse or with the keyboard.

Public: ``WeekGrid(name)`` with ``show_weekly``, ``weekly()`` and the signal ``painted`` (a stroke is done). Drag over
cells, or walk with the arrows: Space paints or clears, and Shift with an arrow takes that along to the next cell.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from otnet_desktop.domain.availability import STEP_MIN, FreeTime
from otnet_desktop.ui.scheduling.week_model import Cell, Index, WeekModel
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import TARGET, TextSize
from otnet_desktop.ui.theme.painting import paint_panel, paint_ring
from otnet_desktop.ui.theme.tokens import Role

MORNING = 8 * 60 // STEP_MIN
"""The row in sight at first, where nothing is painted earlier."""

SHOWN_ROWS = 14
ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class HalfHour(QStyledItemDelegate):
    """A filled block is free; the one that one stands on has a ring."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell; full hours have a line above them."""
        rect = option.rect
        model = index.model()
        assert isinstance(model, WeekModel)
        painter.save()
        painter.fillRect(rect, look()[Role.PANEL])
        painter.setPen(look()[Role.CONTROL if index.row() % 2 == 0 else Role.HAIRLINE])
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.setPen(look()[Role.HAIRLINE])
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if model.is_free(index):
            paint_panel(painter, rect.adjusted(3, 2, -3, -1), Role.ACCENT, None, 4)
        view = self.parent()
        assert isinstance(view, QTableView)
        if view.hasFocus() and option.state & QStyle.StateFlag.State_HasFocus:
            on = Role.ON_ACCENT if model.is_free(index) else Role.ACCENT
            paint_ring(painter, rect.adjusted(5, 4, -5, -3), 3, on)
        painter.restore()


class WeekGrid(QTableView):
    """One stop of the Tab key."""

    painted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week = WeekModel(self)
        self._before: frozenset[Cell] = frozenset()
        self._anchor: Cell | None = None
        self._paints_free = True
        self.setAccessibleName(name)
        self.setModel(self._week)
        self.setItemDelegate(HalfHour(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(TARGET)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCurrentIndex(self._week.index(MORNING, 0))
        self._size_up()

    def show_weekly(self, weekly: Iterable[FreeTime]) -> None:
        """Show what was kept, from the first free time on."""
        self._week.show_weekly(weekly)

    def weekly(self) -> tuple[FreeTime, ...]:
        """What is painted."""
        return self._week.weekly()

    def show_first(self) -> None:
        """Bring the first free time of the day into sight, or the morning."""
        rows = [row for row, _ in self._week.free_cells()]
        top = self._week.index(max(0, min([MORNING, *rows])), 0)
        self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke: it paints what the first cell is not."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        self.setCurrentIndex(index)
        self._before = self._week.free_cells()
        self._anchor = (index.row(), index.column())
        self._paints_free = not self._week.is_free(index)
        self._stroke_to(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it; everything between is painted."""
        if self._anchor is not None:
            index = self.indexAt(self._within(event.position().toPoint()))
            if index.isValid():
                self._stroke_to(index)
                self.scrollTo(index)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The stroke is done."""
        if self._anchor is not None:
            self._anchor = None
            self.painted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two strokes."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space paints or clears; Shift with an arrow takes along what is here."""
        key, here = Qt.Key(event.key()), self.currentIndex()
        if key is Qt.Key.Key_Space and here.isValid():
            self._set([(here.row(), here.column())], not self._week.is_free(here))
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and here.isValid():
            down, across = ARROWS[key]
            mirrored = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
            there = self._week.index(here.row() + down, here.column() + across * mirrored)
            if there.isValid():
                free = self._week.is_free(here)
                self.setCurrentIndex(there)
                self._set([(there.row(), there.column())], free)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font makes other rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_up()

    def _set(self, cells: Iterable[Cell], free: bool) -> None:
        before = self._week.free_cells()
        now = before | set(cells) if free else before - set(cells)
        if now != before:
            self._week.paint(now)
            self._announce()
            self.painted.emit()

    def _stroke_to(self, index: Index) -> None:
        """Everything from where the stroke began to here."""
        assert self._anchor is not None, "a stroke is under way"
        rows = sorted((self._anchor[0], index.row()))
        columns = sorted((self._anchor[1], index.column()))
        cells = {(row, column) for row in range(rows[0], rows[1] + 1) for column in range(columns[0], columns[1] + 1)}
        self._week.paint(self._before | cells if self._paints_free else self._before - cells)

    def _announce(self) -> None:
        """Say how the cell stands now."""
        said = self._week.data(self.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, said))

    def _within(self, point: QPoint) -> QPoint:
        room = self.viewport().rect()
        return QPoint(min(max(point.x(), room.left()), room.right()), min(max(point.y(), room.top()), room.bottom()))

    def _size_up(self) -> None:
        height = max(TARGET, look().metrics.line(TextSize.CAPTION))
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(SHOWN_ROWS * height + self.horizontalHeader().sizeHint().height())
