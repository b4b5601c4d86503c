"""A day that may be unknown.

Public: ``OptionalDate(name, nothing)`` with ``day()`` and ``show_day(day)``; ``nothing`` is what it says without a day.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from otnet_desktop.ui.dates import day_pattern, reading_locale

UNKNOWN = QDate(1900, 1, 1)
"""The lowest day of the field, shown as words: Qt's date fields cannot be empty."""


class OptionalDate(QDateEdit):
    """Typed, or chosen from a calendar."""

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setLocale(reading_locale())
        self.setDisplayFormat(day_pattern(with_year=True))
        self.setCalendarPopup(True)
        self.setMinimumDate(UNKNOWN)
        self.setSpecialValueText(nothing)
        self.setDate(UNKNOWN)

    def day(self) -> date | None:
        """The day, if one is known."""
        shown = self.date()
        return None if shown == UNKNOWN else date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date | None) -> None:
        """Show a day, or that none is known."""
        self.setDate(QDate(day.year, day.month, day.day) if day else UNKNOWN)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """One stop of the Tab key: Qt's own walk through day, month and year never leaves a field without a day."""
        return QWidget.focusNextPrevChild(self, forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form; it does not change a day in passing."""
        event.ignore()
