"""What one may do with an entry of the timeline, as a menu.

Public: ``EntryMenu(workspace, intents)`` with ``fill(menu, entry, person, words)`` and ``copy(text)``. ``person`` is
whose story it is (0 for everyone's); ``words`` are what Copy copies.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from otnet_desktop.domain.facts import MeetingOutcome, Side
from otnet_desktop.domain.meetings import Meeting, MeetingState
from otnet_desktop.domain.messages import Message, MessageState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.story import StoryEntry, StoryKind
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.meeting_deeds import MeetingDeeds, outcomes, sides
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.literal import shortened

OPEN_STATES = (MessageState.DRAFT, MessageState.HANDED_OVER)


class EntryMenu(QObject):
    """Offers what makes sense for the entry, and does what is chosen."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._deeds = MeetingDeeds(workspace, intents, self)
        self._entry: StoryEntry | None = None
        self._words = ""

    def fill(self, menu: QMenu, entry: StoryEntry, person: PersonId, words: str) -> None:
        """Put everything in that can be done with ``entry``."""
        self._entry, self._words = entry, words
        if entry.meeting is not None:
            self._fill_meeting(menu, entry.meeting, person)
        elif entry.message is not None:
            self._fill_message(menu, entry.message)
        elif entry.kind is StoryKind.PROMISED and self._is_promise_open(entry):
            self._add(menu, self.tr("Done, or let go"), "check").triggered.connect(self._keep_promise)
        if not person:
            for somebody in entry.people:
                name = self._workspace.people.get(somebody).profile.full_name
                action = self._add(
                    menu, self.tr("Show {name}").format(name=shortened(name).replace("&", "&&")), "person"
                )
                action.setData(int(somebody))
                action.triggered.connect(self._show_person)
        self._add(menu, self.tr("Copy"), "copy").triggered.connect(self._copy)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self._intents.said.emit(self.tr("Copied"))

    def _fill_meeting(self, menu: QMenu, meeting: Meeting, person: PersonId) -> None:
        now = self._workspace.clock.now()
        self._add(menu, self.tr("Open"), "open").triggered.connect(self._open)
        if meeting.state is MeetingState.PLANNED and meeting.plan.start <= now:
            went = menu.addMenu(self.tr("How did it go?"))
            for outcome, text in outcomes(len(meeting.plan.people) > 1).items():
                went.addAction(text).setData(outcome.value)
            went.triggered.connect(self._say_how_it_went)
        if meeting.state is MeetingState.PLANNED:
            self._add(menu, self.tr("Move or change…"), "calendar").triggered.connect(self._move)
            off = menu.addMenu(self.tr("Call it off"))
            for side, text in sides().items():
                off.addAction(text).setData(side.value)
            off.triggered.connect(self._cancel)
        if meeting.state is MeetingState.HELD:
            self._fill_thanks(menu, meeting, person)

    def _fill_thanks(self, menu: QMenu, meeting: Meeting, person: PersonId) -> None:
        """Whoever was there and has not been thanked yet."""
        for somebody in meeting.plan.people:
            if somebody in meeting.absent or person not in (0, somebody):
                continue
            if self._workspace.thanks.given(somebody, meeting.ref) is None:
                name = self._workspace.people.get(somebody).profile.short_name
                action = self._add(
                    menu, self.tr("Thank {name}…").format(name=shortened(name).replace("&", "&&")), "thank"
                )
                action.setData(int(somebody))
                action.triggered.connect(self._thank)

    def _fill_message(self, menu: QMenu, message: Message) -> None:
        if message.state in OPEN_STATES:
            self._add(menu, self.tr("Go on writing"), "edit").triggered.connect(self._write)

    def _add(self, menu: QMenu, text: str, icon_name: str) -> QAction:
        action = menu.addAction(text)
        dress(action, icon_name)
        return action

    def _meeting(self) -> Meeting:
        meeting = self._entry.meeting if self._entry is not None else None
        assert meeting is not None, "the menu was filled for a meeting"
        return meeting

    def _is_promise_open(self, entry: StoryEntry) -> bool:
        return any(
            promise.ref == entry.values["promise"] and not promise.kept
            for person in entry.people
            for promise in self._workspace.promises.of(person)
        )

    def _open(self) -> None:
        self._intents.open_meeting_wanted.emit(self._meeting().id)

    def _move(self) -> None:
        self._intents.move_meeting_wanted.emit(self._meeting().id)

    def _say_how_it_went(self, action: QAction) -> None:
        self._deeds.went(self._meeting(), MeetingOutcome(action.data()))

    def _cancel(self, action: QAction) -> None:
        self._deeds.cancel(self._meeting(), Side(action.data()))

    def _thank(self) -> None:
        self._intents.thank_wanted.emit(self._chosen_person(), self._meeting().id)

    def _show_person(self) -> None:
        self._intents.person_wanted.emit(self._chosen_person())

    def _chosen_person(self) -> int:
        action = self.sender()
        assert isinstance(action, QAction)
        return int(action.data())

    def _write(self) -> None:
        message = self._entry.message if self._entry is not None else None
        assert message is not None, "the menu was filled for a message"
        self._intents.draft_wanted.emit(message.id)

    def _keep_promise(self) -> None:
        assert self._entry is not None
        ref = self._entry.values["promise"]
        if succeeded(self._intents, lambda: self._workspace.promises.keep(ref)):
            self._intents.undoable.emit(self.tr("The promise is settled"))

    def _copy(self) -> None:
        self.copy(self._words)
