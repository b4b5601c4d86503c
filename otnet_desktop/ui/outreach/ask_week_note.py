"""In the letter of a first ask: this week holds as many as one wanted; it can wait. It never blocks.

Public: ``AskWeekNote()`` with ``show_week(week, zone)`` and the signal ``waits``.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.energy import AskWeek
from otnet_desktop.ui.dates import reading_locale
from otnet_desktop.ui.outreach.composer_notes import Tinted
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class AskWeekNote(Tinted):
    """One sentence and one button; hidden while there is room in the week."""

    waits = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Role.BLUE_TINT, parent)
        self.said = PlainLabel(size=TextSize.CAPTION)
        self.wait = plain_button("", "clock")
        self.wait.clicked.connect(self.waits)
        self.column.addWidget(self.said)
        self.column.addWidget(self.wait, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def show_week(self, week: AskWeek | None, zone: tzinfo) -> None:
        """How the week stands; nothing is said of one with room in it, or of none."""
        self.setVisible(week is not None and week.is_full)
        if week is not None and week.is_full:
            day = weekday(week.next_week, zone)
            numbers = {name: self.locale().toString(n) for name, n in (("n", week.asked + 1), ("most", week.wanted))}
            told = self.tr("This would be ask number {n} this week; you set {most}. It can wait until {day}.")
            self.said.setText(told.format(day=day, **numbers))
            self.wait.setText(self.tr("Remind me on {day}").format(day=day))


def weekday(at: datetime, zone: tzinfo) -> str:
    """The day of the week, in full."""
    return reading_locale().dayName(at.astimezone(zone).isoweekday())
