"""Own hours in a short form.

Public: ``HoursForm(workspace, intents, hours)`` (``None``: new ones).
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from otnet_desktop.domain.hours import Hours, HoursKind
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.services.hours import MOST_MINUTES
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.words import hours_kinds
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.people.people_field import PeopleField
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.fields import number_field
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.short_form import ShortForm


class HoursForm(ShortForm):
    """When, how long, on what."""

    def __init__(
        self, workspace: Workspace, intents: Intents, hours: Hours | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        title = self.tr("Change hours") if hours else self.tr("Add hours")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.accept_button.setText(self.tr("Save"))
        self._workspace = workspace
        self._intents = intents
        today = workspace.clock.now().astimezone(workspace.preferences.timing().zone).date()
        self._told = told = hours or Hours(today, 60, HoursKind.MENTORING)
        self.text = QLineEdit(told.text)
        self.kind = ChoiceBox([Choice(kind.value, text) for kind, text in hours_kinds().items()], "")
        self.kind.removeItem(0)
        self.kind.choose(told.kind.value)
        self.minutes = number_field(self.tr("Minutes"), 1, MOST_MINUTES, self.tr(" min"))
        self.minutes.setSingleStep(15)
        self.minutes.setValue(told.minutes)
        self.day = DayField(self.tr("Day"), today, latest=today)
        self.day.show_day(told.day)
        self.person = PeopleField(workspace, self.tr("With whom (not needed)"), most=1)
        if told.person is not None:
            self.person.choose(told.person)
        self._who = LabelledField(self.tr("With whom (not needed)"), self.person)
        for field in (
            LabelledField(self.tr("What"), self.text),
            LabelledField(self.tr("Kind"), self.kind),
            LabelledField(self.tr("Minutes"), self.minutes),
            LabelledField(self.tr("Day"), self.day),
            self._who,
        ):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.text.setFocus()

    def save(self) -> bool:
        """Keep them; whoever is typed must be somebody."""
        self.person.settle()
        problem = self.person.problem() if self.person.typed() else ""
        self._who.say(problem, wrong=True)
        if problem:
            self.person.line.setFocus()
            return False
        people = self.person.people()
        told = replace(
            self._told,
            day=self.day.day(),
            minutes=self.minutes.value(),
            kind=HoursKind(self.kind.code()),
            text=self.text.text().strip(),
            person=people[0] if people else None,
        )
        return succeeded(self._intents, lambda: self._workspace.hours.save(told))
