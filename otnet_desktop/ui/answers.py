"""Answers what panes want with a form or a sheet. Each is imported when it is first wanted.

Public: ``Answers(window, workspace)``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.main_window import MainWindow


class Answers(QObject):
    """Opens what is asked for, in front of the window."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        intents = window.intents
        intents.add_person_wanted.connect(self._add_person)
        intents.add_named_wanted.connect(self._add_named)
        intents.edit_person_wanted.connect(self._edit_person)
        intents.meeting_wanted.connect(self._book)
        intents.move_meeting_wanted.connect(self._move_meeting)

    def _add_person(self) -> None:
        self._add_named("")

    def _add_named(self, name: str) -> None:
        from otnet_desktop.ui.people.person_form import PersonForm

        PersonForm(self._workspace, self._window.intents, typed_name=name, parent=self._window).open()

    def _edit_person(self, person: int) -> None:
        from otnet_desktop.ui.people.person_form import PersonForm

        found = attempt(self._window.intents, lambda: self._workspace.people.get(PersonId(person)))
        if found is not None:
            PersonForm(self._workspace, self._window.intents, found, parent=self._window).open()

    def _book(self, person: int) -> None:
        from otnet_desktop.ui.meetings.meeting_form import MeetingForm

        people = [PersonId(person)] if person else []
        MeetingForm(self._workspace, self._window.intents, people, parent=self._window).open()

    def _move_meeting(self, meeting: int) -> None:
        from otnet_desktop.ui.meetings.meeting_form import MeetingForm

        found = attempt(self._window.intents, lambda: self._workspace.meetings.get(MeetingId(meeting)))
        if found is not None:
            MeetingForm(self._workspace, self._window.intents, meeting=found, parent=self._window).open()
