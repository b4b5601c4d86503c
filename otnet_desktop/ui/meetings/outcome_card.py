"""How a meeting went: asked once it has begun, told afterwards, and thanks from there.

Public: ``OutcomeCard(workspace, intents)`` with ``show_meeting(meeting)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from otnet_desktop.domain.facts import MeetingOutcome
from otnet_desktop.domain.letter_choice import NOTES
from otnet_desktop.domain.meetings import Meeting, MeetingKind, MeetingState
from otnet_desktop.domain.messages import MessageState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.meeting_deeds import MeetingDeeds, outcomes
from otnet_desktop.ui.theme.literal import caption, one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.timeline.meeting_words import CALLED_OFF, names_together
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.tab_order import tab_before


class OutcomeCard(Card):
    """Three answers, or the one that was given."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("How did it go?"))
        self._workspace = workspace
        self._intents = intents
        self._deeds = MeetingDeeds(workspace, intents, self)
        self._meeting: Meeting | None = None
        self._correcting = False
        self._present: dict[PersonId, QCheckBox] = {}
        self._offers: list[QPushButton] = []
        self._said = PlainLabel()
        self._who_asked = PlainLabel(self.tr("Who was there?"), TextSize.CAPTION, "soft")
        self._who = QWidget()
        self._who_flow = FlowLayout(self._who)
        self._ask = QWidget()
        flow = FlowLayout(self._ask)
        self._answers: dict[MeetingOutcome, QPushButton] = {}
        for outcome, text in outcomes(group=False).items():
            make = primary_button if outcome is MeetingOutcome.HELD else plain_button
            self._answers[outcome] = make(text)
            self._answers[outcome].setProperty("outcome", outcome.value)
            self._answers[outcome].clicked.connect(self._answer)
            flow.addWidget(self._answers[outcome])
        self._after = QWidget()
        self._after_flow = FlowLayout(self._after)
        self._correct = quiet_button(self.tr("Correct this"), "edit", self._after)
        self._correct.clicked.connect(self._ask_again)
        for widget in (self._said, self._who_asked, self._who, self._ask, self._after):
            self.body.addWidget(widget)

    def show_meeting(self, meeting: Meeting) -> None:
        """Ask, or tell. Before it begins, and when it was called off, there is nothing to say here."""
        self._meeting = meeting
        was_answered_here = self._ask.isAncestorOf(self._last_touched())
        begun = meeting.plan.start <= self._workspace.clock.now()
        self.setVisible(begun and meeting.state not in CALLED_OFF)
        open_now = meeting.state is MeetingState.PLANNED or self._correcting
        group = len(meeting.plan.people) > 1
        for outcome, text in outcomes(group).items():
            self._answers[outcome].setText(text)
        self._ask.setVisible(open_now)
        self._show_who(meeting, shown=open_now and group)
        self._said.setText(" ".join(filter(None, (self._told(meeting), self._told_thanks(meeting)))))
        self._said.setVisible(not open_now)
        self._show_after(meeting, shown=not open_now)
        if was_answered_here and not open_now:
            at_hand = self.first_field() or self._correct
            at_hand.show()  # a layout shows what is new in it only later
            at_hand.setFocus(Qt.FocusReason.OtherFocusReason)

    def _last_touched(self) -> QWidget:
        """What has the keyboard while the window is active."""
        touched: QWidget | None = self.window().focusWidget()
        return self if touched is None else touched

    def first_field(self) -> QWidget | None:
        """What is to be said or done about it: how it went, else the first who was not thanked; none when all is."""
        if self._ask.isVisibleTo(self):
            return self._answers[MeetingOutcome.HELD]
        return next(iter(self._offers), None)

    def _told(self, meeting: Meeting) -> str:
        match meeting.state:
            case MeetingState.HELD if meeting.absent:
                return self.tr("It happened, without {names}.").format(names=self._names(meeting.absent))
            case MeetingState.HELD:
                return self.tr("It happened.")
            case MeetingState.NO_SHOW_THEM:
                return self.tr("They did not come. That happens; one kind message is enough.")
            case MeetingState.NO_SHOW_ME:
                return self.tr("You missed it. A short apology today puts it right.")
        return ""

    def _told_thanks(self, meeting: Meeting) -> str:
        """Who was thanked for it, so that nobody wonders and thanks twice."""
        if meeting.state is not MeetingState.HELD:
            return ""
        thanked = [p for p in meeting.plan.people if self._workspace.thanks.given(p, meeting.ref) is not None]
        return self.tr("Thanked: {names}.").format(names=self._names(thanked)) if thanked else ""

    def _names(self, people: Sequence[PersonId]) -> str:
        return names_together([self._workspace.people.get(person).profile.short_name for person in people])

    def _show_who(self, meeting: Meeting, *, shown: bool) -> None:
        """Who of a group was there: everybody, unless it is said otherwise."""
        for box in self._present.values():
            self._who_flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._present = {}
        self._who_asked.setVisible(shown)
        self._who.setVisible(shown)
        if not shown:
            return
        for person in meeting.plan.people:
            name = self._workspace.people.get(person).profile.full_name
            box = QCheckBox(caption(look().metrics.shorten(name)))
            box.setAccessibleName(self.tr("{name} was there").format(name=name))
            box.setChecked(person not in meeting.absent)
            self._present[person] = box
            self._who_flow.addWidget(box)
        tab_before(self._answers[MeetingOutcome.HELD], list(self._present.values()))

    def _show_after(self, meeting: Meeting, *, shown: bool) -> None:
        for button in self._offers:
            self._after_flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offers = []
        self._after_flow.removeWidget(self._correct)
        self._after.setVisible(shown)
        if not shown:
            self._correct.hide()
            return
        if meeting.state is MeetingState.HELD:
            there = [person for person in meeting.plan.people if person not in meeting.absent]
            left = [person for person in there if self._workspace.thanks.given(person, meeting.ref) is None]
            if len(left) > 1:
                everybody = plain_button(self.tr("Thank them all…"), "thank")
                everybody.clicked.connect(self._thank_all)
                self._offers.append(everybody)
                self._after_flow.addWidget(everybody)
            for person in left:
                self._offer_thanks(person)
            for person in meeting.absent:
                self._offer_notes(person, meeting)
        self._correct.setVisible(meeting.plan.kind is not MeetingKind.ENCOUNTER)
        self._after_flow.addWidget(self._correct)
        tab_before(self._correct, self._offers)

    def _offer_thanks(self, person: PersonId) -> None:
        self._offered(person, self.tr("Thank {name}…"), "thank").clicked.connect(self._thank)

    def _offer_notes(self, person: PersonId, meeting: Meeting) -> None:
        """Who was absent is told what was said, until one has written to them."""
        sent = self._workspace.outreach.of(person)
        if any(message.state is MessageState.SENT and message.at >= meeting.plan.end for message in sent):
            return
        button = self._offered(person, self.tr("Send {name} the notes…"), "mail")
        button.clicked.connect(self._send_notes)

    def _offered(self, person: PersonId, text: str, icon: str) -> QPushButton:
        """One button about one person."""
        name = self._workspace.people.get(person).profile.short_name
        button = plain_button(caption(text.format(name=look().metrics.shorten(name))), icon)
        button.setAccessibleName(text.format(name=one_line(name)))
        button.setProperty("person", int(person))
        self._offers.append(button)
        self._after_flow.addWidget(button)
        return button

    def _answer(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        if self._meeting is None:
            return
        outcome = MeetingOutcome(button.property("outcome"))
        absent = [person for person, box in self._present.items() if not box.isChecked()]
        self._correcting = False
        self._deeds.went(self._meeting, outcome, absent if outcome is MeetingOutcome.HELD else ())

    def _ask_again(self) -> None:
        self._correcting = True
        if self._meeting is not None:
            self.show_meeting(self._meeting)

    def _thank_all(self) -> None:
        if self._meeting is not None:
            self._intents.thank_all_wanted.emit(self._meeting.id)

    def _thank(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        if self._meeting is not None:
            self._intents.thank_wanted.emit(int(button.property("person")), self._meeting.id)

    def _send_notes(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self._intents.compose_wanted.emit(int(button.property("person")), "", NOTES)
