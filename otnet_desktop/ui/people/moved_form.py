"""They changed jobs: the new place is noted, the old one is kept with its end.

Public: ``MovedForm(workspace, intents, person)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from otnet_desktop.domain.people import Affiliation, ContactKind, Person
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.people.organisation_line import OrganisationLine
from otnet_desktop.ui.theme.literal import titled
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm


class MovedForm(ShortForm):
    """Where to, and whether the old address went with the job."""

    def __init__(self, workspace: Workspace, intents: Intents, person: Person, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        name = person.profile.short_name
        self.setWindowTitle(titled(self.tr("{name} changed jobs").format(name=name)))
        self.accept_button.setText(self.tr("Note the change"))
        self._workspace = workspace
        self._intents = intents
        self._person = person
        self._title = QLineEdit()
        self._organisation = OrganisationLine(workspace.people.organisations)
        self._setting = ChoiceBox(workspace.vocabulary.now().settings, self.tr("Not known"))
        mail = person.profile.reach(ContactKind.EMAIL)
        self._address_lost = QCheckBox(self.tr("The old e-mail no longer works"))
        self._address_lost.setVisible(mail is not None)
        before = person.profile.current.organisation
        if before:
            kept = self.tr("{place} is kept as an earlier place, up to today.").format(place=before)
            self.body.addWidget(PlainLabel(kept, tone="soft"))
        for label, editor in (
            (self.tr("New role or title"), self._title),
            (self.tr("New organisation (leave empty if you do not know yet)"), self._organisation),
            (self.tr("Setting"), self._setting),
        ):
            self.body.addWidget(LabelledField(label, editor))
        self.body.addWidget(self._address_lost)
        self.body.addStretch(1)
        self._title.setFocus()

    def save(self) -> bool:
        """Note the change as of today."""
        place = Affiliation(self._organisation.text().strip(), self._title.text().strip(), setting=self._setting.code())
        new = place if place.organisation or place.title else None
        moved = self._workspace.people.moved
        lost = self._address_lost.isChecked()
        if not succeeded(self._intents, lambda: moved(self._person.id, new, address_lost=lost)):
            return False
        self._intents.undoable.emit(self.tr("The new place is noted"))
        return True
