"""Short forms of the advice ledger: add or reword advice; say how trying it went.

Public: ``AdviceForm(workspace, intents, advice)`` (``None``: a new one) and ``TriedForm(workspace, intents, advice)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from otnet_desktop.domain.advice import Advice
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.people_field import PeopleField
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm


class AdviceForm(ShortForm):
    """Whose advice, and what; outside a meeting as well."""

    def __init__(
        self, workspace: Workspace, intents: Intents, advice: Advice | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        title = self.tr("Word it otherwise") if advice else self.tr("Add advice")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.accept_button.setText(self.tr("Save"))
        self._workspace = workspace
        self._intents = intents
        self._advice = advice
        self.person = PeopleField(workspace, self.tr("Whose advice"), most=1)
        self._who = LabelledField(self.tr("Whose advice"), self.person)
        self.text = QLineEdit(advice.text if advice else "")
        self.text.setPlaceholderText(self.tr("For example: spend a day in a school first"))
        self._what = LabelledField(self.tr("What they advised"), self.text)
        self.body.addWidget(self._who)
        self.body.addWidget(self._what)
        self.body.addStretch(1)
        self._who.setVisible(advice is None)
        (self.text if advice else self.person.line).setFocus()

    def save(self) -> bool:
        """Keep it; what is missing is asked for."""
        self.person.settle()
        text, problem = self.text.text(), "" if self._advice else self.person.problem()
        self._who.say(problem, wrong=True)
        self._what.say("" if text.strip() else self.tr("One sentence is enough."), wrong=True)
        if problem or not text.strip():
            (self.person.line if problem else self.text).setFocus()
            return False
        service, advice = self._workspace.advice, self._advice
        if advice is not None:
            return succeeded(self._intents, lambda: service.reword(advice.id, text))
        return succeeded(self._intents, lambda: service.receive(self.person.people()[0], text))


class TriedForm(ShortForm):
    """When, and what came of it: one sentence, which goes into the letter."""

    def __init__(self, workspace: Workspace, intents: Intents, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("I tried it"))
        self.setAccessibleName(self.tr("I tried it"))
        self.accept_button.setText(self.tr("Save"))
        self._workspace = workspace
        self._intents = intents
        self._advice = advice
        today = workspace.clock.now().astimezone(workspace.preferences.timing().zone).date()
        self.outcome = GrowingText("", self.tr("For example: went twice, and met two people"), least=2)
        self.outcome.setPlainText(advice.outcome)
        self.day = DayField(self.tr("When"), today, latest=today)
        self.day.show_day(advice.tried_on or today)
        self.body.addWidget(PlainLabel(f"“{advice.text}”"))
        self.body.addWidget(LabelledField(self.tr("How it went (not needed)"), self.outcome))
        self.body.addWidget(LabelledField(self.tr("When"), self.day))
        self.body.addStretch(1)
        self.outcome.setFocus()

    def save(self) -> bool:
        """Note that it was tried."""
        words = " ".join(self.outcome.toPlainText().split())
        tried = self._workspace.advice.tried
        return succeeded(self._intents, lambda: tried(self._advice.id, words, self.day.day()))
