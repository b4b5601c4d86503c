"""What one wants to ask: added beforehand, ticked and answered in the meeting.

Public: ``QuestionsCard(keeper)`` with ``show_questions(questions)`` and ``save_now()``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from otnet_desktop.domain.meetings import Question
from otnet_desktop.ui.meetings.kept_rows import KeptRows
from otnet_desktop.ui.meetings.meeting_keeper import MeetingKeeper
from otnet_desktop.ui.meetings.question_row import QuestionRow
from otnet_desktop.ui.research.autosave import Kept
from otnet_desktop.ui.widgets.card import Card


class QuestionsCard(Card):
    """A list to tick, and a line for more."""

    def __init__(self, keeper: MeetingKeeper, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Questions"))
        self._keeper = keeper
        self.line = QLineEdit()
        self._rows: KeptRows[QuestionRow] = KeptRows(self.line)
        self.line.setAccessibleName(self.tr("Add a question"))
        self.line.setPlaceholderText(self.tr("Add a question, then Enter"))
        self.line.editingFinished.connect(self._add)
        self.body.addLayout(self._rows.column)
        self.body.addWidget(self.line)

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """Show what is kept, unless it is what stands there, or something newer is being typed."""
        asked = sum(question.asked for question in questions)
        locale = self.locale()
        said = self.tr("{asked} of {n} asked").format(asked=locale.toString(asked), n=locale.toString(len(questions)))
        self.set_caption(said if questions else "")
        if questions != self._questions() and not self._rows.are_typed_in:
            self._rows.show([self._row(question) for question in questions])

    def first_open(self) -> QWidget | None:
        """The first that was not asked yet; none where there is none."""
        return next((row.asked for row in self._rows if not row.question().asked), None)

    def save_now(self) -> None:
        """Save everything that is being typed."""
        self._add()
        self._rows.save_now()

    def _questions(self) -> tuple[Question, ...]:
        return tuple(row.question() for row in self._rows)

    def _row(self, question: Question) -> QuestionRow:
        row = QuestionRow(question, self._save)
        row.ticked.connect(self._tick)
        row.removed.connect(self._remove)
        return row

    def _add(self) -> None:
        text = " ".join(self.line.text().split())
        if text and self._keeper.keep(questions=(*self._questions(), Question(text))) is not None:
            self.line.clear()

    def _tick(self) -> None:
        self._save(None)

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, QuestionRow)
        self._rows.drop(row)
        self._save(None)

    def _save(self, sitting: int | None) -> Kept | None:
        return self._keeper.keep(sitting, questions=self._questions())
