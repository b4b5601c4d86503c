"""What the buttons of the header and its menus do: an answer, edit, change jobs, archive, close, delete, keep in touch.

Public: ``PersonActions(workspace, intents, header)`` with ``show_person(person, cadence)``, ``reopen()`` and
``choose_cadence(button)``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.facts import InKind
from otnet_desktop.domain.messages import Reply
from otnet_desktop.domain.people import Person, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.answer_menu import AnswerMenu
from otnet_desktop.ui.people.cadence_words import said_cadence
from otnet_desktop.ui.people.more_menu import MoreMenu
from otnet_desktop.ui.people.moved_form import MovedForm
from otnet_desktop.ui.people.person_header import PersonHeader
from otnet_desktop.ui.widgets.pop_up import pop_up_at


class PersonActions(QWidget):
    """Owns the menu; shows nothing itself."""

    def __init__(self, workspace: Workspace, intents: Intents, header: PersonHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._workspace = workspace
        self._intents = intents
        self._person: Person | None = None
        self._menu = MoreMenu(self)
        self._menu.edit_chosen.connect(self._edit)
        self._menu.moved_chosen.connect(self._moved)
        self._menu.promise_chosen.connect(self._note_promise)
        self._menu.opportunity_chosen.connect(self._note_opportunity)
        self._menu.times_chosen.connect(self._offer_times)
        self._menu.merge_chosen.connect(self._merge)
        self._menu.delete_chosen.connect(self._delete)
        self._menu.changes_chosen.connect(self._changes)
        self._menu.cadence_chosen.connect(self._keep_in_touch)
        self._menu.status_chosen.connect(self._set_status)
        self._answers = AnswerMenu(self)
        self._answers.answered.connect(self._answered)
        self._answers.day_wanted.connect(self._ask_day)
        self._answers.let_go.connect(self._let_go)
        self._answers.more_wanted.connect(self._log)
        self._answer = header.answer
        header.answer.setMenu(self._answers)
        header.answer.setPopupMode(header.answer.ToolButtonPopupMode.InstantPopup)
        header.edit.clicked.connect(self._edit)
        header.more.setMenu(self._menu)
        header.more.setPopupMode(header.more.ToolButtonPopupMode.InstantPopup)

    def show_person(self, person: Person, cadence: int | None) -> None:
        """From now on everything is about this person; ``cadence`` as ``PeopleService.cadence`` tells it."""
        self._person = person
        self._menu.show_status(person.status, cadence)
        wrote = self._workspace.people.outlook(person.id).last_reached_out is not None
        self._answer.setVisible(person.status is Status.ACTIVE and wrote)

    def reopen(self) -> None:
        """Take the archiving back."""
        self._set_status(Status.ARCHIVED, False)

    def choose_cadence(self, button: QWidget) -> None:
        """The next step is to choose how often: right where one has pressed."""
        pop_up_at(self._menu.cadence, button)

    def _edit(self) -> None:
        if self._person is not None:
            self._intents.edit_person_wanted.emit(self._person.id)

    def _note_promise(self) -> None:
        if self._person is not None:
            self._intents.promise_wanted.emit(self._person.id)

    def _note_opportunity(self) -> None:
        from otnet_desktop.ui.journey.opportunity_form import OpportunityForm

        if self._person is not None:
            OpportunityForm(self._workspace, self._intents, None, self.window(), through=self._person.id).open()

    def _offer_times(self) -> None:
        if self._person is not None:
            self._intents.times_wanted.emit(self._person.id)

    def _merge(self) -> None:
        if self._person is not None:
            self._intents.merge_wanted.emit([self._person.id])

    def _log(self) -> None:
        if self._person is not None:
            self._intents.log_wanted.emit(self._person.id)

    def _ask_day(self, kind: str) -> None:
        if self._person is not None:
            self._intents.answer_wanted.emit(self._person.id, kind)

    def _answered(self, kind: str, days: int) -> None:
        """Said once, it settles what waited for an answer; a kind reply is the next step where one is due."""
        person = self._person
        if person is None:
            return
        today = self._workspace.clock.now().astimezone(self._workspace.preferences.timing().zone).date()
        day = today + timedelta(days=days) if days else None
        answer = InKind(kind)
        reply = Reply(
            person.id,
            answer,
            ask_again_on=day if answer is InKind.LATER else None,
            return_on=day if answer is InKind.OUT_OF_OFFICE else None,
        )
        told = self.tr("Noted what {name} answered").format(name=person.profile.short_name)
        self._do(lambda: self._workspace.offers.answered(reply), told)

    def _let_go(self) -> None:
        person = self._person
        if person is not None:
            told = self.tr("You let it rest with {name}").format(name=person.profile.short_name)
            self._do(lambda: self._workspace.outreach.withdraw(person.id), told)

    def _moved(self) -> None:
        if self._person is not None:
            MovedForm(self._workspace, self._intents, self._person, self.window()).open()

    def _delete(self) -> None:
        person = self._person
        if person is None:
            return
        if succeeded(self._intents, lambda: self._workspace.people.remove(person.id)):
            self._intents.deleted.emit(self.tr("{name} was deleted").format(name=person.profile.full_name))

    def _changes(self) -> None:
        if self._person is not None:
            self._intents.changes_wanted.emit(self._person.id)

    def _keep_in_touch(self, days: int) -> None:
        person = self._person
        if person is None:
            return
        told = self.tr("No more suggestions to keep in touch")
        if days:
            told = self.tr("A note {often}").format(often=said_cadence(days))
        self._do(lambda: self._workspace.people.keep_in_touch(person.id, days), told)

    def _set_status(self, status: str, on: bool) -> None:
        person = self._person
        if person is None:
            return
        told = self._told(Status(status), on).format(name=person.profile.short_name)
        self._do(lambda: self._workspace.people.set_status(person.id, Status(status), on=on), told)

    def _told(self, status: Status, on: bool) -> str:
        if not on:
            return self.tr("{name} is open again")
        return {
            Status.ARCHIVED: self.tr("{name} is archived"),
            Status.DO_NOT_CONTACT: self.tr("{name} will not be contacted"),
            Status.DECEASED: self.tr("Nothing will be suggested about {name} any more"),
        }[status]

    def _do(self, work: Callable[[], object], told: str) -> None:
        if succeeded(self._intents, work):
            self._intents.undoable.emit(told)
