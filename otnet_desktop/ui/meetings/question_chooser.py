"""Questions to choose from, by purpose, with those of one's own.

Public: ``QuestionChooser(workspace, intents)`` with ``show_for(plan, purpose, texts)`` (``texts``: what the meeting has
already) and the signal ``taken(list)``.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.questions import AROUND, CLOSING, GENERAL, GROUP, OPENING, bank_for, proposal, worded
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.question_list import QuestionList
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField

translate = QCoreApplication.translate


class QuestionChooser(QWidget):
    """Enter takes a question; what is taken has a tick."""

    taken = Signal(list)

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._purpose = ""
        self._taken: Collection[str] = ()
        self._length = timedelta()
        self._to_a_group = False
        names = workspace.questions.names()
        around = {bank: text for bank, text in around_words().items() if bank in workspace.questions.banks()}
        self.bank = ChoiceBox([Choice(code, text) for code, text in (names | around).items()], self.tr("A proposal"))
        self.bank.activated.connect(self._show)
        self.list = QuestionList(self.tr("Questions to choose from"))
        self.list.moved.connect(self._move)
        self.list.taken.connect(self._take)
        self.list.currentRowChanged.connect(self._offer)
        self.all = plain_button(self.tr("Take all of these"), "plus")
        self.all.clicked.connect(self._take_all)
        self.drop = plain_button(self.tr("Take my question out of the list"))
        self.drop.clicked.connect(self._drop)
        self.own = QLineEdit()
        self.own.setPlaceholderText(self.tr("A question of your own, then Enter"))
        self.own.returnPressed.connect(self._add_own)
        deeds = QWidget()
        flow = FlowLayout(deeds)
        flow.addWidget(self.all)
        flow.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(LabelledField(self.tr("Questions about"), self.bank))
        column.addWidget(self.list)
        column.addWidget(deeds)
        column.addWidget(LabelledField(self.tr("Keep one of your own in this list, for every meeting"), self.own))

    def show_for(self, plan: MeetingPlan, purpose: str, texts: Collection[str]) -> None:
        """What is proposed for a purpose; whatever was chosen to look at stays."""
        length, to_a_group = plan.end - plan.start, len(plan.people) > 1
        before = (self._purpose, self._length, self._to_a_group, list(self._taken))
        self._purpose, self._taken, self._length, self._to_a_group = purpose, texts, length, to_a_group
        if before != (purpose, length, to_a_group, list(texts)):
            self._show()

    def _show(self) -> None:
        banks, bank = self._workspace.questions.banks(), self.bank.code()
        texts = banks.get(bank, ()) if bank else proposal(self._purpose, banks, to_a_group=self._to_a_group)
        row = self.list.currentRow()
        own = self._workspace.questions.own(bank) if bank else ()
        self.list.show_questions([worded(text, self._length) for text in texts], self._taken, own)
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self._offer()

    def _offer(self) -> None:
        text = self.list.currentItem().text() if self.list.currentRow() >= 0 else ""
        self.drop.setVisible(self._workspace.questions.is_own(self._own_bank(), text))
        self.all.setVisible(not self.bank.code())

    def _own_bank(self) -> str:
        """Where a question of one's own goes: what is shown, else the purpose's."""
        return self.bank.code() or bank_for(self._purpose, self._workspace.questions.banks() or {GENERAL: ()})

    def _take(self, text: str) -> None:
        self.list.mark_taken()
        self.taken.emit([text])

    def _take_all(self) -> None:
        texts = [self.list.item(row).text() for row in range(self.list.count())]
        self.taken.emit([text for text in texts if text not in self._taken])

    def _add_own(self) -> None:
        bank, text = self._own_bank(), self.own.text()
        if succeeded(self._intents, lambda: self._workspace.questions.add(bank, text)):
            self.own.clear()
            self.bank.choose(bank)
            self._show()
            self.list.setCurrentRow(self.list.count() - 1)

    def _move(self, text: str, place: int) -> None:
        bank = self._own_bank()
        if succeeded(self._intents, lambda: self._workspace.questions.move(bank, text, place)):
            self._show()
            self.list.setCurrentRow(self.list.count() - len(self._workspace.questions.own(bank)) + place)

    def _drop(self) -> None:
        bank, text = self._own_bank(), self.list.currentItem().text()
        if succeeded(self._intents, lambda: self._workspace.questions.remove(bank, text)):
            self._show()
            self.list.setFocus()
            self._intents.undoable.emit(self.tr("The question is out of the list; meetings keep it"))


def around_words() -> dict[str, str]:
    """The banks for every purpose."""
    words = {
        OPENING: translate("Questions", "To begin with"),
        GROUP: translate("Questions", "For a group"),
        CLOSING: translate("Questions", "To end with"),
    }
    return {bank: words[bank] for bank in AROUND}
