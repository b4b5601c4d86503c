"""A day that somebody named in an answer: a tick, and the day once it is ticked.

Public: ``NamedDay(today)`` with ``name(text)`` and ``chosen()``.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.labelled_field import LabelledField

A_WEEK = timedelta(days=7)


class NamedDay(QWidget):
    """At first a week from today, and not ticked."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_named = QCheckBox()
        self.day = DayField(self.tr("Day"), today)
        self.day.show_day(today + A_WEEK)
        field = LabelledField(self.tr("Day"), self.day)
        field.hide()
        self.is_named.toggled.connect(field.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.is_named)
        column.addWidget(field)

    def name(self, text: str) -> None:
        """What the tick says."""
        self.is_named.setText(text)

    def chosen(self) -> date | None:
        """The day, where one was named and is asked for."""
        is_asked = not self.isHidden()
        return self.day.day() if is_asked and self.is_named.isChecked() else None
