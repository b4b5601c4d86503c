"""The timeline beside the person.

Public: ``TimelinePane(workspace, bridge, intents)`` with ``show_person(person)`` (0 for nobody), and ``Foot(intents)``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.timeline.story_list import StoryList
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.elided_label import ElidedLabel
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.segmented import Segmented

PERSON, EVERYONE = "person", "everyone"

LONGEST_NAME = 96
"""As drawn: room for a name above a narrow timeline."""


class TimelinePane(QWidget):
    """This person's story, or everyone's."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_help(self, "journey")
        set_surface(self, Surface.PANEL)
        self.setAccessibleName(self.tr("Timeline"))
        self._workspace = workspace
        self._person = PersonId(0)
        self.story = StoryList(workspace, bridge, intents)
        options = (PERSON, self.tr("This person")), (EVERYONE, self.tr("Everyone"))
        self._whose = Segmented(self.tr("Whose timeline"), options)
        self._whose.chosen.connect(self._turn)
        head = QHBoxLayout()
        head.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 2 * STEP)
        head.setSpacing(2 * STEP)
        head.addWidget(ElidedLabel(self.tr("Meetings"), TextSize.BODY, bold=True))
        head.addStretch(1)
        head.addWidget(self._whose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.story, 1)
        self._foot = Foot(intents)
        column.addWidget(self._foot)
        self.story.empty.connect(self._foot.setHidden)
        bridge.changed.connect(self._heed)

    def show_person(self, person: int) -> None:
        """Somebody else's story, or (0) everyone's."""
        if person == self._person:
            return
        self._person = PersonId(person)
        self._foot.person = person
        self._name_person()
        self._turn()

    def _turn(self) -> None:
        if self._person and self._whose.chosen_key() == PERSON:
            self.story.show_person(self._person)
        else:
            self.story.show_everyone()

    def _name_person(self) -> None:
        try:
            name = self._workspace.people.get(self._person).profile.short_name if self._person else ""
        except NotFound:  # deleted; the window shows somebody else soon
            return
        metrics = look().metrics
        room = metrics.shape(LONGEST_NAME)
        short = metrics.measure(TextSize.CAPTION).elidedText(one_line(name), Qt.TextElideMode.ElideRight, room)
        self._whose.say(PERSON, short or self.tr("This person"), name)

    def _heed(self, changed: Changed) -> None:
        if changed.touches(Room.PEOPLE) and changed.concerns(self._person):
            self._name_person()


class Foot(QWidget):
    """Book and log, for ``person`` (0: choose whom)."""

    def __init__(self, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = 0
        self._intents = intents
        book = plain_button(self.tr("Book a meeting"), "calendar")
        book.clicked.connect(self._book)
        log = plain_button(self.tr("Log…"), "log")
        log.setAccessibleName(self.tr("Log a contact"))
        log.clicked.connect(self._log)
        flow = FlowLayout(self)
        flow.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 3 * STEP)
        flow.addWidget(book)
        flow.addWidget(log)

    def _book(self) -> None:
        self._intents.meeting_wanted.emit(self.person)

    def _log(self) -> None:
        self._intents.log_wanted.emit(self.person)
