"""Why one writes to somebody: a kind, and what one hopes to learn, typed in place.

Public: ``PurposeStrip(workspace, intents)`` with ``show_person(person)``, ``look_again(research)``, ``save_now()``,
``ask_why()`` (focus the kind) and ``ask_gatekeeper()`` (focus the question).
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QMenu, QSizePolicy, QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import GATED_PURPOSES, Purpose, PurposeState, Research
from otnet_desktop.domain.vocabulary import label_of
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.gate_answer import GateAnswer
from otnet_desktop.ui.people.gate_answers import GateAnswers
from otnet_desktop.ui.people.gate_question import GateQuestion
from otnet_desktop.ui.people.purpose_history import PurposeHistory
from otnet_desktop.ui.research.autosave import Autosave, Kept, Save
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button, quiet_button, with_menu
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.saved_mark import SavedMark


class PurposeStrip(Card):
    """The purpose that counts now; the others below it, to be taken up again."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        set_help(self, "intention")
        self.set_title(self.tr("What I hope to learn"))
        self._workspace = workspace
        self._intents = intents
        self._person = PersonId(0)
        self._purpose: Purpose | None = None
        self._mark = SavedMark()
        self._kind = QComboBox()
        self._kind.setAccessibleName(self.tr("Kind of purpose"))
        self._kind.setAccessibleDescription(self.tr("Kind of purpose"))  # the choice itself is read as the name
        self._kind.setPlaceholderText(self.tr("Choose why you write"))
        self._kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._kind.setMinimumWidth(look().metrics.shape(120))
        self._kind.activated.connect(self._choose_kind)
        self._statement = GrowingText(
            self.tr("What I hope to learn"),
            self.tr("For example: how a week looks, before I choose my placement"),
            least=1,
        )
        self._autosave = Autosave(self._statement, self._saving_for(self._person))
        self._autosave.typed.connect(self._mark.show_nothing)
        self._autosave.kept.connect(self._mark.show_saved)
        self._autosave.waits.connect(self._mark.show_saving)
        self._autosave.failed.connect(self._tell_failure)
        self._answers = GateAnswers(workspace, intents)
        self._asks_again = False
        self._gate = GateQuestion()
        self._gate.cleared.connect(self._clear_gate)
        self._gate.note_wanted.connect(self._write_to_gatekeeper)
        self._gate.information_only.connect(self._only_information)
        self._gate.kept.connect(self._keep_answer)
        self._answered = GateAnswer()
        self._answered.change.clicked.connect(self._ask_again)
        self._others = PurposeHistory(workspace.material.vocabulary.purposes)
        self._others.again.connect(self._begin_again)
        self._another = with_menu(quiet_button(self.tr("Another purpose"), "plus"), QMenu(self))
        self._another.menu().triggered.connect(self._add_another)
        self._close = with_menu(plain_button(self.tr("Finish")), QMenu(self))
        self._close.setAccessibleName(self.tr("Finish this purpose"))
        self._close.setToolTip(self.tr("It is met, or you drop it"))
        self._assemble()

    def _assemble(self) -> None:
        menu = self._close.menu()
        for text, state in (
            (self.tr("Met: I learned it"), PurposeState.MET),
            (self.tr("Drop it"), PurposeState.DROPPED),
        ):
            menu.addAction(text).setData(state.value)
        menu.triggered.connect(self._close_purpose)
        self.add_to_title(self._mark)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self._kind, 1)
        row.addWidget(self._close)
        self.body.addLayout(row)
        self.body.addWidget(self._statement)
        self.body.addWidget(self._gate)
        self.body.addWidget(self._answered)
        more = QWidget()
        FlowLayout(more).addWidget(self._another)
        self.body.addWidget(more)
        self.body.addWidget(self._others)

    def show_person(self, person: PersonId) -> None:
        """Show somebody else's purpose; what was being typed is saved first."""
        self._autosave.turn_to(person, self._saving_for(person))
        self._person = person
        self._asks_again = False
        self._mark.show_nothing()
        self._others.unfold(False)
        self._fill_kinds()

    def look_again(self, research: Research) -> None:
        """Show what is kept, unless something newer is being typed."""
        purpose = self._purpose = research.purpose
        kind = purpose.kind if purpose else ""
        if kind and self._kind.findData(kind) < 0:
            self._kind.addItem(label_of(self._workspace.material.vocabulary.purposes, kind), kind)
        self._kind.setCurrentIndex(self._kind.findData(kind) if kind else -1)
        if not self._autosave.pending:
            self._autosave.show_text(purpose.statement if purpose else "")
        self._close.setVisible(purpose is not None)
        self._show_gate(purpose)
        others = [p for p in research.purposes if p is not purpose]
        self._others.show_others(others, self._today(), self._workspace.preferences.timing().zone)
        self._another.setVisible(purpose is not None and bool(purpose.kind))

    def save_now(self) -> None:
        """Save what is being typed."""
        self._autosave.end_sitting()

    def ask_why(self) -> None:
        """The next step is to choose a kind."""
        self._kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self._kind.showPopup()

    def ask_gatekeeper(self) -> None:
        """The next step is to answer the question."""
        self._gate.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_gate(self, purpose: Purpose | None) -> None:
        """The question, or the answer in its place. The focus goes along, so that the page stays where it is."""
        is_gated = purpose is not None and purpose.kind in GATED_PURPOSES
        asks = purpose is not None and (purpose.asks_gatekeeper or (is_gated and self._asks_again))
        if purpose is not None and is_gated:
            self._gate.show_purpose(purpose, self._today())
            self._answered.show_purpose(purpose, self._today())
        now: QWidget = self._gate if asks else self._answered
        then: QWidget = self._answered if asks else self._gate
        first: QWidget = self._gate.yes if asks else self._answered.change
        had_focus = then.isAncestorOf(QApplication.focusWidget() or self)
        now.setVisible(is_gated)
        if had_focus:
            (first if is_gated else self._kind).setFocus(Qt.FocusReason.OtherFocusReason)
        then.hide()

    def _ask_again(self) -> None:
        self._asks_again = True
        self._show_gate(self._purpose)

    def _keep_answer(self) -> None:
        self._asks_again = False
        self._show_gate(self._purpose)

    def _fill_kinds(self) -> None:
        self._kind.clear()
        self._another.menu().clear()
        for choice in self._workspace.vocabulary.now().purposes:
            self._kind.addItem(choice.label, choice.code)
            self._another.menu().addAction(choice.label).setData(choice.code)

    def _choose_kind(self, index: int) -> None:
        self._autosave.flush()
        kind = str(self._kind.itemData(index))
        attempt(self._intents, lambda: self._workspace.research.say_why(self._person, kind))

    def _saving_for(self, person: PersonId) -> Save:
        research, intents = self._workspace.research, self._intents

        def say(text: str, sitting: int | None) -> Kept:
            if not text.strip() and research.of(person).purpose is None:
                return Kept(sitting)
            return Kept(research.say_what(person, text, sitting=sitting))

        return lambda text, sitting: attempt(intents, lambda: say(text, sitting))

    def _tell_failure(self) -> None:
        self._mark.show_failed(self.tr("Not saved"))

    def _close_purpose(self, action: QAction) -> None:
        state = PurposeState(str(action.data()))
        purpose = self._settled()
        if purpose is not None:
            met = state is PurposeState.MET
            if succeeded(self._intents, lambda: self._workspace.research.close_purpose(self._person, purpose, state)):
                self._intents.undoable.emit(self.tr("Purpose met") if met else self.tr("Purpose dropped"))

    def _add_another(self, action: QAction) -> None:
        """What was open stays open below, and the words for the new one come next."""
        self._autosave.end_sitting()
        if succeeded(self._intents, lambda: self._workspace.research.add_purpose(self._person, str(action.data()))):
            self._intents.undoable.emit(self.tr("Another purpose counts now"))
            self._statement.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_again(self, purpose: Purpose) -> None:
        self._autosave.end_sitting()
        if succeeded(self._intents, lambda: self._workspace.research.begin_again(self._person, purpose)):
            self._intents.undoable.emit(self.tr("This purpose counts now"))
            self._statement.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_gate(self, day: date) -> None:
        if (purpose := self._settled()) is not None:
            self._answers.cleared(self._person, purpose, day)

    def _write_to_gatekeeper(self) -> None:
        if (purpose := self._settled()) is not None:
            self._answers.asks_first(self._person, purpose)

    def _only_information(self) -> None:
        if (purpose := self._settled()) is not None:
            self._answers.only_information(self._person, purpose)

    def _settled(self) -> Purpose | None:
        """The purpose with everything typed in it; with what is done to it now, nothing is asked again."""
        self._autosave.end_sitting()
        self._asks_again = False
        return self._workspace.research.of(self._person).purpose

    def _today(self) -> date:
        zone = self._workspace.preferences.timing().zone
        return self._workspace.clock.now().astimezone(zone).date()
