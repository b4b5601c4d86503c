"""The companion of a conversation, over the whole window: the time, why, the question now, takeaways, notes.

Public: ``CompanionPage(workspace, bridge, intents, meeting)``. Space or Enter asks the next question, T (or Ctrl+T,
wherever one is) keeps a takeaway, Esc closes. Everything is saved while it is typed.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.kept_parts import tell_what_is_left
from otnet_desktop.ui.meetings.lines_card import LinesCard
from otnet_desktop.ui.meetings.meeting_keeper import MeetingKeeper
from otnet_desktop.ui.meetings.notes_card import NotesCard
from otnet_desktop.ui.meetings.question_now import QuestionNow
from otnet_desktop.ui.meetings.time_line import TimeLine
from otnet_desktop.ui.people.why_line import WhyLine
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.timeline.meeting_words import named, names_together
from otnet_desktop.ui.widgets.scrolled import scrolled

SHOWN = (Room.MEETINGS, Room.PEOPLE, Room.RESEARCH)


class CompanionPage(Aside):
    """Nothing here needs the mouse."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, meeting: Meeting, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        set_help(self, "meeting")
        self._workspace = workspace
        self._intents = intents
        self._meeting = meeting.id
        keeper = self._keeper = MeetingKeeper(workspace, intents, meeting.id, self)
        self.time = TimeLine(workspace.clock, workspace.preferences.timing().zone)
        self.why = WhyLine(workspace)
        self.question = QuestionNow(keeper)
        self.takeaways = LinesCard(
            self.tr("Takeaways"), self.tr("One sentence to keep (T, or Ctrl+T), then Enter"), "takeaways", keeper
        )
        self.takeaways.line.returnPressed.connect(self._talk_on)
        self.notes = NotesCard(keeper)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        for part in (self.question, self.takeaways, self.notes):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = scrolled(page)
        self.body.addWidget(self.time)
        self.body.addWidget(self.why)
        self.body.addWidget(self._scroll, 1)
        self._look_at(meeting)
        bridge.changed.connect(self._heed)

    def first_field(self) -> QWidget:
        """The next question is one key away; where nothing is asked, the notes are."""
        return self.question.first_field() or self.notes.notes

    def takes(self, event: QKeyEvent) -> bool:
        """Ctrl+T is the takeaway's while one is in a meeting."""
        return super().takes(event) or _is_takeaway(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no field wanted to write: one key for a takeaway."""
        if _is_takeaway(event) or (Qt.Key(event.key()) is Qt.Key.Key_T and not event.modifiers()):
            self.takeaways.add_one()
            self._scroll.ensureWidgetVisible(self.takeaways.line)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: save. What cannot be saved is on the clipboard, for the page goes away with it."""
        super().hideEvent(event)
        for part in (self.question, self.takeaways, self.notes):
            part.save_now()
        if self.isHidden():  # else the window is: the page comes back with it
            tell_what_is_left(self._intents, self._keeper.copy())

    def _talk_on(self) -> None:
        """It is kept; back to the question."""
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_at(self, meeting: Meeting) -> None:
        meeting = self._keeper.with_left(meeting)
        names = [self._workspace.people.get(person).profile.full_name for person in meeting.plan.people]
        told = self.tr("{meeting} with {names}")
        self.set_title(told.format(meeting=named(meeting.plan), names=names_together(names)))
        self.time.show_times(meeting.plan.start, meeting.plan.end)
        self.why.show_people(meeting.plan.people)
        self.question.show_questions(meeting.kept.questions)
        self.takeaways.show_lines(meeting.kept.takeaways)
        self.notes.show_notes(meeting.kept)

    def _heed(self, changed: Changed) -> None:
        if not any(changed.touches(room) for room in SHOWN):
            return
        try:
            self._look_at(self._workspace.meetings.get(self._meeting))
        except NotFound:  # booked and undone, or deleted with the person
            self.finished.emit()


def _is_takeaway(event: QKeyEvent) -> bool:
    return event.keyCombination() == (Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_T)
