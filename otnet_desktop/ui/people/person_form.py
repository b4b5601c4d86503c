"""Add somebody, or edit everything about them.

Public: ``PersonForm(workspace, intents, person, typed_name)``; without a person somebody is added. Only what was
changed in the form is written: notes, photo, lines of an import that no field shows, and what changed meanwhile stay.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from otnet_desktop.domain.people import Person, Profile
from otnet_desktop.domain.vocabulary import code_of, label_of
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.contact_rows import ContactRows
from otnet_desktop.ui.people.list_field import ListField
from otnet_desktop.ui.people.more_fields import MoreFields
from otnet_desktop.ui.people.name_fields import NameFields, renamed
from otnet_desktop.ui.people.place_rows import PlaceRows
from otnet_desktop.ui.theme.literal import one_line, titled
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.short_form import ShortForm


class PersonForm(ShortForm):
    """A few fields at first; the others unfold."""

    def __init__(
        self,
        workspace: Workspace,
        intents: Intents,
        person: Person | None = None,
        typed_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self._workspace = workspace
        self._intents = intents
        self._person = person
        self._opened = person.profile if person else Profile()
        self.setWindowTitle(titled(self._title()))
        self.setAccessibleName(self._title())
        self.accept_button.setText(self.tr("Save") if person else self.tr("Add"))
        vocabulary = self._vocabulary = workspace.vocabulary.now()
        self._name = NameFields(vocabulary.credentials, adding=person is None)
        today = workspace.clock.now().astimezone(workspace.preferences.timing().zone).date()
        self._places = PlaceRows(workspace.people.organisations, vocabulary.settings, today)
        self._ways = ContactRows()
        self._how_met = QComboBox()
        self._how_met.setEditable(True)
        self._how_met.addItems(["", *(choice.label for choice in vocabulary.how_met)])
        self._tags = ListField()
        self._more = MoreFields(vocabulary)
        self._unfold = quiet_button(self.tr("More fields"), "chevron-down")
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(self.unfold)
        foot = QHBoxLayout()
        foot.addWidget(self._unfold)
        foot.addStretch(1)
        for widget in (
            self._name,
            self._places,
            self._ways,
            LabelledField(self.tr("How you met"), self._how_met),
            LabelledField(self.tr("Tags, separated by commas"), self._tags),
        ):
            self.body.addWidget(widget)
        self.body.addLayout(foot)
        self.body.addWidget(self._more)
        self.body.addStretch(1)
        self._show(self._opened)
        self.unfold(False)
        if typed_name:
            self._name.type_name(typed_name)
        self._name.setFocus()

    def _title(self) -> str:
        if self._person is None:
            return self.tr("Add a person")
        return self.tr("Edit {name}").format(name=self._opened.full_name)

    def _show(self, profile: Profile) -> None:
        self._name.show_profile(profile)
        self._places.show_places(profile.affiliations)
        self._ways.show_points(profile.contact_points)
        self._how_met.setCurrentText(label_of(self._vocabulary.how_met, profile.how_met))
        self._tags.show_codes(profile.tags)
        self._more.show_profile(profile)

    def unfold(self, more: bool) -> None:
        """Show every field there is, or only those one needs."""
        self._unfold.setChecked(more)
        self._name.unfold(more)
        self._places.unfold(more)
        self._ways.unfold(more)
        self._more.setVisible(more)

    def changes(self) -> dict[str, Any]:
        """The fields of the profile that read otherwise than when the form was opened."""
        typed = {
            **self._name.typed(),
            **self._more.typed(),
            "affiliations": self._places.places(),
            "contact_points": self._ways.points(),
            "how_met": code_of(self._vocabulary.how_met, self._how_met.currentText()),
            "tags": self._tags.codes(),
        }
        return {name: value for name, value in typed.items() if value != tidied(getattr(self._opened, name))}

    def save(self) -> bool:
        """Save, or say beside a field what has to be put right."""
        changes = self.changes()
        if not replace(self._opened, **changes).full_name.strip():
            self._name.line.say(self.tr("A first name, a nickname or an address is enough."), wrong=True)
            self._name.line.show()
            self._name.setFocus()
            return False
        if "zone" in changes and self._more.complain_of_zone():
            self.unfold(True)
            self._more.focus_zone()
            return False
        return (
            self._add(replace(self._opened, **changes)) if self._person is None else self._keep(self._person, changes)
        )

    def _add(self, profile: Profile) -> bool:
        added = attempt(self._intents, lambda: self._workspace.people.add(profile))
        if added is None:
            return False
        self._intents.undoable.emit(self.tr("{name} was added").format(name=added.profile.full_name))
        self._intents.person_wanted.emit(added.id)
        self._intents.came_in.emit([added.id])
        return True

    def _keep(self, person: Person, changes: dict[str, Any]) -> bool:
        def save() -> list[str]:
            now = self._workspace.people.get(person.id).profile
            profile = renamed(now, replace(now, **changes))
            return self._workspace.places.save_person(person.id, profile, self._places.retyped())

        if not changes:
            return True
        taken_along = attempt(self._intents, save)
        if taken_along:
            told = self.tr("What you noted about the place is now with {place}")
            self._intents.undoable.emit(told.format(place=", ".join(map(one_line, taken_along))))
        return taken_along is not None


def tidied(value: Any) -> Any:  # noqa: ANN401 - a field of a profile
    """A text as a field of the form gives it back untouched."""
    return value.strip() if isinstance(value, str) else value
