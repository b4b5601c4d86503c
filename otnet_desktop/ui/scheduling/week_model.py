"""The week in half hours, as a table: a row for each half hour, a column for each day.

Public: ``WeekModel`` with ``show_weekly``, ``weekly()``, ``is_free(index)`` and ``paint(cells, free)``.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from otnet_desktop.domain.availability import STEP_MIN, WHOLE_DAY, FreeTime, tidied
from otnet_desktop.ui.scheduling.minutes import day_name, said_minute, week_days

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, int]
"""Row and column."""

ROWS = WHOLE_DAY // STEP_MIN
NOWHERE = QModelIndex()


class WeekModel(QAbstractTableModel):
    """Which half hours are free. A piece that is no whole half hour is shown, and kept until somebody paints there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days = week_days()
        self._free: set[Cell] = set()
        self._weekly: tuple[FreeTime, ...] = ()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Half hours."""
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Days."""
        return 0 if parent.isValid() else len(self._days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Nothing to be read but by a screen reader, or under the pointer."""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and index.isValid():
            free = self.tr("free") if self.is_free(index) else self.tr("not free")
            at = said_minute(index.row() * STEP_MIN)
            said = self.tr("{day} {time}, {free}")
            return said.format(day=day_name(self._days[index.column()]), time=at, free=free)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The days, and the full hours."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day_name(self._days[section]) if across else said_minute(section * STEP_MIN)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if across:
            return day_name(self._days[section], short=True)
        return said_minute(section * STEP_MIN) if section % 2 == 0 else ""

    def is_free(self, index: Index) -> bool:
        """Whether one is free then."""
        return (index.row(), index.column()) in self._free

    def free_cells(self) -> frozenset[Cell]:
        """Everything painted."""
        return frozenset(self._free)

    def weekly(self) -> tuple[FreeTime, ...]:
        """What is painted, as windows."""
        return self._weekly

    def show_weekly(self, weekly: Iterable[FreeTime]) -> None:
        """Show a week that was kept."""
        weekly = tidied(weekly)
        if weekly == self._weekly:
            return
        self._weekly = weekly
        self._free = {
            (minute // STEP_MIN, self._days.index(free.weekday))
            for free in weekly
            for minute in range(free.start - free.start % STEP_MIN, free.end, STEP_MIN)
        }
        self._tell()

    def paint(self, free: Iterable[Cell]) -> None:
        """Exactly these are free; where nothing changed, what was kept stays to the minute."""
        now = set(free)
        changed = now ^ self._free
        if not changed:
            return
        untouched = [one for one in self._weekly if not self._cells_of(one) & changed]
        covered = {cell for one in untouched for cell in self._cells_of(one)}
        painted = [FreeTime(self._days[column], row * STEP_MIN, (row + 1) * STEP_MIN) for row, column in now - covered]
        self._weekly, self._free = tidied([*untouched, *painted]), now
        self._tell()

    def _cells_of(self, free: FreeTime) -> set[Cell]:
        column = self._days.index(free.weekday)
        return {
            (minute // STEP_MIN, column) for minute in range(free.start - free.start % STEP_MIN, free.end, STEP_MIN)
        }

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(ROWS - 1, len(self._days) - 1))
