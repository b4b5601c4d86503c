"""What can be done about the person who is shown.

Public: ``PersonActs(window, workspace, actions)``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import Person, PersonId, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act, Actions
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.main_window import MainWindow

NEED_A_PERSON = (Act.WRITE, Act.EDIT_PERSON, Act.ARCHIVE, Act.DELETE_PERSON, Act.SHOW_TIMELINE)
MAY_BE_ARCHIVED = (Status.ACTIVE, Status.ARCHIVED)
"""What is stricter holds whether somebody is archived or not."""


class PersonActs(QObject):
    """Answers the person's actions; they are enabled only while somebody is shown."""

    def __init__(self, window: MainWindow, workspace: Workspace, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._actions = actions
        for act, slot in (
            (Act.WRITE, self._write),
            (Act.LOG, self._log),
            (Act.MEETING, self._meet),
            (Act.EDIT_PERSON, self._edit),
            (Act.ARCHIVE, self._archive),
            (Act.DELETE_PERSON, self._delete),
        ):
            actions[act].triggered.connect(slot)
        actions[Act.ARCHIVE].setCheckable(True)
        window.person_shown.connect(self._fit)
        self._fit(0)

    def _fit(self, person: int) -> None:
        for act in NEED_A_PERSON:
            self._actions[act].setEnabled(bool(person))
        shown = self._shown()
        self._actions[Act.ARCHIVE].setChecked(shown is not None and shown.status is Status.ARCHIVED)
        self._actions[Act.ARCHIVE].setEnabled(shown is not None and shown.status in MAY_BE_ARCHIVED)

    def _write(self) -> None:
        self._window.intents.compose_wanted.emit(self._window.person, "", "")

    def _log(self) -> None:
        self._window.intents.log_wanted.emit(self._window.person)

    def _meet(self) -> None:
        self._window.intents.meeting_wanted.emit(self._window.person)

    def _edit(self) -> None:
        self._window.intents.edit_person_wanted.emit(self._window.person)

    def _archive(self) -> None:
        person = self._shown()
        if person is None:
            return
        archived = person.status is Status.ARCHIVED
        set_status = self._workspace.people.set_status
        if not succeeded(self._window.intents, lambda: set_status(person.id, Status.ARCHIVED, on=not archived)):
            self._fit(self._window.person)
            return
        said = self.tr("{name} is back in the list.") if archived else self.tr("{name} was archived.")
        self._window.intents.undoable.emit(said.format(name=person.profile.full_name))
        self._fit(self._window.person)

    def _delete(self) -> None:
        person = self._shown()
        if person is None:
            return
        if succeeded(self._window.intents, lambda: self._workspace.people.remove(person.id)):
            self._window.intents.undoable.emit(self.tr("{name} was deleted.").format(name=person.profile.full_name))

    def _shown(self) -> Person | None:
        if not self._window.person:
            return None
        try:
            return self._workspace.people.get(PersonId(self._window.person))
        except NotFound:  # deleted a moment ago, or an undo took their coming back
            return None
