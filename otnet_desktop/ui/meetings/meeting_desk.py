"""Answers whoever wants a meeting: books one, moves one, opens one or its prep sheet in the person's place.

Public: ``MeetingDesk(workspace, bridge, intents, place)``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from otnet_desktop.domain.meetings import Meeting, MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.meeting_form import MeetingForm
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.meetings.prep_sheet import PrepSheet
from otnet_desktop.ui.person_place import PersonPlace, Sheet

Make = Callable[[Workspace, Bridge, Intents, Meeting], Sheet]


class MeetingDesk(QObject):
    """Lives with the place it lays sheets in."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, place: PersonPlace) -> None:
        super().__init__(place)
        self._workspace = workspace
        self._bridge = bridge
        self._intents = intents
        self._place = place
        intents.meeting_wanted.connect(self._book)
        intents.move_meeting_wanted.connect(self._move)
        intents.open_meeting_wanted.connect(self._open)
        intents.prep_wanted.connect(self._prepare)

    def _book(self, person: int) -> None:
        people = [PersonId(person)] if person else []
        MeetingForm(self._workspace, self._intents, people, parent=self._place.window()).open()

    def _move(self, meeting: int) -> None:
        found = self._meeting(meeting)
        if found is not None:
            MeetingForm(self._workspace, self._intents, meeting=found, parent=self._place.window()).open()

    def _open(self, meeting: int) -> None:
        self._lay(meeting, MeetingSheet)

    def _prepare(self, meeting: int) -> None:
        self._lay(meeting, PrepSheet)

    def _lay(self, meeting: int, make: Make) -> None:
        """With whoever is shown, if they take part; else with the first who does."""
        found = self._meeting(meeting)
        if found is None or not found.plan.people:
            return
        shown = self._place.person
        person = shown if shown in found.plan.people else found.plan.people[0]
        self._place.lay(make(self._workspace, self._bridge, self._intents, found), person)

    def _meeting(self, meeting: int) -> Meeting | None:
        return attempt(self._intents, lambda: self._workspace.meetings.get(MeetingId(meeting)))
