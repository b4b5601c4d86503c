"""Before notes leave: how many may tell who a client is. It warns and never blocks.

Public: ``ExportCheck(workspace, tasks)`` with ``look_at_notes(people)`` and ``look_at_pages(people)`` (none:
everyone's), ``look_at_everything()``, ``leave()``, ``is_looking`` and the signal ``looked``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.timeline.meeting_words import names_together
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural


class ExportCheck(PlainLabel):
    """Looked at in a worker; nothing is said where there is nothing to say."""

    looked = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(size=TextSize.CAPTION, tone="due", parent=parent)
        self._workspace = workspace
        self._tasks = tasks
        self._task: Task | None = None
        self.hide()

    def look_at_notes(self, people: Sequence[PersonId]) -> None:
        """The notes that would go into cards."""
        self._begin(lambda: self._workspace.privacy.notes_to_look_at(people), self._tell_of_notes)

    def look_at_pages(self, people: Sequence[PersonId]) -> None:
        """All that was noted about somebody and would be printed."""
        self._begin(lambda: self._workspace.privacy.people_to_look_at(people), self._tell_of_people)

    def look_at_everything(self) -> None:
        """All that goes into an archive."""
        self._begin(self._workspace.privacy.texts_to_look_at, self._tell_of_texts)

    @property
    def is_looking(self) -> bool:
        """Whether it is not known yet."""
        return self._task is not None

    def leave(self) -> None:
        """Nothing is to be looked at (any more)."""
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self._say("")

    def _begin(self, look: Callable[[], object], then: Callable[..., None]) -> None:
        self.leave()

        def work(_task: Task) -> object:
            with self._workspace.roster.elsewhere():
                return look()

        self._task = self._tasks.run(work, then, self._not_found_out)

    def _names(self, people: list[PersonId]) -> str:
        names = names_together([self._workspace.people.get(person).profile.full_name for person in people[:2]])
        return self.tr("{names} and others").format(names=names) if len(people) > 2 else names

    def _tell_of_people(self, people: list[PersonId]) -> None:
        told = self.tr("What was noted about {names} may tell who a client is, and would leave.")
        self._found(told.format(names=self._names(people)) if people else "")

    def _tell_of_notes(self, people: list[PersonId]) -> None:
        names = self._names(people)
        told = self.tr("{notes} would leave that may tell who a client is: about {names}.")
        self._found(told.format(notes=self._notes(len(people)), names=names) if people else "")

    def _tell_of_texts(self, number: int) -> None:
        told = self.tr("{notes} would leave that may tell who a client is. Keep the file to yourself.")
        self._found(told.format(notes=self._notes(number)) if number else "")

    def _not_found_out(self, error: Exception) -> None:
        """It keeps nobody from writing; what failed is told all the same."""
        self._found("")
        raise error

    def _found(self, told: str) -> None:
        self._task = None
        self._say(told)
        self.looked.emit()

    def _notes(self, number: int) -> str:
        return plural(number, self.tr("{n} note"), self.tr("{n} notes"))

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
