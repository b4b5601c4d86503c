"""The compass for those who read: one line for each field about which anything is known or thought.

Public: ``CompassTable(labels, name_of)`` with ``show_compass(compass, goal)``, ``cell()`` and the signal ``stood_on``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from otnet_desktop.domain.compass import Cell, Compass
from otnet_desktop.domain.people import PersonId
from otnet_desktop.ui.compass.words import Labels, standing_words
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.timeline.meeting_words import names_together

NAMED = 2
"""So many names ``names_together`` says."""


class CompassTable(QTableWidget):
    """Area, setting, how it stands, whom one met and will meet, why, and who could introduce one."""

    stood_on = Signal()

    def __init__(self, labels: Labels, name_of: Callable[[PersonId], str], parent: QWidget | None = None) -> None:
        heads = [
            self.tr("Practice area"),
            self.tr("Setting"),
            self.tr("How it stands"),
            self.tr("Met"),
            self.tr("To meet"),
            self.tr("Why"),
            self.tr("Could introduce you"),
        ]
        super().__init__(0, len(heads), parent)
        self._labels = labels
        self._name_of = name_of
        self._cells: list[Cell] = []
        self.setAccessibleName(self.tr("Compass as a table"))
        self.setHorizontalHeaderLabels(heads)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentCellChanged.connect(self._move)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def show_compass(self, compass: Compass, goal: Cell | None = None) -> None:
        """Show everything there is, in the order of the map; one goes to ``goal``, or stays on the line one was on."""
        before = goal if goal is not None else self.cell()
        order = [Cell(area, setting) for setting in compass.settings for area in compass.areas]
        self._cells = [cell for cell in order if cell in compass.fields]
        self.setRowCount(len(self._cells))
        for row, cell in enumerate(self._cells):
            field = compass.fields[cell]
            texts = (
                self._labels.area(cell.area),
                self._labels.setting(cell.setting),
                standing_words()[field.standing],
                self._names(field.met),
                self._names(field.planned),
                field.mark.why if field.mark else "",
                "" if field.met or field.planned else self._names(compass.doors(cell)),
            )
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        self.verticalHeader().setDefaultSectionSize(look().metrics.line() + 3 * STEP)
        self.resizeColumnsToContents()
        most = look().metrics.shape(240)
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), most))
        if before in self._cells:
            self.setCurrentCell(self._cells.index(before), max(0, self.currentColumn()))

    def cell(self) -> Cell | None:
        """The field of the line one stands on."""
        row = self.currentRow()
        return self._cells[row] if 0 <= row < len(self._cells) else None

    def _names(self, people: tuple[PersonId, ...]) -> str:
        """Two names and a number: the panel shows them all."""
        named = [self._name_of(person) for person in people[:NAMED]]
        return names_together([*named, *[""] * (len(people) - len(named))])

    def _move(self) -> None:
        self.stood_on.emit()
