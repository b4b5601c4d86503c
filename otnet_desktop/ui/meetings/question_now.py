"""The question now, in large letters: Space or Enter for the next, Backspace for the one before.

Public: ``QuestionNow(keeper)`` with ``show_questions(questions)``, ``save_now()`` and
``first_field()``, which has the focus while one talks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from otnet_desktop.domain.asking import Questions, asked_now, one_back, place_now, put_last
from otnet_desktop.ui.meetings.meeting_keeper import MeetingKeeper
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.research.autosave import Autosave, Kept
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class QuestionNow(Card):
    """One question and its answer; those after it wait their turn."""

    def __init__(self, keeper: MeetingKeeper, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._keeper = keeper
        self._questions: Questions = ()
        self.text = PlainLabel(size=TextSize.DISPLAY)
        self.answer = GrowingText(self.tr("Answer"), self.tr("Answer"), least=1)
        self._autosave = Autosave(self.answer, self._save_answer)
        self._answering: int | None = None
        self.next = primary_button(self.tr("Asked, next"))
        self.next.clicked.connect(self._go_on)
        self.before = plain_button(self.tr("The one before"))
        self.before.clicked.connect(self._go_back)
        self.later = plain_button(self.tr("Later"))
        self.later.setAccessibleName(self.tr("Later: ask this one last"))
        self.later.clicked.connect(self._put_last)
        deeds = QWidget()
        flow = FlowLayout(deeds)
        for button in (self.next, self.before, self.later):
            flow.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(3 * STEP)
        self.hint = PrivacyHint(keeper.privacy)
        self.hint.removed.connect(self._replace)
        self._autosave.kept.connect(self._look)
        for widget in (self.text, self.answer, self.hint, deeds):
            column.addWidget(widget)
        self.body.addLayout(column)

    def show_questions(self, questions: Questions) -> None:
        """Show the first that was not asked yet."""
        self._questions, place = questions, place_now(questions)
        locale = self.locale()
        if place is None:
            self.set_title(self.tr("Your questions"))
            self.text.setText(self.tr("All asked. What else would be good to know?") if questions else self._nothing())
        else:
            told = self.tr("Question {place} of {all}")
            self.set_title(told.format(place=locale.toString(place + 1), all=locale.toString(len(questions))))
            self.text.setText(questions[place].text)
        self._show_answer(place)
        self.next.setVisible(place is not None)
        self.later.setVisible(place is not None and place < len(questions) - 1)
        self.before.setVisible(any(question.asked for question in questions[:place]))
        self.next.setAccessibleDescription(self.text.text())

    def first_field(self) -> QPushButton | None:
        """What has the focus while one talks; none where there is nothing to ask."""
        return next((b for b in (self.next, self.before) if b.isVisibleTo(self)), None)

    def save_now(self) -> None:
        """Save what is being typed."""
        self._autosave.end_sitting()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button one is on; Backspace goes one back. In the answer these keys write."""
        key, on = Qt.Key(event.key()), self.focusWidget()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(on, QPushButton):
            on.click()
        elif key is Qt.Key.Key_Backspace:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _nothing(self) -> str:
        return self.tr("No questions were chosen. Listen, and ask what makes you curious.")

    def _show_answer(self, place: int | None) -> None:
        self.answer.setVisible(place is not None)
        if place is None:
            self._answering = None
        elif place != self._answering or not self._autosave.pending:
            self._answering = place
            self.answer.setAccessibleName(self.tr("Answer to: {question}").format(question=self._questions[place].text))
            self._autosave.show_text(self._questions[place].answer)
        self._look()

    def _look(self) -> None:
        self.hint.look_at(self.answer.toPlainText() if self._answering is not None else "")

    def _replace(self, texts: list[str]) -> None:
        """As if it had been typed, so that Ctrl+Z in the field takes it back."""
        (text,) = texts
        cursor = self.answer.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self._autosave.end_sitting()

    def _save_answer(self, text: str, sitting: int | None) -> Kept | None:
        place = self._answering
        if place is None or place >= len(self._questions):
            return Kept(sitting)
        told = replace(self._questions[place], answer=text.strip())
        self._questions = (*self._questions[:place], told, *self._questions[place + 1 :])
        return self._keeper.keep(sitting, questions=self._questions)

    def _go_on(self) -> None:
        self._change(asked_now)

    def _go_back(self) -> None:
        self._change(one_back)

    def _put_last(self) -> None:
        self._change(put_last)

    def _change(self, how: Callable[[Questions], Questions]) -> None:
        self._autosave.end_sitting()
        self._answering = None
        self._keeper.keep(questions=how(self._questions))
        if (field := self.first_field()) is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
