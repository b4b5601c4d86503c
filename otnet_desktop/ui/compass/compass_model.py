"""The map as a model: settings are rows, areas columns, each cell a ``Field`` with a sentence for a screen reader.

Public: ``CompassModel(labels)`` with ``show_compass(compass, settings)``, ``field_at(index)`` and ``index_of(cell)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from otnet_desktop.domain.compass import Cell, Compass, Field
from otnet_desktop.ui.compass.words import Labels, said_field, spoken_field
from otnet_desktop.ui.widgets.accessible_rows import row_data

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class CompassModel(QAbstractTableModel):
    """Reads a ``Compass``; it is made anew whenever that is."""

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._compass = Compass((), ())
        self._settings: tuple[str, ...] = ()

    def show_compass(self, compass: Compass, settings: Sequence[str]) -> None:
        """Show these settings of a map."""
        same = (compass.areas, tuple(settings)) == (self._compass.areas, self._settings)
        if same:
            self._compass = compass
            if self._settings and compass.areas:
                last = self.index(len(self._settings) - 1, len(compass.areas) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._compass, self._settings = compass, tuple(settings)
        self.endResetModel()

    def field_at(self, index: Index) -> Field | None:
        """The cell there, if it is one."""
        if not index.isValid():
            return None
        return self._compass.at(Cell(self._compass.areas[index.column()], self._settings[index.row()]))

    def index_of(self, cell: Cell) -> QModelIndex:
        """Where a cell is; nowhere if it is not shown."""
        if cell.setting not in self._settings or cell.area not in self._compass.areas:
            return QModelIndex()
        return self.index(self._settings.index(cell.setting), self._compass.areas.index(cell.area))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Settings."""
        return 0 if parent.isValid() else len(self._settings)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Areas."""
        return 0 if parent.isValid() else len(self._compass.areas)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A few words, the sentence, or the field itself."""
        field = self.field_at(index)
        if field is None:
            return None
        why = field.mark.why if field.mark else ""
        return row_data(role, said_field(field), spoken_field(field, self._labels), why, field)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Areas above, settings beside."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._labels.area(self._compass.areas[section])
        return self._labels.setting(self._settings[section])
