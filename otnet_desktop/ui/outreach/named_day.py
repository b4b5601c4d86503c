"""A day that was named, in an answer or with a promise: a tick, and the day once it is ticked.

Public: ``NamedDay(today, first)`` with ``name(text)``, ``chosen()`` and the signal ``changed``.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.labelled_field import LabelledField

A_WEEK = timedelta(days=7)


class NamedDay(QWidget):
    """Not ticked at first, and ``first`` once it is: a week from today unless told."""

    changed = Signal()

    def __init__(self, today: date, first: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_named = QCheckBox()
        self.day = DayField(self.tr("Day"), today)
        self.day.show_day(first or today + A_WEEK)
        field = LabelledField(self.tr("Day"), self.day)
        field.hide()
        self.is_named.toggled.connect(field.setVisible)
        self.is_named.toggled.connect(self.changed)
        self.day.changed.connect(self.changed)
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
