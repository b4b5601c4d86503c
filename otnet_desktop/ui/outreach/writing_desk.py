"""Answers whoever wants to write or to say how they thanked: lays a letter in the person's place.

Public: ``WritingDesk(workspace, bridge, intents, place)``. What a reminder asks for goes through ``followups.doing``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QApplication, QMenu

from otnet_desktop.domain.errors import NotFound, OtnetError
from otnet_desktop.domain.facts import ThanksHow
from otnet_desktop.domain.letter_choice import GROUP
from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.messages import MessageId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.composing import Beginning
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.followups.doing import Doing
from otnet_desktop.ui.followups.due_words import ways_to_thank
from otnet_desktop.ui.followups.settling import Settling
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.letter_text import translated
from otnet_desktop.ui.person_place import PersonPlace
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.widgets.menu_heading import add_heading
from otnet_desktop.ui.widgets.pop_up import pop_up_at

WRITE = "write"


class WritingDesk(QObject):
    """Lives with the place it lays letters in."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, place: PersonPlace) -> None:
        super().__init__(place)
        self._workspace = workspace
        self._bridge = bridge
        self._intents = intents
        self._place = place
        self._thanking = (PersonId(0), MeetingId(0))
        self._settling = Settling(workspace, intents, place)
        self._doing = Doing(workspace, intents, self)
        intents.compose_wanted.connect(self._compose)
        intents.thank_wanted.connect(self._thank)
        intents.thank_all_wanted.connect(self._thank_all)
        intents.draft_wanted.connect(self._go_on)

    def _compose(self, person: int, reminder: str, letter: str) -> None:
        self._begin(lambda: self._workspace.composing.begin(PersonId(person), reminder, letter, translated))

    def _go_on(self, message: int) -> None:
        self._begin(lambda: self._workspace.drafts.go_on(MessageId(message), translated))

    def _begin(self, beginning: Callable[[], Beginning]) -> None:
        laid = self._place.sheet
        if isinstance(laid, Composer):
            laid.hide()  # keeps its draft, so that the same letter is found again
        try:
            begun = beginning()
        except NotFound as error:
            self._intents.failed.emit(error)
            self._intents.add_person_wanted.emit()
        except OtnetError as error:
            self._intents.failed.emit(error)
        else:
            self._place.lay(Composer(self._workspace, self._bridge, self._intents, begun), begun.reader.id)
            if begun.about != begun.reader.id:
                told = self.tr("Your coordinator first: this note goes to {name}.")
                self._intents.said.emit(told.format(name=begun.reader.profile.short_name))

    def _thank(self, person: int, meeting: int) -> None:
        """Write it, or say how it was done already."""
        self._thanking = (PersonId(person), MeetingId(meeting))
        menu = QMenu(self._place)
        write = menu.addAction(self.tr("Write a thank-you"))
        write.setData(WRITE)
        dress(write, "mail")
        add_heading(menu, self.tr("Done already"))
        for how, text in ways_to_thank().items():
            menu.addAction(text).setData(how.value)
        menu.triggered.connect(self._thank_by)
        menu.aboutToHide.connect(menu.deleteLater)
        focused = QApplication.focusWidget()
        if focused is not None:
            pop_up_at(menu, focused)
        else:
            menu.popup(QCursor.pos())

    def _thank_all(self, meeting: int) -> None:
        """One letter; whoever is left to thank first is its first reader."""
        found = attempt(self._intents, lambda: self._workspace.meetings.get(MeetingId(meeting)))
        if found is None:
            return
        for person in found.plan.people:
            asked = [r.key for r in self._workspace.people.outlook(person).reminders if r.meeting == found.ref]
            if asked:
                self._compose(person, asked[0], GROUP)
                return

    def _thank_by(self, action: QAction) -> None:
        person, meeting = self._thanking
        found = attempt(self._intents, lambda: self._workspace.meetings.get(meeting))
        if found is None:
            return
        if action.data() != WRITE:
            self._settling.thanked(person, found.ref, ThanksHow(action.data()))
            return
        asked = [r.key for r in self._workspace.people.outlook(person).reminders if r.meeting == found.ref]
        self._compose(person, asked[0] if asked else "", "thank_you.meeting")
