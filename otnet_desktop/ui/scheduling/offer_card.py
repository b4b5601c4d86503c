"""Times for one person: proposed by themselves, ticked by hand, put into a letter or on the clipboard.

Public: ``OfferCard(workspace, intents, person)`` with ``look_again()``.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.messages import MessageState
from otnet_desktop.domain.next_step import HOMEWORK
from otnet_desktop.domain.offers import offer_list
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Stage
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.time_fields import LENGTHS
from otnet_desktop.ui.people.why_line import WhyLine
from otnet_desktop.ui.scheduling.before_booking import BeforeBooking
from otnet_desktop.ui.scheduling.span_words import said_on_both_clocks
from otnet_desktop.ui.scheduling.times_list import TimesList
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented

PAGE = 60
"""Times shown; with more than that nobody chooses better."""

WITH_ROOM_FOR_TIMES = frozenset({Stage.LATER, Stage.RESCHEDULING})
"""Stages whose own letter names times; one that thanks for a yes would be wrong."""


class OfferCard(Card):
    """What is ticked is what is offered."""

    def __init__(self, workspace: Workspace, intents: Intents, person: PersonId, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._workspace = workspace
        self._intents = intents
        self._person = person
        self._is_by_hand = False
        profile = workspace.people.get(person).profile
        self._their_zone = workspace.people.place(profile).zone
        self.set_title(self.tr("Times for {name}").format(name=one_line(profile.short_name)))
        self.why = WhyLine(workspace)
        self.why.show_people((person,))
        self.before = BeforeBooking(workspace, intents, person)
        self.length = Segmented(self.tr("Length in minutes"), [(str(n), self.locale().toString(n)) for n in LENGTHS])
        suits = workspace.research.length_for((person,), MeetingFormat.VIRTUAL)
        self.length.choose(str(suits // timedelta(minutes=1)))
        self.times = TimesList(self.tr("Times to offer"))
        self._nothing = PlainLabel(tone="soft")
        self.sentence = PlainLabel(size=TextSize.CAPTION, tone="soft", selectable=True)
        self._zone_missing = PlainLabel(
            self.tr("Their time zone is not known, so only your own times are said."), TextSize.CAPTION, "due"
        )
        self.add_zone = quiet_button(self.tr("Add their time zone"), "globe")
        self.write = primary_button(self.tr("Write with these times"), "mail")
        self.copy = plain_button(self.tr("Copy"), "copy")
        self.copy.setAccessibleName(self.tr("Copy these times"))
        self._assemble()
        self.length.chosen.connect(self._propose)
        self.times.changed.connect(self._ticked)
        self.add_zone.clicked.connect(self._ask_for_zone)
        self.write.clicked.connect(self._write)
        self.copy.clicked.connect(self._copy)
        self._propose()

    def _assemble(self) -> None:
        self.body.addWidget(self.why)
        self.body.addWidget(self.before)
        self.body.addWidget(LabelledField(self.tr("Length in minutes"), self.length))
        for widget in (self._nothing, self.times, self._zone_missing, self.add_zone, self.sentence):
            self.body.addWidget(widget)
        buttons = FlowLayout()
        buttons.addWidget(self.write)
        buttons.addWidget(self.copy)
        self.body.addLayout(buttons)

    def look_again(self) -> None:
        """What is free has changed: what was ticked by hand stays ticked as long as it is free."""
        self._their_zone = self._workspace.people.place(self._workspace.people.get(self._person).profile).zone
        self.why.show_people((self._person,))
        self.before.look_again()
        times = self._workspace.offers.times(self._length())
        kept = [span for span in self.times.chosen() if span in times] if self._is_by_hand else []
        if kept:
            self._show(times, kept)
        else:
            self._propose()

    def _ticked(self) -> None:
        self._is_by_hand = True
        self._say()

    def _propose(self) -> None:
        self._is_by_hand = False
        length = self._length()
        open_ones = [offer.span for offer in self._workspace.offers.open(self._person)]
        fitting = [span for span in open_ones if span.length == length]
        times = self._workspace.offers.times(length)
        self._show(times, fitting or list(self._workspace.offers.proposal(self._person, length)))

    def _show(self, times: tuple[Span, ...], chosen: list[Span]) -> None:
        shown = sorted({*times[:PAGE], *chosen})
        self.times.show_times(shown, self._said, chosen)
        self.times.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        painted = bool(self._workspace.availability.hours().weekly)
        self._nothing.setText(
            self.tr("Nothing of that length is free in the next five weeks.")
            if painted
            else self.tr("Paint first when you are free: drag over the hours of the week.")
        )
        self._say()

    def _said(self, span: Span) -> str:
        zone = self._workspace.preferences.timing().zone
        said = said_on_both_clocks(span, zone, self._their_zone)
        others = self._workspace.offers.elsewhere([span], self._person)
        if not others:
            return said
        name = one_line(self._workspace.people.get(others[0].person).profile.short_name)
        return self.tr("{time} – offered to {name}").format(time=said, name=name)

    def _say(self) -> None:
        chosen = self.times.chosen()
        zone = self._workspace.preferences.timing().zone
        self.sentence.setText(offer_list(chosen, zone, self._their_zone))
        self.sentence.setVisible(bool(chosen))
        for widget in (self._zone_missing, self.add_zone):
            widget.setVisible(bool(chosen) and self._their_zone is None)
        for button in (self.write, self.copy):
            button.setEnabled(bool(chosen))

    def _length(self) -> timedelta:
        return timedelta(minutes=int(self.length.chosen_key()))

    def _offer(self) -> bool:
        chosen = self.times.chosen()
        return succeeded(self._intents, lambda: self._workspace.offers.offer(self._person, chosen))

    def _ask_for_zone(self) -> None:
        self._intents.edit_person_wanted.emit(self._person)

    def _write(self) -> None:
        letter = self._letter()
        if self._offer():
            self._intents.compose_wanted.emit(self._person, "", letter)

    def _letter(self) -> str:
        """The first letter, begun already or not, has room for times: nobody is thanked for a yes not yet asked for."""
        stage = self._workspace.people.outlook(self._person).stage
        if stage in HOMEWORK:
            written = self._workspace.outreach.of(self._person)
            is_begun = any(message.state is MessageState.DRAFT for message in written)
            has_purpose = self._workspace.research.of(self._person).purpose is not None
            return "" if is_begun or has_purpose else "offer_times"
        return "" if stage in WITH_ROOM_FOR_TIMES else "offer_times"

    def _copy(self) -> None:
        if self._offer():
            QGuiApplication.clipboard().setText(self.sentence.text())
            self._intents.undoable.emit(self.tr("Copied, and kept as offered."))
