"""Who is the same person as somebody? Chosen by name, then both are looked at side by side.

Public: ``MergeWithForm(workspace, intents, person)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.people import Person
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.people_field import PeopleField
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm


class MergeWithForm(ShortForm):
    """One field: nothing is merged yet."""

    def __init__(self, workspace: Workspace, intents: Intents, person: Person, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Who is the same person?"))
        self.accept_button.setText(self.tr("Look at both"))
        self._intents = intents
        self._person = person
        told = self.tr("Choose who is the same person as {name}. You see both side by side before anything changes.")
        self.body.addWidget(PlainLabel(told.format(name=person.profile.full_name), tone="soft"))
        self.other = PeopleField(workspace, self.tr("The same person"), most=1)
        self._field = LabelledField(self.tr("The same person"), self.other)
        self.body.addWidget(self._field)
        self.body.addStretch(1)
        self.other.setFocus()

    def save(self) -> bool:
        """Go on to both."""
        self.other.settle()
        people = self.other.people()
        if not people or people[0] == self._person.id:
            self._field.say(self.tr("Type the name of somebody else who is here."), wrong=True)
            return False
        self._intents.merge_wanted.emit([self._person.id, people[0]])
        return True
