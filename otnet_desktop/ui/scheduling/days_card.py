"""Days that are not like the others: a day off, an evening more.

Public: ``DaysCard(workspace, intents)`` with ``look_again()``. Holidays are in the settings, where reminders heed them.
"""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from otnet_desktop.domain.availability import WHOLE_DAY, FreeDay
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.dates import written_day
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.scheduling.minutes import said_minutes
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button, quiet_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.widgets.time_field import TimeField
from otnet_desktop.ui.words import plural

OFF, FREE = "off", "free"
ROWS = 3
EVENING = time(18), time(20)


class DaysCard(Card):
    """A list of days, and one to add."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Days that differ"))
        self._workspace = workspace
        self._intents = intents
        self.days = QListWidget()
        self.days.setAccessibleName(self.tr("Days that differ"))
        self.days.setFixedHeight(ROWS * (look().metrics.line() + 3 * STEP))
        zone = workspace.preferences.timing().zone
        self.day = DayField(self.tr("Day"), workspace.clock.now().astimezone(zone).date())
        self.day.show_day(workspace.clock.now().astimezone(zone).date())
        self.kind = Segmented(self.tr("That day"), ((OFF, self.tr("Not free")), (FREE, self.tr("Free as well"))))
        self.whole = QCheckBox(self.tr("All day"))
        self.whole.setChecked(True)
        self.start, self.end = TimeField(self.tr("From")), TimeField(self.tr("To"))
        self.start.show_time(EVENING[0])
        self.end.show_time(EVENING[1])
        self._from = LabelledField(self.tr("From"), self.start)
        self._to = LabelledField(self.tr("To"), self.end)
        self.add = plain_button(self.tr("Add"), "plus")
        self.add.setAccessibleName(self.tr("Add this day"))
        self.remove = plain_button(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove the chosen day"))
        self._holidays = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._settings = quiet_button(self.tr("Holidays and calendars…"), "settings")
        self._assemble()
        self.kind.chosen.connect(self._fit)
        self.whole.toggled.connect(self._fit)
        self.add.clicked.connect(self._put_in)
        self.remove.clicked.connect(self._take_out)
        self._settings.clicked.connect(intents.settings_wanted)
        self._fit()
        self.look_again()

    def _assemble(self) -> None:
        fields = FlowLayout()
        for field in (LabelledField(self.tr("Day"), self.day), LabelledField(self.tr("That day"), self.kind)):
            fields.addWidget(field)
        times = FlowLayout()
        for widget in (self.whole, self._from, self._to):
            times.addWidget(widget)
        buttons = FlowLayout()
        for button in (self.add, self.remove, self._settings):
            buttons.addWidget(button)
        self.body.addWidget(self.days)
        self.body.addLayout(fields)
        self.body.addLayout(times)
        self.body.addLayout(buttons)
        self.body.addWidget(self._holidays)

    def look_again(self) -> None:
        """Show what is kept; days that are over are not shown any more."""
        zone = self._workspace.preferences.timing().zone
        today = self._workspace.clock.now().astimezone(zone).date()
        row = self.days.currentRow()
        self.days.clear()
        for own in self._workspace.availability.hours().days:
            if own.day >= today:
                item = QListWidgetItem(self._said(own))
                item.setData(Qt.ItemDataRole.UserRole, own)
                self.days.addItem(item)
        self.days.setCurrentRow(min(row, self.days.count() - 1))
        self.days.setVisible(bool(self.days.count()))
        self.remove.setEnabled(bool(self.days.count()))
        ahead = sum(day >= today for day in self._workspace.preferences.timing().holidays)
        said = plural(ahead, self.tr("{n} holiday ahead is heeded too."), self.tr("{n} holidays ahead are heeded too."))
        self._holidays.setText(said)
        self._holidays.setVisible(bool(ahead))

    def _said(self, own: FreeDay) -> str:
        said = self.tr("{day}: free {time}") if own.is_free else self.tr("{day}: not free {time}")
        return said.format(day=written_day(own.day), time=said_minutes(own.start, own.end))

    def _fit(self) -> None:
        """More free time has hours; a day off may be a whole one."""
        free = self.kind.chosen_key() == FREE
        self.whole.setVisible(not free)
        for field in (self._from, self._to):
            field.setVisible(free or not self.whole.isChecked())

    def _put_in(self) -> None:
        free = self.kind.chosen_key() == FREE
        whole = not free and self.whole.isChecked()
        fields = (self.day,) if whole else (self.day, self.start, self.end)
        for field in fields:
            if not field.settle():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        start, end = 0, WHOLE_DAY
        if not whole:
            begins, ends = self.start.time_of_day(), self.end.time_of_day()
            start, end = begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute or WHOLE_DAY
        own = FreeDay(self.day.day(), start, end, free)
        self._to.say(self.tr("Before the start") if end <= start else "", wrong=True)
        if end > start:
            succeeded(self._intents, lambda: self._workspace.availability.add_day(own))

    def _take_out(self) -> None:
        item = self.days.item(max(0, self.days.currentRow()))
        if item is not None:
            own = item.data(Qt.ItemDataRole.UserRole)
            succeeded(self._intents, lambda: self._workspace.availability.drop_day(own))
