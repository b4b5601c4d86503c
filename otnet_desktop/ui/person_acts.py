"""What can be done about the person who is shown; on the place of everyone's timeline, whom the entry is about.

Public: ``PersonActs(window, workspace, actions)`` with ``look_again()``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import Person, PersonId, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act, Actions
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.people.person_header import WRITING_CLOSED
from otnet_desktop.ui.people.several_bar import SeveralBar

NEED_A_PERSON = (Act.PROMISE, Act.EDIT_PERSON, Act.MERGE, Act.ARCHIVE, Act.DELETE_PERSON, Act.CHANGES)
MAY_BE_ARCHIVED = (Status.ACTIVE, Status.ARCHIVED)
"""What is stricter holds whether somebody is archived or not."""


class PersonActs(QObject):
    """Answers the person's actions; what cannot ask whom is enabled only while it is plain who is meant."""

    def __init__(self, window: MainWindow, workspace: Workspace, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._actions = actions
        for act, slot in (
            (Act.WRITE, self._write),
            (Act.LOG, self._log),
            (Act.MEETING, self._meet),
            (Act.OFFER_TIMES, self._offer_times),
            (Act.PROMISE, self._promise),
            (Act.KEEP_IN_TOUCH, self._keep_in_touch),
            (Act.EDIT_PERSON, self._edit),
            (Act.MERGE, self._merge),
            (Act.ARCHIVE, self._archive),
            (Act.DELETE_PERSON, self._delete),
            (Act.CHANGES, self._changes),
        ):
            actions[act].triggered.connect(slot)
        actions[Act.ARCHIVE].setCheckable(True)
        self._entry = 0
        window.person_shown.connect(self._fit)
        window.page.installEventFilter(self)
        window.intents.entry_reached.connect(self._reach_entry)
        self._fit()

    def look_again(self) -> None:
        """People changed: something else may be allowed now."""
        self._fit()

    def _reach_entry(self, person: int) -> None:
        self._entry = person
        self._fit()

    def _meant(self) -> int:
        """Whom one sees, not whom a hidden list has chosen; 0 for nobody, and for several."""
        return self._entry if self._window.page.isHidden() else self._window.person

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another place is shown: somebody else is meant."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        for act in NEED_A_PERSON:
            self._actions[act].setEnabled(bool(self._meant()))
        self._actions[Act.SHOW_TIMELINE].setEnabled(bool(self._window.person))
        shown = self._person()
        self._actions[Act.WRITE].setEnabled(shown is not None and shown.status not in WRITING_CLOSED)
        self._actions[Act.KEEP_IN_TOUCH].setEnabled(shown is not None and shown.status is Status.ACTIVE)
        self._actions[Act.ARCHIVE].setChecked(shown is not None and shown.status is Status.ARCHIVED)
        self._actions[Act.ARCHIVE].setEnabled(shown is not None and shown.status in MAY_BE_ARCHIVED)

    def _write(self) -> None:
        self._window.intents.compose_wanted.emit(self._meant(), "", "")

    def _log(self) -> None:
        self._window.intents.log_wanted.emit(self._meant())

    def _meet(self) -> None:
        self._window.intents.meeting_wanted.emit(self._meant())

    def _offer_times(self) -> None:
        """Where writing is closed, and where nobody is shown, only when one is free."""
        shown = self._known(self._window.person)
        may_be_asked = shown is not None and shown.status not in WRITING_CLOSED
        self._window.intents.times_wanted.emit(self._window.person if may_be_asked else 0)

    def _promise(self) -> None:
        self._window.intents.promise_wanted.emit(self._meant())

    def _keep_in_touch(self) -> None:
        """How often is asked where it is shown: beside their name."""
        self._window.show_person(self._meant())
        self._window.intents.cadence_wanted.emit()

    def _edit(self) -> None:
        self._window.intents.edit_person_wanted.emit(self._meant())

    def _merge(self) -> None:
        """Those who are chosen in the list, or whoever is shown and somebody to be named."""
        chosen = list(self._window.people.view.chosen_people())
        several = len(chosen) > 1 and self._window.page.isVisible()
        self._window.intents.merge_wanted.emit(chosen if several else [self._meant()])

    def _archive(self) -> None:
        several = self._several()
        person = self._person()
        if several is not None:
            several.archive()
        if person is None or several is not None:
            return
        archived = person.status is Status.ARCHIVED
        set_status = self._workspace.people.set_status
        if not succeeded(self._window.intents, lambda: set_status(person.id, Status.ARCHIVED, on=not archived)):
            self._fit()
            return
        said = self.tr("{name} is back in the list.") if archived else self.tr("{name} was archived.")
        self._window.intents.undoable.emit(said.format(name=person.profile.full_name))
        self._fit()

    def _delete(self) -> None:
        several = self._several()
        person = self._person()
        if several is not None:
            several.delete()
        if person is None or several is not None:
            return
        if succeeded(self._window.intents, lambda: self._workspace.people.remove(person.id)):
            self._window.intents.deleted.emit(self.tr("{name} was deleted.").format(name=person.profile.full_name))

    def _changes(self) -> None:
        self._window.intents.changes_wanted.emit(self._meant())

    def _several(self) -> SeveralBar | None:
        """What acts on all who are chosen, where that is more than one and one sees them."""
        bar = self._window.people.several
        return bar if bar is not None and bar.is_several() and self._window.page.isVisible() else None

    def _person(self) -> Person | None:
        return self._known(self._meant())

    def _known(self, person: int) -> Person | None:
        if not person:
            return None
        try:
            return self._workspace.people.get(PersonId(person))
        except NotFound:  # deleted a moment ago, or an undo took their coming back
            return None
