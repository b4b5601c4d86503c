"""What one wants to ask: chosen and put in order beforehand, ticked and answered in the meeting.

Public: ``QuestionsCard(keeper, workspace, intents)`` with ``show_meeting(meeting)`` and ``save_now()``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from otnet_desktop.domain.meetings import Meeting, MeetingState, Question
from otnet_desktop.domain.questions import most_that_fit, sent_ahead
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.kept_rows import KeptRows
from otnet_desktop.ui.meetings.meeting_keeper import MeetingKeeper
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.meetings.question_chooser import QuestionChooser
from otnet_desktop.ui.meetings.question_row import QuestionRow
from otnet_desktop.ui.research.autosave import Kept
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.timeline.meeting_words import length_word
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural


class QuestionsCard(Card):
    """A list to tick, a line for more, and a bank to choose from."""

    def __init__(
        self, keeper: MeetingKeeper, workspace: Workspace, intents: Intents, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Questions"))
        self._keeper = keeper
        self._workspace = workspace
        self._intents = intents
        self._meeting: Meeting | None = None
        self._tried = ""
        self.line = QLineEdit()
        self._rows: KeptRows[QuestionRow] = KeptRows(self.line)
        self.line.setAccessibleName(self.tr("Add a question"))
        self.line.setPlaceholderText(self.tr("Add a question, then Enter"))
        self.line.editingFinished.connect(self._add)
        self.many = PlainLabel(size=TextSize.CAPTION, tone="due")
        self.choose = plain_button(self.tr("Choose questions"), "question")
        self.choose.setCheckable(True)
        self.choose.toggled.connect(self._turn_chooser)
        self.copy = plain_button(self.tr("Copy questions"), "copy")
        self.copy.setAccessibleName(self.tr("Copy questions, to send them ahead"))
        self.copy.clicked.connect(self._copy)
        deeds = QWidget()
        flow = FlowLayout(deeds)
        flow.addWidget(self.choose)
        flow.addWidget(self.copy)
        self.chooser: QuestionChooser | None = None
        self.body.addLayout(self._rows.column)
        self.hint = PrivacyHint(workspace.privacy)
        self.hint.removed.connect(self._take_out)
        for widget in (self.hint, self.line, self.many, deeds):
            self.body.addWidget(widget)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is kept, unless it is what stands there, or something newer is being typed."""
        self._meeting, questions = meeting, meeting.kept.questions
        asked = sum(question.asked for question in questions)
        locale = self.locale()
        said = self.tr("{asked} of {n} asked").format(asked=locale.toString(asked), n=locale.toString(len(questions)))
        self.set_caption(said if questions else "")
        self.hint.look_at(*(question.answer for question in questions))
        if questions != self._questions() and not self._rows.are_typed_in:
            self._rows.show([self._row(question) for question in questions])
            if [one.text for one in questions[-1:]] == [self._tried] == [self._typed()]:  # not kept before, seen now
                self.line.clear()
        self.copy.setVisible(any(not question.asked for question in questions))
        self._say_many(meeting)
        self._show_chooser()

    def first_open(self) -> QWidget | None:
        """The first that was not asked yet; none where there is none."""
        return next((row.asked for row in self._rows if not row.question().asked), None)

    def save_now(self) -> None:
        """Save everything that is being typed."""
        self._add()
        self._rows.save_now()

    def _say_many(self, meeting: Meeting) -> None:
        """More than the time has room for: said once, before; nothing is kept from anybody."""
        number, length = len(meeting.kept.questions), meeting.plan.end - meeting.plan.start
        too_many = meeting.state is MeetingState.PLANNED and number > most_that_fit(length)
        told = self.tr("{questions} for {time}: put on top what matters most, the rest may stay unasked.")
        questions = plural(number, self.tr("{n} question"), self.tr("{n} questions"))
        self.many.setText(told.format(questions=questions, time=length_word(meeting.plan)) if too_many else "")
        self.many.setVisible(too_many)

    def _turn_chooser(self, wanted: bool) -> None:
        if wanted and self.chooser is None:
            self.chooser = QuestionChooser(self._workspace, self._intents)
            self.chooser.taken.connect(self._take)
            self.body.addWidget(self.chooser)
        if self.chooser is not None:
            self.chooser.setVisible(wanted)
        self._show_chooser()
        if wanted and self.chooser is not None:
            self.chooser.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chooser(self) -> None:
        if self.chooser is None or self._meeting is None or not self.choose.isChecked():
            return
        plan = self._meeting.plan
        purpose = self._workspace.research.of(plan.people[0]).purpose if plan.people else None
        texts = [question.text for question in self._meeting.kept.questions]
        self.chooser.show_for(plan, purpose.kind if purpose else "", texts)

    def _questions(self) -> tuple[Question, ...]:
        return tuple(row.question() for row in self._rows)

    def _typed(self) -> str:
        return " ".join(self.line.text().split())

    def _row(self, question: Question) -> QuestionRow:
        row = QuestionRow(question, self._save)
        row.ticked.connect(self._tick)
        row.removed.connect(self._remove)
        row.stepped.connect(self._step)
        row.dragged.connect(self._drag)
        row.dropped.connect(self._tick)
        return row

    def _add(self) -> None:
        self._tried = text = self._typed()
        if text and self._add_all([text]):
            self.line.clear()

    def _take(self, texts: list[str]) -> None:
        known = {question.text for question in self._questions()}
        self._add_all(text for text in texts if text not in known)

    def _add_all(self, texts: Iterable[str]) -> bool:
        added = (*self._questions(), *(Question(text) for text in texts))
        return self._keeper.keep(questions=added) is not None

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(sent_ahead([one.text for one in self._questions() if not one.asked]))
        self._intents.said.emit(self.tr("Copied, to send them ahead: four to seven are read gladly"))

    def _tick(self) -> None:
        self._save(None)

    def _step(self, by: int) -> None:
        row = self.sender()
        assert isinstance(row, QuestionRow)
        if self._rows.move(row, self._rows.index(row) + by):
            self._save(None)

    def _drag(self, y: int) -> None:
        """It is there at once, and kept when it is let go."""
        row = self.sender()
        assert isinstance(row, QuestionRow)
        self._rows.move(row, self._rows.place_at(y, row))

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, QuestionRow)
        self._rows.drop(row)
        self._save(None)

    def _take_out(self, answers: list[str]) -> None:
        """Words that may tell who a client is."""
        kept = self._meeting.kept.questions if self._meeting is not None else ()
        self._keeper.keep(questions=tuple(replace(one, answer=told) for one, told in zip(kept, answers, strict=True)))

    def _save(self, sitting: int | None) -> Kept | None:
        return self._keeper.keep(sitting, questions=self._questions())
