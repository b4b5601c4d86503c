"""When a meeting is: the day, the start, how long, and the time there where the other person lives.

Public: ``TimeFields(zone)`` with ``show_times(start, end)``, ``show_their_zone(zone)``, ``times()`` (start and end in
UTC), ``their_zone()``, ``say(text)`` and the signal ``changed``.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.wall_time import Wall, instant_of
from otnet_desktop.services.people import known_zone
from otnet_desktop.ui.dates import reading_locale, said_time
from otnet_desktop.ui.meetings.both_zones import city, said_span
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.fields import date_field, time_field
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.words import plural

LENGTHS = (20, 30, 45, 60)
"""Minutes. Career services advise 15 to 30 for a first conversation."""


class TimeFields(QWidget):
    """Times on my wall; theirs are worked out as one types."""

    changed = Signal()

    def __init__(self, zone: ZoneInfo, length: int = LENGTHS[0], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self.day = date_field(self.tr("Day"))
        self.start = time_field(self.tr("Start"))
        lengths = sorted({*LENGTHS, length})
        minutes = self.tr("{n} minute"), self.tr("{n} minutes")
        self.length = Segmented(self.tr("Length"), [(str(n), reading_locale().toString(n)) for n in lengths])
        self.length.choose(str(length))
        self.length.setToolTip(plural(length, *minutes))
        self.zone = _zone_box(self.tr("Their time zone"))
        self._mine = PlainLabel()
        self._theirs = PlainLabel(tone="accent")
        self._day_field = LabelledField(self.tr("Day"), self.day)
        self._start_field = LabelledField(self.tr("Start"), self.start)
        self._zone_field = LabelledField(self.tr("Their time zone"), self.zone)
        self._assemble()
        self.day.dateChanged.connect(self._show)
        self.start.timeChanged.connect(self._show)
        self.length.chosen.connect(self._show)
        self.zone.editTextChanged.connect(self._show)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(3 * STEP)
        for field in (self._day_field, self._start_field):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(row)
        column.addWidget(LabelledField(self.tr("Length in minutes"), self.length))
        column.addWidget(self._zone_field)
        column.addWidget(self._mine)
        column.addWidget(self._theirs)

    def show_times(self, start: datetime) -> None:
        """Begin with these."""
        there = start.astimezone(self._zone)
        self.day.setDate(QDate(there.year, there.month, there.day))
        self.start.setTime(QTime(there.hour, there.minute))
        self._show()

    def show_their_zone(self, zone: str) -> None:
        """Where they are, as far as it is known ("" for not)."""
        self.zone.setCurrentText(zone)
        self._show()

    def times(self) -> tuple[datetime, datetime]:
        """Start and end in UTC."""
        start, _ = instant_of(self._wall(), self._zone)
        return start, start + timedelta(minutes=int(self.length.chosen_key()))

    def their_zone(self) -> ZoneInfo | None:
        """Where they are; none where nothing is said or nobody knows such a zone."""
        return known_zone(self.zone.currentText().strip())

    def is_zone_known(self) -> bool:
        """Whether what stands in the field is a zone, or nothing."""
        return not self.zone.currentText().strip() or self.their_zone() is not None

    def say(self, text: str) -> None:
        """What is wrong with the times, beside the start."""
        self._start_field.say(text, wrong=True)

    def _show(self) -> None:
        _, wall = instant_of(self._wall(), self._zone)
        start, end = self.times()
        notes = {
            Wall.SKIPPED: self.tr("Clocks go forward over this time; it becomes {time}."),
            Wall.TWICE: self.tr("Clocks go back over this time; the first {time} is meant."),
        }
        self.say(notes[wall].format(time=said_time(start, self._zone)) if wall in notes else "")
        theirs = self.their_zone()
        known = self.is_zone_known()
        self._zone_field.say("" if known else self.tr("Write it as Europe/London, or leave it empty."), wrong=not known)
        self._mine.setText(said_span(start, end, self._zone))
        differs = theirs is not None and _offset(start, theirs) != _offset(start, self._zone)
        if differs and theirs is not None:
            self._mine.setText(self.tr("For you: {times}").format(times=said_span(start, end, self._zone)))
            there = self.tr("In {city}: {times}")
            self._theirs.setText(there.format(city=city(theirs), times=said_span(start, end, theirs)))
        self._theirs.setVisible(differs)
        self.changed.emit()

    def _wall(self) -> datetime:
        day, start = self.day.date(), self.start.time()
        return datetime(day.year(), day.month(), day.day(), start.hour(), start.minute())  # noqa: DTZ001 - on the wall


def _offset(at: datetime, zone: ZoneInfo) -> timedelta | None:
    return at.astimezone(zone).utcoffset()


def _zone_box(name: str) -> QComboBox:
    """Every zone, found by any part of its name."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    names = [bytes(zone.data()).decode() for zone in QTimeZone.availableTimeZoneIds()]
    box.addItem("")
    box.addItems(sorted(name for name in names if "/" in name))
    line, completer = box.lineEdit(), box.completer()
    assert line is not None, "it is editable"
    assert completer is not None, "it is editable"
    line.setAccessibleName(name)
    line.setPlaceholderText(QCoreApplication.translate("TimeFields", "The same as mine"))
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return box
