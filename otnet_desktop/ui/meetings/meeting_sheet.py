"""One meeting on a sheet of its own: when, how it went, what to ask, what one takes away.

Public: ``MeetingSheet(workspace, bridge, intents, meeting)``. Ctrl+T adds a takeaway, Esc goes back.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.meetings import Meeting, MeetingId, MeetingState
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.kept_parts import tell_what_is_left
from otnet_desktop.ui.meetings.advice_card import AdviceCard
from otnet_desktop.ui.meetings.checklist_card import ChecklistCard
from otnet_desktop.ui.meetings.facts_card import FactsCard
from otnet_desktop.ui.meetings.introducer_card import IntroducerCard
from otnet_desktop.ui.meetings.lines_card import LinesCard
from otnet_desktop.ui.meetings.meeting_keeper import MeetingKeeper
from otnet_desktop.ui.meetings.notes_card import NotesCard
from otnet_desktop.ui.meetings.outcome_card import OutcomeCard
from otnet_desktop.ui.meetings.promises_card import PromisesCard
from otnet_desktop.ui.meetings.questions_card import QuestionsCard
from otnet_desktop.ui.meetings.reflection_card import ReflectionCard
from otnet_desktop.ui.meetings.ways_in import WaysIn
from otnet_desktop.ui.people.why_line import WhyLine
from otnet_desktop.ui.person_place import Sheet
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.timeline.meeting_words import CALLED_OFF, named, names_together, state_word
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.clamped_label import ClampedLabel
from otnet_desktop.ui.widgets.scrolled import scrolled
from otnet_desktop.ui.widgets.tag import Tag

READABLE_WIDTH = 760
"""As the person's own page."""

MINUTE_MS = 60_000

SHOWN_HERE = (Room.MEETINGS, Room.PEOPLE, Room.REMINDERS, Room.JOURNEY)


class MeetingSheet(Sheet):
    """Everything about one meeting. What is typed is saved as it is typed."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, meeting: Meeting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_help(self, "meeting")
        self._workspace = workspace
        self._intents = intents
        self._meeting = meeting
        self._said_state = ""
        keeper = self._keeper = MeetingKeeper(workspace, intents, meeting.id, self)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._back = quiet_button(self.tr("Back"), "chevron-right" if mirrored else "chevron-left")
        self._back.clicked.connect(self.finished)
        self._title = ClampedLabel(size=TextSize.HEADING, lines=3)
        self._why = WhyLine(workspace)
        self._state = Tag()
        self.ways = WaysIn(intents)
        self.checklist = ChecklistCard(workspace, intents)
        self.facts = FactsCard(workspace, intents)
        self.outcome = OutcomeCard(workspace, intents)
        self.questions = QuestionsCard(keeper, workspace, intents)
        self.takeaways = LinesCard(
            self.tr("Takeaways"), self.tr("Add one sentence to keep (Ctrl+T)"), "takeaways", keeper
        )
        self.advice = AdviceCard(workspace, intents)
        self.notes = NotesCard(keeper)
        self.reflection = ReflectionCard(workspace, intents)
        self.promises = PromisesCard(workspace, intents)
        self.introducer = IntroducerCard(workspace, intents)
        self._sought: QWidget = self.takeaways.line
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(0)
        self._seen.timeout.connect(self._bring_into_sight)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._follow_time)
        self._minute.start()
        self._assemble()
        self._look_at(meeting)
        bridge.changed.connect(self._heed)

    def _assemble(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * STEP)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addStretch(1)
        head.addWidget(self._state)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._why)
        column.addWidget(self.ways)
        for card in (self.outcome, self.introducer, self.facts, self.checklist, *self._written()):
            column.addWidget(card)
        column.addStretch(1)
        page = QWidget()
        page.setMaximumWidth(look().metrics.shape(READABLE_WIDTH))
        page.setLayout(column)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 5 * STEP)
        row.addStretch(1)
        row.addWidget(page, 1000)
        row.addStretch(1)
        scroll = self._scroll = scrolled(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _written(
        self,
    ) -> tuple[QuestionsCard | LinesCard | PromisesCard | AdviceCard | NotesCard | ReflectionCard, ...]:
        """What one writes in."""
        return self.questions, self.takeaways, self.promises, self.advice, self.notes, self.reflection

    @property
    def meeting(self) -> MeetingId:
        """Which meeting it is about."""
        return self._meeting.id

    def first_field(self) -> QWidget:
        """What one came for: to say how it went, to thank, to ask, to note; where all is done, to read from its top."""
        meeting = self._meeting
        if meeting.state in CALLED_OFF:
            return self.facts.first_field()
        begun, over = (moment <= self._workspace.clock.now() for moment in (meeting.plan.start, meeting.plan.end))
        settled = meeting.state is not MeetingState.PLANNED
        if over or settled:
            return self.outcome.first_field() or self._back
        return self.questions.first_open() or (self.notes.notes if begun else self.questions.line)

    def save_now(self) -> None:
        """Save everything that is being typed."""
        for card in self._written():
            card.save_now()

    def takes(self, event: QKeyEvent) -> bool:
        """Ctrl+T is the takeaway's while one is in a meeting."""
        return super().takes(event) or _is_takeaway(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for a takeaway."""
        if _is_takeaway(event):
            self.takeaways.add_one()
            self._sought = self.takeaways.line
            self._seen.start()
        else:
            super().keyPressEvent(event)

    def _bring_into_sight(self) -> None:
        """Once everything has its room: below a new takeaway is the line for the next one."""
        if isValid(self._sought):  # a button may have made room for others meanwhile
            self._scroll.ensureWidgetVisible(self._sought)

    def showEvent(self, event: QShowEvent) -> None:
        """What one begins with may lie further down."""
        super().showEvent(event)
        self._sought = self.first_field()
        self._seen.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: save. What cannot be saved is on the clipboard, for the sheet goes away with it."""
        super().hideEvent(event)
        self.save_now()
        if self.isHidden():  # else the window is: the sheet comes back with it
            tell_what_is_left(self._intents, self._keeper.copy(), self.reflection.copy())

    def _look_at(self, meeting: Meeting) -> None:
        self._meeting = meeting = self._keeper.with_left(meeting)
        people = [self._workspace.people.get(person).profile.full_name for person in meeting.plan.people]
        title = self.tr("{meeting} with {names}").format(meeting=named(meeting.plan), names=names_together(people))
        self._title.set_text(title)
        self._why.show_people(meeting.plan.people)
        self.setAccessibleName(title)
        waits = meeting.state is MeetingState.PLANNED
        self._said_state = state_word(meeting, self._workspace.clock.now())
        self._state.show_state(self._said_state, Tone.DUE if waits else Tone.QUIET)
        self.ways.show_meeting(meeting)
        self.checklist.show_meeting(meeting)
        self.facts.show_meeting(meeting, title)
        self.outcome.show_meeting(meeting)
        self.questions.show_meeting(meeting)
        self.takeaways.show_lines(meeting.kept.takeaways)
        self.promises.show_meeting(meeting)
        self.introducer.show_meeting(meeting)
        self.advice.show_meeting(meeting)
        self.reflection.show_meeting(meeting)
        self.notes.show_notes(meeting.kept)

    def _follow_time(self) -> None:
        """It has begun, or it is over: now one can say how it went."""
        if state_word(self._meeting, self._workspace.clock.now()) != self._said_state:
            self._look_at(self._meeting)

    def _heed(self, changed: Changed) -> None:
        if not any(changed.touches(room) for room in SHOWN_HERE):
            return
        try:
            self._look_at(self._workspace.meetings.get(self._meeting.id))
        except NotFound:  # booked and undone, or deleted with the person
            self.finished.emit()


def _is_takeaway(event: QKeyEvent) -> bool:
    return event.keyCombination() == (Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_T)
