"""When a meeting is: the day, from when to when, and the time there where the others live.

Public: ``TimeFields(zone, today)`` with ``show_times(start, end)``, ``show_their_zone(zone)``, ``show_others(zones)``
(where the rest of a group lives), ``times()`` (start and end in UTC), ``their_zone()``, ``unready()`` (the field to be
mended first), ``say(text)`` and the signal ``changed``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.wall_time import Wall, instant_of
from otnet_desktop.services.people import known_zone
from otnet_desktop.ui.dates import reading_locale, said_time
from otnet_desktop.ui.meetings.both_zones import city, said_span
from otnet_desktop.ui.meetings.zone_box import ZoneBox
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.widgets.time_field import TimeField

LENGTHS = (20, 30, 45, 60)
"""Minutes. Career services advise 15 to 30 for a first conversation."""

OTHER_LENGTH = "other"
DAY = timedelta(days=1)
OVER_MIDNIGHT = timedelta(hours=6)
"""An end that is earlier on the clock is the next day's, if that makes a meeting of so long at most."""


class TimeFields(QWidget):
    """Times on my wall; theirs are worked out as one types. The end follows the start."""

    changed = Signal()

    def __init__(self, zone: ZoneInfo, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._length = timedelta(minutes=LENGTHS[0])
        self._is_following = False
        self._others: tuple[ZoneInfo, ...] = ()
        self.day = DayField(self.tr("Day"), today)
        self.start = TimeField(self.tr("Start"))
        self.end = TimeField(self.tr("End"))
        minutes = [(str(n), reading_locale().toString(n)) for n in LENGTHS]
        self.length = Segmented(self.tr("Length in minutes"), [*minutes, (OTHER_LENGTH, self.tr("Other"))])
        self.zone = ZoneBox(self.tr("Their time zone"), self.tr("The same as mine"))
        self._mine = PlainLabel()
        self._theirs = PlainLabel(tone="accent")
        self._day_field = LabelledField(self.tr("Day"), self.day)
        self._start_field = LabelledField(self.tr("Start"), self.start)
        self._end_field = LabelledField(self.tr("End"), self.end)
        self._zone_field = LabelledField(self.tr("Their time zone"), self.zone)
        self._hint = PlainLabel(tone="due")
        self._assemble()
        self.day.changed.connect(self._show)
        self.start.changed.connect(self._start_changed)
        self.end.changed.connect(self._end_changed)
        self.length.chosen.connect(self._length_chosen)
        self.zone.editTextChanged.connect(self._show)

    def _assemble(self) -> None:
        hours = QWidget()
        from_to = QHBoxLayout(hours)
        from_to.setContentsMargins(0, 0, 0, 0)
        from_to.setSpacing(3 * STEP)
        for field in (self._start_field, self._end_field):
            from_to.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        when = QWidget()
        row = FlowLayout(when, spacing=3 * STEP)
        row.addWidget(self._day_field)
        row.addWidget(hours)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(when)
        column.addWidget(self._hint)
        column.addWidget(LabelledField(self.tr("Length in minutes"), self.length))
        column.addWidget(self._zone_field)
        column.addWidget(self._mine)
        column.addWidget(self._theirs)

    def show_times(self, start: datetime, end: datetime) -> None:
        """Begin with these."""
        there = start.astimezone(self._zone)
        self._length = end - start
        self.day.show_day(there.date())
        self.start.show_time(there.time())
        self._start_changed()

    def show_their_zone(self, zone: str) -> None:
        """Where they are, as far as it is known ("" for not)."""
        self.zone.setCurrentText(zone)
        self._show()

    def show_others(self, zones: Sequence[ZoneInfo]) -> None:
        """Where the others of a group are."""
        self._others = tuple(zones)
        self._show()

    def times(self) -> tuple[datetime, datetime]:
        """Start and end in UTC; the end is not after the start while the fields say so."""
        start, _ = self._instant()
        return start, start + self._length

    def their_zone(self) -> ZoneInfo | None:
        """Where they are; none where nothing is said or nobody knows such a zone."""
        return known_zone(self.zone.meant())

    def unready(self) -> QWidget | None:
        """The first field that says nothing one could book."""
        if self._length <= timedelta():
            return self.end
        return None if self._is_zone_known() else self.zone

    def say(self, text: str) -> None:
        """What is to be said about the times."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self.start.setAccessibleDescription(text)

    def _is_zone_known(self) -> bool:
        return not self.zone.meant() or self.their_zone() is not None

    def _start_changed(self) -> None:
        """The end keeps its distance; one that was wrong is looked at anew."""
        if self._length <= timedelta():
            self._end_changed()
            return
        _, end = self.times()
        self._is_following = True
        self.end.show_time(end.astimezone(self._zone).time())
        self._is_following = False
        self._show_length()
        self._show()

    def _end_changed(self) -> None:
        if self._is_following:
            return
        begun = datetime.combine(self.day.day(), self.start.time_of_day())
        ended = datetime.combine(self.day.day(), self.end.time_of_day())
        over_midnight = ended <= begun and ended + DAY - begun <= OVER_MIDNIGHT
        self._length = ended - begun + (DAY if over_midnight else timedelta())
        self._show_length()
        self._show()

    def _length_chosen(self, key: str) -> None:
        if key == OTHER_LENGTH:
            self.end.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._length = timedelta(minutes=int(key))
        self._start_changed()

    def _show_length(self) -> None:
        minutes = round(self._length / timedelta(minutes=1))
        self.length.blockSignals(True)
        self.length.choose(str(minutes) if minutes in LENGTHS else OTHER_LENGTH)
        self.length.blockSignals(False)

    def _show(self) -> None:
        start, wall = self._instant()
        notes = {
            Wall.SKIPPED: self.tr("Clocks go forward over this time; it becomes {time}."),
            Wall.TWICE: self.tr("Clocks go back over this time; the first {time} is meant."),
        }
        backwards = self._length <= timedelta()
        self.say(notes[wall].format(time=said_time(start, self._zone)) if wall in notes else "")
        if backwards:
            self.say(self.tr("It ends before it begins."))
        known = self._is_zone_known()
        self._zone_field.say("" if known else self.tr("Write it as Europe/London, or leave it empty."), wrong=not known)
        self._mine.setVisible(not backwards)
        self._theirs.setVisible(not backwards)
        if not backwards:
            self._tell_both()
        self.changed.emit()

    def _tell_both(self) -> None:
        start, end = self.times()
        here = said_span(start, end, self._zone)
        zones = [zone for zone in dict.fromkeys((self.their_zone(), *self._others)) if zone is not None]
        elsewhere = [zone for zone in zones if _offset(start, zone) != _offset(start, self._zone)]
        there = self.tr("In {city}: {times}")
        lines = [there.format(city=city(zone), times=said_span(start, end, zone)) for zone in elsewhere]
        self._mine.setText(self.tr("For you: {times}").format(times=here) if elsewhere else here)
        self._theirs.setText("\n".join(lines))
        self._theirs.setVisible(bool(lines))

    def _instant(self) -> tuple[datetime, Wall]:
        return instant_of(datetime.combine(self.day.day(), self.start.time_of_day()), self._zone)


def _offset(at: datetime, zone: ZoneInfo) -> timedelta | None:
    return at.astimezone(zone).utcoffset()
