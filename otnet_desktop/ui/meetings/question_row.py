"""One question: a tick when it was asked, and the answer below it.

Public: ``QuestionRow(question, save)`` with ``question()`` and the signals ``ticked``, ``removed``, ``stepped(int)`` (a
place up or down), ``dragged(int)`` (a height on the screen) and ``dropped``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.meetings import Question
from otnet_desktop.ui.meetings.grip import Grip, step_of
from otnet_desktop.ui.research.autosave import Autosave, Kept
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.metrics import STEP, TARGET
from otnet_desktop.ui.widgets.buttons import icon_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class QuestionRow(QWidget):
    """An answer ticks its question by itself."""

    ticked = Signal()
    removed = Signal()
    stepped = Signal(int)
    dragged = Signal(int)
    dropped = Signal()

    def __init__(
        self, question: Question, save: Callable[[int | None], Kept | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = question.text
        self._save = save
        self.asked = QCheckBox()
        self.asked.setChecked(question.asked)
        self.asked.setAccessibleName(self.tr("Asked: {question}").format(question=question.text))
        self.asked.setMinimumSize(TARGET, TARGET)
        self.asked.toggled.connect(self.ticked)  # a screen reader toggles without a click
        label = PlainLabel(question.text)
        label.setMinimumHeight(TARGET)
        self.answer = GrowingText(
            self.tr("Answer to: {question}").format(question=question.text), self.tr("Answer"), least=1
        )
        self.answer.setPlainText(question.answer)
        self.autosave = Autosave(self.answer, self._keep)
        self._remove = icon_button("close", self.tr("Take out"))
        self._remove.clicked.connect(self.removed)
        self.grip = Grip(self.tr("Move: {question}").format(question=question.text))
        self.grip.stepped.connect(self.stepped)
        self.grip.dragged.connect(self.dragged)
        self.grip.dropped.connect(self.dropped)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.asked, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addWidget(label)
        words.addWidget(self.answer)
        row.addLayout(words, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        row.setContentsMargins(0, 0, 0, STEP)
        self.setLayout(row)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self.grip, self.asked, self.answer, self._remove

    def question(self) -> Question:
        """As it stands."""
        return Question(self._text, self.asked.isChecked(), self.answer.toPlainText().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves it, wherever in it one is."""
        step = step_of(event)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def _keep(self, text: str, sitting: int | None) -> Kept | None:
        if text.strip():
            with QSignalBlocker(self.asked):  # saved with the answer
                self.asked.setChecked(True)
        return self._save(sitting)
