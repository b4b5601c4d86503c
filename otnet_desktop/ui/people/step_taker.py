"""Shows the one next step of a person and takes it when its button is pressed.

Public: ``StepTaker(workspace, intents)`` with ``card`` (to be put in a layout) and ``show_step(person, outlook,
research, cadence)``. Steps that are taken in the same pane are signals: ``say_why``, ``ask_gatekeeper``,
``note_one_thing``, ``choose_cadence``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from otnet_desktop.domain.meetings import Meeting, MeetingState
from otnet_desktop.domain.next_step import Action, Step, next_step
from otnet_desktop.domain.people import ContactKind, ContactState, Person
from otnet_desktop.domain.reminders import Outlook
from otnet_desktop.domain.research import Research
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.step_words import SKIP, worded
from otnet_desktop.ui.tongue import tongue
from otnet_desktop.ui.widgets.next_step_card import NextStepCard

LETTERS = {Action.IN_TOUCH: "keep_in_touch", Action.TELL: "keep_in_touch"}
"""Steps whose letter is certain; for the others the composer chooses."""


class StepTaker(QObject):
    """Knows the step on the card and what its button means."""

    say_why = Signal()
    ask_gatekeeper = Signal()
    note_one_thing = Signal()
    choose_cadence = Signal()

    def __init__(self, workspace: Workspace, intents: Intents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._step = Step(Action.NOTHING)
        self._person: Person | None = None
        self.card = NextStepCard()
        self.card.acted.connect(self._act)
        self.card.later_chosen.connect(self._later)
        self._in_this_pane = {
            Action.SAY_WHY: self.say_why,
            Action.ASK_GATEKEEPER: self.ask_gatekeeper,
            Action.NOTE_ONE_THING: self.note_one_thing,
            Action.CHOOSE_CADENCE: self.choose_cadence,
        }
        self._elsewhere = {
            Action.ADD_ADDRESS: intents.edit_person_wanted,
            Action.WAIT: intents.log_wanted,
            Action.OFFER_TIMES: intents.times_wanted,
            Action.BOOK: intents.meeting_wanted,
        }

    def show_step(self, person: Person, outlook: Outlook, research: Research, cadence: int | None) -> None:
        """Work out the next step for somebody and show it."""
        self._person = person
        reason = self._workspace.reasons.of(person.id)
        step = self._step = next_step(
            outlook, research, reachable=is_reachable(person), cadence=cadence, has_reason=reason is not None
        )
        self.card.setVisible(step.action is not Action.NOTHING)
        if step.action is not Action.NOTHING:
            self.card.show_step(worded(step, person.profile.short_name, tongue(self._workspace), reason))

    def _act(self) -> None:
        person, step = self._person, self._step
        if person is None:
            return
        if step.action in self._in_this_pane:
            self._in_this_pane[step.action].emit()
            return
        match step.action:
            case Action.FOLLOW_UP if step.reminder is not None:
                self._intents.follow_up_wanted.emit(step.reminder.key)
            case action if action in self._elsewhere:
                self._elsewhere[action].emit(person.id)
            case Action.PREPARE:
                self._with_meeting(is_ahead, self._open_meeting)
            case Action.SAY_HOW_IT_WENT:
                self._with_meeting(is_over, self._open_meeting)
            case Action.THANK:
                self._with_meeting(was_held, self._thank)
            case action:
                self._intents.compose_wanted.emit(person.id, "", LETTERS.get(action, ""))

    def _with_meeting(self, fits: Callable[[Meeting, datetime], bool], then: Callable[[Person, Meeting], None]) -> None:
        """Go on with the meeting the step is about: the next one ahead, else the latest."""
        person = self._person
        if person is None:
            return
        now = self._workspace.clock.now()
        found = [meeting for meeting in self._workspace.meetings.of(person.id) if fits(meeting, now)]
        if found:
            then(person, found[0] if fits is is_ahead else found[-1])

    def _open_meeting(self, _person: Person, meeting: Meeting) -> None:
        self._intents.open_meeting_wanted.emit(meeting.id)

    def _thank(self, person: Person, meeting: Meeting) -> None:
        self._intents.thank_wanted.emit(person.id, meeting.id)

    def _later(self, choice: str) -> None:
        reminder = self._step.reminder
        if reminder is None:
            return
        reminders = self._workspace.reminders
        if choice == SKIP:
            if succeeded(self._intents, lambda: reminders.dismiss(reminder.key)):
                self._intents.undoable.emit(self.tr("Skipped"))
            return
        until = reminders.later_choices(self._workspace.clock.now())[choice]
        if succeeded(self._intents, lambda: reminders.snooze(reminder.key, until)):
            self._intents.undoable.emit(self.tr("Put off"))


def is_reachable(person: Person) -> bool:
    """Whether there is any way to write or call that works."""
    ways = (ContactKind.EMAIL, ContactKind.PHONE, ContactKind.LINKEDIN, ContactKind.CHAT)
    points = person.profile.contact_points
    return any(p.kind in ways and p.state is ContactState.OK and p.value for p in points)


def is_ahead(meeting: Meeting, now: datetime) -> bool:
    """Agreed, and not over."""
    return meeting.state is MeetingState.PLANNED and meeting.plan.end > now


def is_over(meeting: Meeting, now: datetime) -> bool:
    """Agreed and over, and nobody said how it went."""
    return meeting.state is MeetingState.PLANNED and meeting.plan.end <= now


def was_held(meeting: Meeting, _now: datetime) -> bool:
    """It took place."""
    return meeting.state is MeetingState.HELD
