"""The entries of an import, line by line.

Public: ``ImportTable(model)``. The columns share the width there is, until somebody drags one.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from otnet_desktop.ui.exchange.import_rows import CHANGE, NAME, PLACE, STATE, ImportModel
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP

WIDTHS = {STATE: 110, NAME: 220, PLACE: 240, CHANGE: 300}
"""As drawn; the last takes what is left. Where there is less, all but the first are narrower."""


class ImportTable(QTableView):
    """Whole rows, read only."""

    def __init__(self, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_sharing = self._was_dragged = False
        self.setAccessibleName(self.tr("Entries of the file"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        line = look().metrics.line() + 3 * STEP
        self.verticalHeader().setDefaultSectionSize(line)
        self.setMinimumHeight(5 * line)  # the head, three entries, and the bar below them
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSelectionModel(QItemSelectionModel(model, heads))  # else painting it asks of each row if it is chosen
        heads.setStretchLastSection(True)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.sectionResized.connect(self._heed_drag)
        self._share_out()
        self.setCurrentIndex(model.index(0, NAME))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, or less."""
        super().resizeEvent(event)
        if not self._was_dragged:
            self._share_out()

    def _share_out(self) -> None:
        shape = look().metrics.shape
        first, *others = (shape(width) for width in WIDTHS.values())
        part = min(1.0, max(0.0, self.viewport().width() - first) / sum(others))
        self._is_sharing = True
        self.setColumnWidth(STATE, first)
        for column, width in zip((NAME, PLACE), others, strict=False):
            self.setColumnWidth(column, int(width * part))
        self._is_sharing = False

    def _heed_drag(self, column: int, _before: int, _now: int) -> None:
        """The last one follows the window by itself."""
        if not self._is_sharing and column != CHANGE:
            self._was_dragged = True
