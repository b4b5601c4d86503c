"""A strip under the list while several people are chosen: how many, and what can be done to all of them.

Public: ``SeveralBar(view, workspace, intents, tasks)`` with ``archive()`` and ``delete()``. Everything is one step to
undo, and is done by a worker.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.list_view import PeopleView
from otnet_desktop.ui.people.tag_form import TagForm
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import quiet_button, with_menu
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural

MOST_TAGS = 25
"""Of those that can be taken off."""

MOST_READ = 1_000
"""Of so many people, within a moment."""


class SeveralBar(QWidget):
    """Hidden while at most one is chosen."""

    def __init__(
        self, view: PeopleView, workspace: Workspace, intents: Intents, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_surface(self, Surface.SIDE)
        self.setAccessibleName(self.tr("Several people"))
        self._view = view
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._said: Callable[[int], str] = str
        self._count = PlainLabel("", TextSize.SMALL)
        self.tags_off = QMenu(self.tr("Take off"), self)
        self.tags_off.aboutToShow.connect(self._fill_tags)
        self.tags_off.triggered.connect(self._untag)
        self.tag = self._tag_button()
        self.status = self._status_button()
        self.remove = quiet_button(self.tr("Delete"))
        self.remove.clicked.connect(self.delete)
        buttons = QWidget()
        flow = FlowLayout(buttons, STEP)
        for button in (self.tag, self.status, self.remove):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        column.addWidget(self._count)
        column.addWidget(buttons)
        view.selectionModel().selectionChanged.connect(self._fit)
        view.model().modelReset.connect(self._fit)
        self._fit()

    def archive(self) -> None:
        """Archive them all."""
        self._set_status(Status.ARCHIVED, on=True)

    def delete(self) -> None:
        """Put them all into the trash."""
        people = self._people()

        def said(_done: int) -> str:
            one, many = self.tr("{n} person was deleted."), self.tr("{n} people were deleted.")
            return plural(len(people), one, many)

        def work() -> int:
            self._workspace.several.remove(people)
            return len(people)

        self._run(work, said, self._deleted)

    def is_several(self) -> bool:
        """Whether more than one is chosen."""
        return self._chosen() > 1

    def _tag_button(self) -> QPushButton:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Tag"))
        add = menu.addAction(self.tr("Add a tag…"))
        dress(add, "plus")
        add.triggered.connect(self._ask_for_tag)
        menu.addMenu(self.tags_off)
        return with_menu(quiet_button(self.tr("Tag")), menu)

    def _status_button(self) -> QPushButton:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Status"))
        for text, icon_name, status, on in (
            (self.tr("Archive"), "archive", Status.ARCHIVED, True),
            (self.tr("Reopen"), "undo", Status.ARCHIVED, False),
            (self.tr("Do not contact"), "hide", Status.DO_NOT_CONTACT, True),
            (self.tr("They may be contacted again"), "undo", Status.DO_NOT_CONTACT, False),
        ):
            action = menu.addAction(text)
            dress(action, icon_name)
            action.setData((status.value, on))
        menu.triggered.connect(self._choose_status)
        return with_menu(quiet_button(self.tr("Status")), menu)

    def _chosen(self) -> int:
        return sum(part.height() for part in self._view.selectionModel().selection().toList())

    def _people(self) -> list[PersonId]:
        return [PersonId(person) for person in self._view.chosen_people() if person]

    def _fit(self) -> None:
        count = self._chosen()
        self._count.setText(plural(count, self.tr("{n} person chosen"), self.tr("{n} people chosen")))
        self.setVisible(count > 1)

    def _fill_tags(self) -> None:
        self.tags_off.clear()
        carried = {
            tag for person in self._workspace.people.many(self._people()[:MOST_READ]) for tag in person.profile.tags
        }
        for tag in sorted(carried, key=str.casefold)[:MOST_TAGS]:
            self.tags_off.addAction(tag.replace("&", "&&")).setData(tag)
        if not carried:
            self.tags_off.addAction(self.tr("None of them has a tag")).setEnabled(False)

    def _ask_for_tag(self) -> None:
        form = TagForm(list(self._workspace.roster.tags()), self._chosen(), self.window())
        form.chosen.connect(self._give_tag)
        form.open()

    def _give_tag(self, tag: str) -> None:
        people = self._people()

        def said(done: int) -> str:
            one, many = self.tr("{n} person got the tag “{tag}”."), self.tr("{n} people got the tag “{tag}”.")
            literal = tag.replace("{", "{{").replace("}", "}}")
            return plural(done, one.replace("{tag}", literal), many.replace("{tag}", literal))

        self._run(lambda: self._workspace.several.tag(people, tag), said, self._told)

    def _untag(self, action: QAction) -> None:
        tag, people = str(action.data()), self._people()

        def said(done: int) -> str:
            one, many = self.tr("The tag was taken off {n} person."), self.tr("The tag was taken off {n} people.")
            return plural(done, one, many)

        self._run(lambda: self._workspace.several.untag(people, tag), said, self._told)

    def _choose_status(self, action: QAction) -> None:
        status, on = action.data()
        self._set_status(Status(status), on=on)

    def _set_status(self, status: Status, *, on: bool) -> None:
        people = self._people()

        def said(done: int) -> str:
            return self._said_status(status, on, done)

        self._run(lambda: self._workspace.several.set_status(people, status, on=on), said, self._told)

    def _said_status(self, status: Status, on: bool, done: int) -> str:
        if not on:
            return plural(done, self.tr("{n} person is open again."), self.tr("{n} people are open again."))
        if status is Status.ARCHIVED:
            return plural(done, self.tr("{n} person was archived."), self.tr("{n} people were archived."))
        return plural(done, self.tr("{n} person will not be contacted."), self.tr("{n} people will not be contacted."))

    def _run(self, act: Callable[[], int], said: Callable[[int], str], then: Callable[[int], None]) -> None:
        """In a worker; meanwhile nothing else can be done to them."""
        self.setEnabled(False)
        self._said = said

        def work(_task: Task) -> int:
            with self._workspace.roster.elsewhere():
                return act()

        self._tasks.run(work, then, self._failed)

    def _told(self, done: int) -> None:
        self.setEnabled(True)
        tell = self._intents.undoable if done else self._intents.said
        tell.emit(self._said(done) if done else self.tr("Nothing had to be changed."))

    def _deleted(self, done: int) -> None:
        self.setEnabled(True)
        self._intents.deleted.emit(self._said(done))

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self._intents.failed.emit(error)
