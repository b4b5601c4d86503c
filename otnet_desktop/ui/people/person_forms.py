"""Answers whoever wants somebody added or edited.

Public: ``PersonForms(workspace, intents, window)``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.person_form import PersonForm


class PersonForms(QObject):
    """Opens the form in front of the window. The same person is edited in one form at a time."""

    def __init__(self, workspace: Workspace, intents: Intents, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._intents = intents
        self._window = window
        self._editing: dict[int, PersonForm] = {}
        intents.add_person_wanted.connect(self._add)
        intents.capture_wanted.connect(self._capture)
        intents.add_named_wanted.connect(self._add_named)
        intents.edit_person_wanted.connect(self._edit)

    def _add(self) -> None:
        self._add_named("")

    def _add_named(self, name: str) -> None:
        PersonForm(self._workspace, self._intents, typed_name=name, parent=self._window).open()

    def _capture(self) -> None:
        from otnet_desktop.ui.people.capture_form import CaptureForm

        CaptureForm(self._workspace, self._intents, self._window).open()

    def _edit(self, person: int) -> None:
        if person in self._editing:
            self._editing[person].open()
            return
        known = attempt(self._intents, lambda: self._workspace.people.get(PersonId(person)))
        if known is None:
            return
        form = self._editing[person] = PersonForm(self._workspace, self._intents, known, parent=self._window)
        form.finished.connect(self._forget_closed)
        form.open()

    def _forget_closed(self) -> None:
        closed = self.sender()
        self._editing = {person: form for person, form in self._editing.items() if form is not closed}
