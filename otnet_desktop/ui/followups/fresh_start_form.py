"""Begin again when much has piled up: three a day, and what has lost its time is let go, unless it is ticked.

Public: ``FreshStartForm(workspace, intents)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from otnet_desktop.domain.fresh_start import FreshStart
from otnet_desktop.domain.reminder_texts import say
from otnet_desktop.domain.reminders import Reminder
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.tongue import tongue
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm
from otnet_desktop.ui.words import plural


class FreshStartForm(ShortForm):
    """What stays, what comes when, what goes."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        set_help(self, "no-and-flexible")
        self.setWindowTitle(self.tr("A fresh start"))
        self.setAccessibleName(self.windowTitle())
        self.accept_button.setText(self.tr("Begin again"))
        self._workspace = workspace
        self._intents = intents
        self._zone = workspace.preferences.timing().zone
        self._speaking = tongue(workspace)
        self._plan = workspace.fresh_start.plan()
        count = plural(self._plan.count, self.tr("{n} thing"), self.tr("{n} things"))
        kindly = self.tr("{things} have gathered. That happens. Three a day are plenty; the most important come first.")
        self.body.addWidget(PlainLabel(kindly.format(things=count)))
        self._days = QVBoxLayout()
        self._days.setSpacing(3 * STEP)
        self.body.addLayout(self._days)
        self.kept = [self._box(reminder) for reminder in self._plan.let_go]
        if self.kept:
            title = PlainLabel(self.tr("Let go, unless you tick it"), size=TextSize.TITLE)
            self.body.addWidget(title)
            for box in self.kept:
                self.body.addWidget(box)
        self.body.addStretch(1)
        self._show_days(self._plan)

    def _box(self, reminder: Reminder) -> QCheckBox:
        box = QCheckBox(self._said(reminder).replace("&", "&&"))
        box.setProperty("key", reminder.key)
        box.toggled.connect(self._plan_again)
        return box

    def _plan_again(self) -> None:
        """What is kept takes its place in the days."""
        kept = frozenset(str(box.property("key")) for box in self.kept if box.isChecked())
        self._plan = self._workspace.fresh_start.plan(kept)
        self._show_days(self._plan)

    def _show_days(self, plan: FreshStart) -> None:
        while (item := self._days.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        today = self._workspace.clock.now().astimezone(self._zone).date()
        self._add_day(self.tr("Today"), plan.today)
        for day, dealt in groupby(plan.later, key=lambda one: one[1]):
            title = said_day(day.astimezone(self._zone).date(), today)
            self._add_day(title, [reminder for reminder, _day in dealt])

    def _add_day(self, title: str, reminders: Sequence[Reminder]) -> None:
        if not reminders:
            return
        day = QWidget()
        column = QVBoxLayout(day)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(PlainLabel(title[:1].upper() + title[1:], size=TextSize.CAPTION, tone="soft"))
        column.addWidget(PlainLabel("\n".join(map(self._said, reminders))))
        self._days.addWidget(day)

    def _said(self, reminder: Reminder) -> str:
        return say(reminder, self._speaking).title

    def save(self) -> bool:
        """Deal it out."""
        if not succeeded(self._intents, lambda: self._workspace.fresh_start.begin(self._plan)):
            return False
        self._intents.undoable.emit(self.tr("A fresh start: three a day"))
        return True
