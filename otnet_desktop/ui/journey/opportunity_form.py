"""An opportunity in a short form.

Public: ``OpportunityForm(workspace, intents, opportunity, through)`` (``None``: a new one, which may come ``through``
somebody).
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from otnet_desktop.domain.facts import OpportunityState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.words import opportunity_kinds, state_words
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.people.people_field import PeopleField
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.widgets.day_field import OptionalDayField
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.short_form import ShortForm

NEW = Opportunity(0, "", "")


class OpportunityForm(ShortForm):
    """What, where, by when, how it stands; through whom, and who helps."""

    def __init__(
        self,
        workspace: Workspace,
        intents: Intents,
        opportunity: Opportunity | None,
        parent: QWidget | None = None,
        *,
        through: PersonId | None = None,
    ) -> None:
        super().__init__("", "", parent)
        title = self.tr("Edit the opportunity") if opportunity else self.tr("Add an opportunity")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.accept_button.setText(self.tr("Save"))
        self._workspace = workspace
        self._intents = intents
        self._told = told = opportunity or replace(NEW, person=through)
        today = workspace.clock.now().astimezone(workspace.preferences.timing().zone).date()
        self.title = QLineEdit(told.title)
        self.title.setPlaceholderText(self.tr("For example: hand therapy post"))
        self._what = LabelledField(self.tr("What"), self.title)
        self.kind = ChoiceBox(opportunity_kinds(), self.tr("Not said"))
        self.kind.choose(told.kind)
        self.organisation = QLineEdit(told.organisation)
        self.deadline = OptionalDayField(self.tr("Deadline"), self.tr("No deadline"), today)
        self.deadline.show_day(told.deadline)
        self.state = ChoiceBox([Choice(state.value, text) for state, text in state_words().items()], "")
        self.state.removeItem(0)
        self.state.choose(told.state.value)
        self.person = PeopleField(workspace, self.tr("Through whom (not needed)"), most=1)
        if told.person is not None:
            self.person.choose(told.person)
        self.helpers = PeopleField(workspace, self.tr("Who helps (not needed)"))
        for helper in told.helpers:
            self.helpers.choose(helper)
        self.url = QLineEdit(told.url)
        self.notes = GrowingText("", least=2)
        self.notes.setPlainText(told.notes)
        self._through = LabelledField(self.tr("Through whom (not needed)"), self.person)
        self._helped = LabelledField(self.tr("Who helps (not needed)"), self.helpers)
        for field in (
            self._what,
            LabelledField(self.tr("Kind"), self.kind),
            LabelledField(self.tr("Where"), self.organisation),
            LabelledField(self.tr("Deadline"), self.deadline),
            LabelledField(self.tr("How it stands"), self.state),
            self._through,
            self._helped,
            LabelledField(self.tr("Link"), self.url),
            LabelledField(self.tr("Notes"), self.notes),
        ):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.title.setFocus()

    def save(self) -> bool:
        """Keep it; a name is asked for."""
        for field, labelled in ((self.person, self._through), (self.helpers, self._helped)):
            field.settle()
            problem = field.problem() if field.typed() else ""
            labelled.say(problem, wrong=True)
            if problem:
                field.line.setFocus()
                return False
        named = bool(self.title.text().strip())
        self._what.say("" if named else self.tr("A few words are enough."), wrong=True)
        if not named:
            self.title.setFocus()
            return False
        through = self.person.people()
        told = replace(
            self._told,
            title=self.title.text().strip(),
            kind=self.kind.code(),
            organisation=self.organisation.text().strip(),
            deadline=self.deadline.day(),
            state=OpportunityState(self.state.code()),
            person=through[0] if through else None,
            helpers=self.helpers.people(),
            url=self.url.text().strip(),
            notes=self.notes.toPlainText().strip(),
        )
        if not succeeded(self._intents, lambda: self._workspace.opportunities.write(told)):
            return False
        if not self._told.ref:
            self._intents.undoable.emit(self.tr("{title} is noted").format(title=told.title))
        return True
