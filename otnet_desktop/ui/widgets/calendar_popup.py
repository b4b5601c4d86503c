"""A month to pick a day from, opened by a field and gone again with the choice.

Public: ``CalendarPopup(field)`` with ``open_at(day, latest)`` and the signal ``picked(date)``.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from otnet_desktop.ui.dates import reading_locale
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP

DAYS = 7
ROWS = 8
"""The name of the month, those of the days, six weeks."""


SOFTER = 0.65
"""How strong the days of other months are: less than this one's, and still more than 4.5 to 1 on either ground."""


class Month(QCalendarWidget):
    """The days around it that belong to other months look so; the style sheet hides Qt's own way."""

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:  # noqa: N802
        """One day."""
        painter.save()
        if (self.yearShown(), self.monthShown()) != (day.year(), day.month()):
            painter.setOpacity(SOFTER)
        super().paintCell(painter, rect, day)
        painter.restore()


class CalendarPopup(QFrame):
    """Arrows walk by day and week, Page Up and Page Down by month; Enter picks, Esc leaves."""

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setFrameShape(QFrame.Shape.Box)
        self.month = Month()
        self.month.setLocale(reading_locale())
        self.month.setAccessibleName(field.accessibleName())
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # weekends are days like any other: red says "wrong", and is too dark
            self.month.setWeekdayTextFormat(day, QTextCharFormat())
        names = [reading_locale().dayName(day, QLocale.FormatType.ShortFormat) for day in range(1, DAYS + 1)]
        widest = max(look().metrics.width(name, bold=True) for name in names)
        self.month.setMinimumSize(DAYS * (widest + 7 * STEP), ROWS * (look().metrics.line() + 3 * STEP))
        self.month.clicked.connect(self._pick)
        self.month.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.month)

    def open_at(self, day: date, latest: date | None) -> None:
        """Below the field, or above it where there is no room."""
        if latest is not None:
            self.month.setMaximumDate(_qdate(latest))
        self.month.setSelectedDate(_qdate(day))
        self.adjustSize()
        self.move(self._place())
        self.show()
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> QPoint:
        field, screen = self._field, self._field.screen().availableGeometry()
        place = field.mapToGlobal(QPoint(0, field.height()))
        if place.y() + self.height() > screen.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height()))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        place.setY(max(screen.top(), place.y()))
        return place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the day as it was."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _pick(self, day: QDate) -> None:
        if self.isVisible():  # a double click is a click as well
            self.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
