"""The Timeline place of the side rail: everyone's meetings, day by day or from afar.

Public: ``EveryonePage(workspace, bridge, intents)``. Enter on a year shows its months, on a month its days.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otnet_desktop.domain.density import Grain, Stretch
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.timeline.density_list import DensityList
from otnet_desktop.ui.timeline.story_list import StoryList
from otnet_desktop.ui.timeline.timeline_pane import Foot
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.elided_label import ElidedLabel
from otnet_desktop.ui.widgets.segmented import Segmented

DAYS = "days"

READABLE_WIDTH = 760
"""As drawn: the person's own page is as wide."""


class EveryonePage(QWidget):
    """Everyone's meetings, with room."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_help(self, "journey")
        set_surface(self, Surface.GROUND)
        self.setAccessibleName(self.tr("Timeline"))
        self._workspace = workspace
        self.story = StoryList(workspace, bridge, intents)
        self.story.show_everyone()
        self._intents = intents
        self.story.reached.connect(intents.entry_reached)
        self.afar = DensityList(workspace, bridge)
        self.afar.entered.connect(self._go_nearer)
        options = (DAYS, self.tr("Days")), (Grain.MONTH.value, self.tr("Months")), (Grain.YEAR.value, self.tr("Years"))
        self.grain = Segmented(self.tr("How near"), options)
        self.grain.chosen.connect(self._turn)
        self.today = quiet_button(self.tr("Today"), "clock")
        self.today.clicked.connect(self._go_to_today)
        self.today.hide()
        self._foot = Foot(intents)
        self.story.empty.connect(self._show_foot)
        self._assemble()

    def first_field(self) -> QWidget:
        """Whoever comes here by keyboard begins in the list; the way nearer is before it."""
        return self.story.view if self._stack.currentWidget() is self.story else self.afar

    def showEvent(self, event: QShowEvent) -> None:
        """Here one means whom the entry is about."""
        super().showEvent(event)
        self._intents.entry_reached.emit(self.story.standing_on() if self.story.isVisible() else 0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Elsewhere nobody means it."""
        super().hideEvent(event)
        self._intents.entry_reached.emit(0)

    def _assemble(self) -> None:
        sheet = QWidget()
        set_surface(sheet, Surface.PANEL)
        sheet.setMaximumWidth(look().metrics.shape(READABLE_WIDTH))
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(3 * STEP, 4 * STEP, 3 * STEP, 2 * STEP)
        head.setSpacing(2 * STEP)
        head.addWidget(ElidedLabel(self.tr("Everyone's meetings"), TextSize.HEADING, bold=True))
        head.addStretch(1)
        head.addWidget(self.today)
        head.addWidget(self.grain)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.story)
        self._stack.addWidget(self.afar)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)

    def _turn(self, key: str) -> None:
        """Another distance: days around today, or months or years near where one was."""
        if key == DAYS:
            self._go_to_today()
            return
        self.today.hide()
        self.afar.show_grain(Grain(key))
        self._stack.setCurrentWidget(self.afar)
        self._foot.show()
        self._intents.entry_reached.emit(0)

    def _go_nearer(self, stretch: Stretch) -> None:
        """Into a year: its months. Into a month: its days."""
        if self.grain.chosen_key() == Grain.YEAR:
            self.afar.stand_on(stretch.end.replace(year=stretch.start.year, month=12, day=31))
            self.grain.choose(Grain.MONTH.value)
            self.afar.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.grain.choose(DAYS)
        self.story.show_stretch(self._midnight(stretch.start), self._midnight(stretch.end))
        self.today.show()
        self.story.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_today(self) -> None:
        """The days around today."""
        self.today.hide()
        self.story.show_everyone()
        self._stack.setCurrentWidget(self.story)

    def _midnight(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, tzinfo=self._workspace.preferences.timing().zone)

    def _show_foot(self, nothing: bool) -> None:
        self._foot.setHidden(nothing and self._stack.currentWidget() is self.story)
