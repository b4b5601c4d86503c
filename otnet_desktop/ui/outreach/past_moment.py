"""When something happened: a day and a time that are past, at first this very moment.

Public: ``PastMoment(clock, zone)``; ``instant()`` is none for the future, which is said below.
"""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.domain.wall_time import instant_of
from otnet_desktop.services.clock import Clock
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.time_field import TimeField


class PastMoment(QWidget):
    """The two fields side by side, with one sentence for both."""

    def __init__(self, clock: Clock, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._zone = zone
        self._begun = clock.now().astimezone(zone)
        today = self._begun.date()
        self.date = DayField(self.tr("Date"), today, latest=today)
        self.hour = TimeField(self.tr("Time"))
        self.hour.show_time(self._begun.time())
        for field in (self.date, self.hour):
            field.misread.connect(self._say_misread)
        self._field = LabelledField(self.tr("When"), self._side_by_side())
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)

    def instant(self) -> datetime | None:
        """When it happened. Left as it was, it is now, to the second."""
        at = self._told()
        in_future = self.tr("That is in the future. Log it once it has happened.")
        self._field.say("" if at is not None else in_future, wrong=True)
        return at

    @property
    def said(self) -> str:
        """The sentence below the fields."""
        return self._field.said

    def _told(self) -> datetime | None:
        wall = datetime.combine(self.date.day(), self.hour.time_of_day())
        now = self._clock.now()
        if wall == self._begun.replace(second=0, microsecond=0, tzinfo=None):
            return now
        at, _ = instant_of(wall, self._zone)
        return at.astimezone(UTC) if at <= now else None

    def _side_by_side(self) -> QWidget:
        holder = QWidget()
        holder.setFocusProxy(self.date)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.date, 1)
        row.addWidget(self.hour, 1)
        return holder

    def _say_misread(self, text: str) -> None:
        self._field.say(text, wrong=True)
