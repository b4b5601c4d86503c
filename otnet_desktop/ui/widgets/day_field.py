"""A day: typed as one says it ("12 Mar", "tomorrow", "2026-03-12"), stepped through, or picked from a calendar.

Public: ``DayField(name, today)`` and ``OptionalDayField(name, nothing, today)``, both with ``day()``,
``show_day(day)`` and ``know_today(today, latest)``. ``latest`` is the last day allowed; with one, a day without a year
is one that was.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from otnet_desktop.ui.dates import written_day
from otnet_desktop.ui.typed_days import read_day
from otnet_desktop.ui.widgets.buttons import icon_button
from otnet_desktop.ui.widgets.calendar_popup import CalendarPopup
from otnet_desktop.ui.widgets.typed_field import LONG_STEP, TypedField

EDGE = 2
"""Between the calendar's button and the edge of the field."""


class AnyDayField(TypedField):
    """What both have in common."""

    def __init__(self, name: str, today: date, latest: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._today = today
        self._latest = latest
        self._known: date | None = None
        self._is_too_late = False
        self.setProperty("arrows", False)  # the calendar's button is in their place
        self._open = icon_button("calendar", self.tr("{field}: choose from a calendar").format(field=name), parent=self)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard opens it with Alt+Down
        self._open.setCursor(Qt.CursorShape.ArrowCursor)
        self._open.clicked.connect(self.open_calendar)
        self._popup: CalendarPopup | None = None
        self.make_room()

    def know_today(self, today: date, latest: date | None = None) -> None:
        """What "today" means from now on, and which day is the last."""
        self._today, self._latest = today, latest

    def show_day(self, day: date | None) -> None:
        """Show a day, or that none is known."""
        before, self._known = self._known, day
        self.show_written()
        if day != before:
            self.changed.emit()

    def read(self, text: str) -> bool:
        """Take in what is typed."""
        found = read_day(text, self._today, looks_back=self._latest is not None)
        self._is_too_late = found is not None and self._latest is not None and found > self._latest
        if found is None or self._is_too_late:
            return False
        self._known = found
        return True

    def written(self) -> str:
        """The day with its weekday: nothing is left to be guessed."""
        return written_day(self._known) if self._known is not None else ""

    def widest(self) -> str:
        """The longest name of a month."""
        days = [written_day(date(2026, month, 28)) for month in range(1, 13)]
        return max(days, key=self.fontMetrics().horizontalAdvance)

    def hint(self) -> str:
        """How to write it, or that it is too early to."""
        if self._is_too_late:
            return self.tr("That day is still to come.")
        return self.tr("Write it as “12 Mar” or “Monday”.")

    def stepBy(self, steps: int) -> None:  # noqa: N802
        """By a day, or by a month."""
        now = self._known or self._today
        went = _months_on(now, steps // LONG_STEP) if steps % LONG_STEP == 0 else now + timedelta(days=steps)
        self._known = min(went, self._latest or went)
        self.stepped()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down and F4 open the calendar."""
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key is Qt.Key.Key_F4 or (alt and key is Qt.Key.Key_Down):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Pick a day by the eye."""
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.picked.connect(self._picked)
        self._popup.open_at(self._known or self._today, self._latest)

    def _picked(self, day: date) -> None:
        self._known = day
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stepped()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the calendar's button at the far end."""
        super().resizeEvent(event)
        self.make_room()

    def make_room(self, at_the_end: int = 0) -> None:
        """For the calendar's button as well."""
        button = self._open.sizeHint()
        super().make_room(at_the_end + button.width())
        place = QRect(self.width() - button.width() - EDGE, 0, button.width(), button.height())
        place.moveTop((self.height() - button.height()) // 2)
        self._open.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        self._open.raise_()


class DayField(AnyDayField):
    """Always a day; at first it is today."""

    def __init__(self, name: str, today: date, latest: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(name, today, latest, parent)
        self._known = today
        self.show_written()

    def day(self) -> date:
        """The last day that was understood."""
        return self._known or self._today


class OptionalDayField(AnyDayField):
    """A day, or nothing; ``nothing`` says so in the empty field."""

    def __init__(
        self, name: str, nothing: str, today: date, latest: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, today, latest, parent)
        self._nothing = nothing
        self.lineEdit().setPlaceholderText(nothing)

    def day(self) -> date | None:
        """The day, if one is known."""
        return self._known

    def read(self, text: str) -> bool:
        """Nothing at all is an answer too."""
        if text.strip():
            return super().read(text)
        self._known = None
        return True

    def widest(self) -> str:
        """A day, or that there is none."""
        return max(super().widest(), self._nothing, key=self.fontMetrics().horizontalAdvance)


def _months_on(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
