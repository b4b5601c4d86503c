"""The week's free times as a plain list, for those who rather read and type than paint.

Public: ``FreeList()`` with ``show_weekly``, ``weekly()`` and the signal ``changed``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from otnet_desktop.domain.availability import WHOLE_DAY, FreeTime, tidied
from otnet_desktop.ui.scheduling.minutes import day_name, said_free_time, week_days
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.time_field import TimeField

ROWS = 5
FIRST = time(10), time(12)


class FreeList(QWidget):
    """What is painted, window by window; new ones are typed below."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weekly: tuple[FreeTime, ...] = ()
        self.windows = QListWidget()
        self.windows.setAccessibleName(self.tr("Free every week"))
        self.windows.setFixedHeight(ROWS * (look().metrics.line() + 3 * STEP))
        self.day = QComboBox()
        for weekday in week_days():
            self.day.addItem(day_name(weekday), weekday)
        self.start, self.end = TimeField(self.tr("From")), TimeField(self.tr("To"))
        self.start.show_time(FIRST[0])
        self.end.show_time(FIRST[1])
        self._to = LabelledField(self.tr("To"), self.end)
        self.add = plain_button(self.tr("Add"), "plus")
        self.add.setAccessibleName(self.tr("Add this free time"))
        self.remove = plain_button(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove the chosen free time"))
        self.add.clicked.connect(self._put_in)
        self.remove.clicked.connect(self._take_out)
        fields = FlowLayout()
        for field in (LabelledField(self.tr("Day"), self.day), LabelledField(self.tr("From"), self.start), self._to):
            fields.addWidget(field)
        buttons = FlowLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.windows)
        column.addLayout(fields)
        column.addLayout(buttons)
        self._show()

    def show_weekly(self, weekly: Iterable[FreeTime]) -> None:
        """Show what was kept."""
        weekly = tidied(weekly)
        if weekly != self._weekly:
            self._weekly = weekly
            self._show()

    def weekly(self) -> tuple[FreeTime, ...]:
        """What the list says."""
        return self._weekly

    def _show(self) -> None:
        row = self.windows.currentRow()
        self.windows.clear()
        order = week_days()
        for free in sorted(self._weekly, key=lambda free: (order.index(free.weekday), free)):
            item = QListWidgetItem(said_free_time(free))
            item.setData(Qt.ItemDataRole.UserRole, free)
            self.windows.addItem(item)
        self.windows.setCurrentRow(min(row, self.windows.count() - 1))
        self.windows.setVisible(bool(self._weekly))
        self.remove.setEnabled(bool(self._weekly))

    def _put_in(self) -> None:
        if not (self.start.settle() and self.end.settle()):
            return
        start, end = _minute(self.start.time_of_day()), _minute(self.end.time_of_day()) or WHOLE_DAY
        self._to.say(self.tr("Before the start") if end <= start else "", wrong=True)
        if end > start:
            self._keep([*self._weekly, FreeTime(int(self.day.currentData()), start, end)])

    def _take_out(self) -> None:
        item = self.windows.item(max(0, self.windows.currentRow()))
        if item is not None:
            self._keep(free for free in self._weekly if free != item.data(Qt.ItemDataRole.UserRole))

    def _keep(self, weekly: Iterable[FreeTime]) -> None:
        self._weekly = tidied(weekly)
        self._show()
        self.changed.emit()


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
