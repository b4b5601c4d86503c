"""Days on which nothing disturbs: days of the week, and holidays.

Public: ``QuietDays(keeper)`` and ``Holidays(keeper, today)``.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from otnet_desktop.ui.dates import day_pattern, reading_locale
from otnet_desktop.ui.settings.timing_keeper import TimingKeeper
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.chip_row import ChipItem, ChipRow
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.plain_label import PlainLabel

DAY_ROLE = Qt.ItemDataRole.UserRole


class QuietDays(QWidget):
    """Seven chips, from whatever day the reader's week begins with."""

    def __init__(self, keeper: TimingKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.chips = ChipRow(self.tr("Quiet days"))
        first = reading_locale().firstDayOfWeek().value
        days = [(first - 1 + offset) % 7 for offset in range(7)]
        self.chips.show_items([ChipItem(str(day), reading_locale().dayName(day + 1)) for day in days])
        self.chips.check(*(str(day) for day in keeper.value("quiet_days")))
        self.chips.changed.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(PlainLabel(self.tr("Quiet days"), TextSize.CAPTION, "soft"))
        column.addWidget(self.chips)

    def _keep(self) -> None:
        self._keeper.keep("quiet_days", frozenset(int(key) for key in self.chips.checked()))


class Holidays(QWidget):
    """A list of days; they are quiet like a weekend."""

    def __init__(self, keeper: TimingKeeper, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.days = QListWidget()
        self.days.setAccessibleName(self.tr("Holidays"))
        self.days.setFixedHeight(3 * (look().metrics.line() + 3 * STEP))
        self.day = DayField(self.tr("A holiday"), today)
        self._add = plain_button(self.tr("Add"))
        self._add.setAccessibleName(self.tr("Add this holiday"))
        self._add.clicked.connect(self._put_in)
        self._remove = plain_button(self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Remove the chosen holiday"))
        self._remove.clicked.connect(self._take_out)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        for widget in (self.day, self._add, self._remove):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(PlainLabel(self.tr("Holidays"), TextSize.CAPTION, "soft"))
        column.addWidget(self.days)
        column.addLayout(row)
        self._show()

    def _show(self) -> None:
        self.days.clear()
        for day in sorted(self._keeper.value("holidays")):
            text = reading_locale().toString(QDate(day.year, day.month, day.day), day_pattern(with_year=True))
            item = QListWidgetItem(text)
            item.setData(DAY_ROLE, day.isoformat())
            self.days.addItem(item)
        self.days.setVisible(bool(self.days.count()))
        self._remove.setEnabled(bool(self.days.count()))

    def _put_in(self) -> None:
        if self.day.settle():
            self._change(self._keeper.value("holidays") | {self.day.day()})
        else:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self) -> None:
        item = self.days.item(max(0, self.days.currentRow()))
        if item is not None:
            self._change(self._keeper.value("holidays") - {date.fromisoformat(item.data(DAY_ROLE))})

    def _change(self, days: frozenset[date]) -> None:
        self._keeper.keep("holidays", days)
        self._show()
