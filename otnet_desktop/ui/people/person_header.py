"""Who somebody is: face, name, where they work, their time now, and the ways to reach them.

Public: ``PersonHeader()`` with ``show_person(person, place, now)``, ``show_time(now)`` and its ``edit`` and ``more``
buttons, which the pane connects.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.names import SEPARATOR, headline
from otnet_desktop.domain.people import Affiliation, Person, Profile, Status
from otnet_desktop.services.people import Place
from otnet_desktop.ui.dates import day_pattern, reading_locale, said_time
from otnet_desktop.ui.people.ways_to_reach import WaysToReach
from otnet_desktop.ui.theme.literal import literal_tip, one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import icon_button
from otnet_desktop.ui.widgets.clamped_label import ClampedLabel
from otnet_desktop.ui.widgets.face import FaceLabel
from otnet_desktop.ui.widgets.initials import tint_of
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.tab_order import tab_after

WRITING_CLOSED = frozenset({Status.DO_NOT_CONTACT, Status.DECEASED})

NARROW = 400
"""As drawn; below this width a long name would stand in a column of single words."""
NARROWEST = 160


class PersonHeader(QWidget):
    """The first thing one sees of a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = Profile()
        self._place = Place()
        self._face = FaceLabel()
        self._name = ClampedLabel(size=TextSize.HEADING, lines=3)
        self._said = PlainLabel(size=TextSize.CAPTION, tone="soft", selectable=True)
        self._work = PlainLabel(tone="soft", selectable=True)
        self._before = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._ways = WaysToReach()
        self._text = QWidget()
        self._buttons = QWidget()
        self._grid = QGridLayout(self)
        self._narrow = False
        self.answer = icon_button("chat", self.tr("They answered"))
        self.edit = icon_button("edit", self.tr("Edit person"))
        self.more = icon_button("more", self.tr("More for this person"))
        self._assemble()

    def _assemble(self) -> None:
        text = QVBoxLayout(self._text)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(STEP // 2)
        for widget in (self._name, self._said, self._work, self._before, self._ways):
            text.addWidget(widget)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(STEP)
        buttons.addWidget(self.answer)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.more)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * STEP)
        self._grid.setVerticalSpacing(2 * STEP)
        self._grid.setColumnStretch(1, 1)
        self._arrange(narrow=False)

    def _arrange(self, narrow: bool) -> None:
        """The text beside the face, or below it where there is little room."""
        self._narrow = narrow
        top, trailing = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        for widget in (self._face, self._text, self._buttons):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self._face, 0, 0, top)
        self._grid.addWidget(self._buttons, 0, 2, trailing)
        if narrow:
            self._grid.addWidget(self._text, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self._text, 0, 1, top)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the text below the face may be; a single longer word is cut rather than push the page out."""
        beside = self._face.sizeHint().width() + self._buttons.sizeHint().width() + 4 * STEP
        return QSize(max(beside, look().metrics.shape(NARROWEST)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be more or less room."""
        super().resizeEvent(event)
        narrow = self.width() < look().metrics.shape(NARROW)
        if narrow != self._narrow:
            self._arrange(narrow)

    def show_person(self, person: Person, place: Place, now: datetime) -> None:
        """Show somebody."""
        profile = self._profile = person.profile
        self._place = place
        self._face.show_person(profile.full_name, tint_of(person.ref))
        self._name.set_text(", ".join((profile.full_name or self.tr("No name yet"), *profile.credentials)))
        spoken = self.tr("say it like {sound}").format(sound=profile.say_it_like) if profile.say_it_like else ""
        others = ", ".join(map(one_line, profile.also_named))
        also = self.tr("also called {names}").format(names=others) if others else ""
        said = SEPARATOR.join(part for part in (also, profile.pronouns, spoken) if part)
        self._said.setText(said)
        self._said.setVisible(bool(said))
        past = sorted((place for place in profile.affiliations if place.until), key=_end, reverse=True)
        before = [said_place(place) for place in past]
        self._before.setText(self.tr("Before: {place}").format(place=before[0]) if before else "")
        self._before.setToolTip(literal_tip("\n".join(before)))
        self._before.setVisible(bool(before))
        self._ways.show_ways(profile.contact_points, place.website, closed=person.status in WRITING_CLOSED)
        tab_after(self.more, self._ways.links())
        self.show_time(now)

    def show_time(self, now: datetime) -> None:
        """Say what time it is there; nothing where their zone is not known."""
        parts = [headline(self._profile)]
        if self._place.zone is not None:
            parts.append(self.tr("{time} there").format(time=said_time(now, self._place.zone)))
        text = SEPARATOR.join(part for part in parts if part)
        if text != self._work.text():
            self._work.setText(text)
        self._work.setVisible(bool(text))


def _end(place: Affiliation) -> date:
    return place.until or date.max


def said_place(place: Affiliation) -> str:
    """A place where somebody worked, and when: "School OT · Larchmont USD (1 Aug 2019 – 18 Mar 2026)"."""
    pattern = day_pattern(with_year=True)
    since, until = (
        reading_locale().toString(QDate(day.year, day.month, day.day), pattern) if day else ""
        for day in (place.since, place.until)
    )
    name = SEPARATOR.join(part for part in (place.title, place.organisation) if part)
    if since and until:
        return QCoreApplication.translate("Header", "{place} ({since} – {until})").format(
            place=name, since=since, until=until
        )
    return QCoreApplication.translate("Header", "{place} (until {until})").format(place=name, until=until)
