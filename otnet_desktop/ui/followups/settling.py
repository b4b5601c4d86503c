"""Settles what is due: done, put off, put away, how a meeting went. Each is told with Undo.

Public: ``Settling(workspace, intents, window)`` with ``done``, ``turned_out``, ``put_off`` (keys of reminders) and
``thanked(person, occasion, how)``. A second thank-you for the same occasion is asked about first.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.facts import MeetingOutcome, ThanksHow
from otnet_desktop.domain.keys import subject_of
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.thanks import AlreadyThanked
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.followups.again_question import AgainQuestion
from otnet_desktop.ui.followups.due_card import OTHERWISE
from otnet_desktop.ui.followups.due_words import KEEP
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.meeting_deeds import MeetingDeeds
from otnet_desktop.ui.people.step_words import SKIP


class Settling(QObject):
    """``window`` is where questions are asked."""

    def __init__(self, workspace: Workspace, intents: Intents, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._intents = intents
        self._window = window
        self._deeds = MeetingDeeds(workspace, intents, self)

    def done(self, key: str, how: str = "") -> None:
        """It was done; ``how`` thanks were given, for a thank-you."""
        given = ThanksHow(how) if how else ThanksHow.EMAIL
        try:
            found = self._workspace.reminders.find(key)
            self._workspace.reminders.done(key, given)
        except AlreadyThanked as thanked:
            person = self._workspace.reminders.person_of(key)
            self._ask_again(person, subject_of(key).meeting, given, thanked)
        except OtnetError as error:
            self._intents.failed.emit(error)
        else:
            self._intents.undoable.emit(self.tr("Thanked") if found.kind is Kind.THANK_YOU else self.tr("Done"))

    def thanked(self, person: PersonId, occasion: str, how: ThanksHow) -> None:
        """Thanks were given for a meeting or an answer."""
        try:
            self._workspace.thanks.thank([person], occasion, how)
        except AlreadyThanked as thanked:
            self._ask_again(person, occasion, how, thanked)
        except OtnetError as error:
            self._intents.failed.emit(error)
        else:
            self._intents.undoable.emit(self.tr("Thanked"))

    def turned_out(self, key: str, outcome: str) -> None:
        """What became of the meeting a reminder is about."""
        meeting = attempt(self._intents, lambda: self._workspace.reminders.meeting_of(key))
        if meeting is None:
            return
        if outcome == OTHERWISE:
            self._intents.open_meeting_wanted.emit(meeting.id)
        else:
            self._deeds.went(meeting, MeetingOutcome(outcome))

    def put_off(self, key: str, choice: str) -> None:
        """Later, never, or in the list without another word."""
        reminders = self._workspace.reminders
        if choice == KEEP:
            self._intents.said.emit(self.tr("It stays in the list, without notifications"))
        elif choice == SKIP:
            if succeeded(self._intents, lambda: reminders.dismiss(key)):
                self._intents.undoable.emit(self.tr("Skipped"))
        else:
            until = reminders.later_choices(self._workspace.clock.now())[choice]
            if succeeded(self._intents, lambda: reminders.snooze(key, until)):
                self._intents.undoable.emit(self.tr("Put off"))

    def _ask_again(self, person: PersonId, occasion: str, how: ThanksHow, before: AlreadyThanked) -> None:
        question = AgainQuestion(self._workspace, person, occasion, how, before.given, self._window)
        question.confirmed.connect(self._thank_again)
        question.open()

    def _thank_again(self, person: int, occasion: str, how: str) -> None:
        thank = self._workspace.thanks.thank
        if succeeded(self._intents, lambda: thank([PersonId(person)], occasion, ThanksHow(how), again=True)):
            self._intents.undoable.emit(self.tr("Thanked again"))
