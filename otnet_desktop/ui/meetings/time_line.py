"""The time in a conversation: what o'clock it is, when it ends, how long that is. Calm to the last minute.

A screen reader is told twice, in between its own sentences: that the end is near, and that the time is over.

Public: ``TimeLine(clock, zone)`` with ``show_times(start, end)``.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.asking import minutes_left
from otnet_desktop.services.clock import Clock
from otnet_desktop.ui.dates import said_moment, said_time
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural

SECOND_MS = 1_000

CLOSING_MINUTES = 3
"""Time for the last question, and to thank."""

SOON_MINUTES = 60
"""So long before, and no longer, one counts the minutes."""


class TimeLine(PlainLabel):
    """Looks at the clock every second, and changes at most once a minute."""

    def __init__(self, clock: Clock, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(size=TextSize.TITLE, parent=parent)
        self._clock = clock
        self._zone = zone
        self._times: tuple[datetime, datetime] | None = None
        self._announced: tuple[datetime, bool] | None = None
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.look)
        self._second.start()

    def show_times(self, start: datetime, end: datetime) -> None:
        """From when to when it is."""
        self._times = (start, end)
        self.look()

    def look(self) -> None:
        """Tell what holds now."""
        if self._times is None:
            return
        start, end = self._times
        now = self._clock.now()
        ends = self.tr("ends at {time}").format(time=said_time(end, self._zone))
        left = self._left(start, end, now)
        later = (ends, left) if start <= now else (left, ends)
        told = " · ".join((said_time(now, self._zone), *later))
        if told != self.text():
            self.setText(told)
        is_closing = start <= now and minutes_left(end, now) <= CLOSING_MINUTES
        self.set_tone("accent" if is_closing else "")
        if is_closing:
            self._announce((end, now >= end), left)

    def _announce(self, what: tuple[datetime, bool], said: str) -> None:
        """Once each, and again only for another end. Polite is Qt's own way: it waits for the sentence under way."""
        if what != self._announced:
            self._announced = what
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _left(self, start: datetime, end: datetime, now: datetime) -> str:
        if now < start:
            waits = minutes_left(start, now)
            if waits > SOON_MINUTES:
                return self.tr("begins {when}").format(when=said_moment(start, now, self._zone))
            return plural(waits, self.tr("begins in {n} minute"), self.tr("begins in {n} minutes"))
        left = minutes_left(end, now)
        if left <= 0:
            return self.tr("the time you agreed on is over")
        said = plural(left, self.tr("{n} minute left"), self.tr("{n} minutes left"))
        return self.tr("{left}, time to come to an end").format(left=said) if left <= CLOSING_MINUTES else said
