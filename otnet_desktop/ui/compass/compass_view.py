"""The picture of the compass: one stop of the Tab key, arrows walk from cell to cell.

Public: ``CompassView(model)`` with the signals ``stood_on`` (another cell is the current one) and ``entered`` (Enter).
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from otnet_desktop.ui.compass.cell_delegate import CellDelegate
from otnet_desktop.ui.compass.compass_model import CompassModel
from otnet_desktop.ui.compass.wrapping_header import WrappingHeader
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize

NARROWEST = 84
"""The width of a column, as drawn: a picture and two words."""
HEAD = 190
"""The room for the names of settings, as drawn."""


class CompassView(QTableView):
    """Areas above, settings beside; both stay in sight."""

    stood_on = Signal()
    entered = Signal()

    def __init__(self, model: CompassModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Compass: settings by practice areas"))
        self.setProperty("kind", "list")
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(WrappingHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(WrappingHeader(Qt.Orientation.Vertical, self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentChanged.connect(self._move)
        model.modelReset.connect(self._lay_out)
        self._lay_out()

    def _lay_out(self) -> None:
        """Columns share the room there is, and are never too narrow for their words."""
        metrics = look().metrics
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setMinimumSectionSize(metrics.shape(NARROWEST))
        across.setFixedHeight(3 * metrics.line(TextSize.CAPTION) + 2 * STEP)
        down.setFixedWidth(min(metrics.shape(HEAD), max(metrics.shape(110), self.width() // 6)))
        down.setDefaultSectionSize(metrics.line(TextSize.CAPTION) + 5 * STEP)
        columns = self.model().columnCount()
        if columns:
            room = self.viewport().width() // columns
            across.setDefaultSectionSize(max(metrics.shape(NARROWEST), room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into what is said about the cell."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _move(self) -> None:
        self.stood_on.emit()
