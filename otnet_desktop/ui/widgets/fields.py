"""Fields for numbers, times and dates.

Public: ``number_field(name, lowest, highest, suffix)``, ``time_field(name)`` and ``date_field(name)``. ``name`` is what
a screen reader says; a label beside the field with ``setBuddy`` is for everybody else.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QAbstractSpinBox, QCalendarWidget, QDateEdit, QSpinBox, QTimeEdit, QWidget

from otnet_desktop.ui.dates import reading_locale
from otnet_desktop.ui.theme.metrics import STEP


def number_field(name: str, lowest: int, highest: int, suffix: str = "", parent: QWidget | None = None) -> QSpinBox:
    """A whole number between two others, both included."""
    field = QSpinBox(parent)
    field.setRange(lowest, highest)
    field.setSuffix(suffix)
    _set_up(field, name)
    return field


def time_field(name: str, parent: QWidget | None = None) -> QTimeEdit:
    """A time of day, in the way of the locale."""
    field = QTimeEdit(parent)
    locale = reading_locale()
    field.setLocale(locale)
    field.setDisplayFormat(locale.timeFormat(locale.FormatType.ShortFormat))
    _set_up(field, name)
    return field


def date_field(name: str, parent: QWidget | None = None) -> QDateEdit:
    """A day in the way of the locale, with a calendar to pick it from.

    Weekends are days like any other: red says "wrong", and is too dark.
    """
    field = QDateEdit(parent)
    field.setAccessibleName(name)
    locale = reading_locale()
    field.setLocale(locale)
    field.setDisplayFormat(locale.dateFormat(locale.FormatType.ShortFormat))
    field.setCalendarPopup(True)
    calendar = field.calendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    return field


def _set_up(field: QAbstractSpinBox, name: str) -> None:
    field.setAccessibleName(name)
    # a style sheet's padding does not reach the text of a spin box
    field.lineEdit().setTextMargins(2 * STEP, 0, 2 * STEP, 0)
