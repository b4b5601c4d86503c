"""What changed about somebody: a calm list, newest first, with what it was before, when and from where.

Public: ``ChangesPage(workspace, bridge, intents, tasks, person)``. It reads the whole journal, so a worker does it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from otnet_desktop.domain.changes import Changed
from otnet_desktop.domain.history import Change
from otnet_desktop.domain.people import Person
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.change_words import said_change, said_deed, said_source
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class ChangesPage(Aside):
    """Nothing can be done here; Undo is where it always is."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        intents: Intents,
        tasks: Tasks,
        person: Person,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What changed: {name}").format(name=person.profile.full_name))
        set_help(self, "privacy-and-data")
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._person = person.id
        self._task: Task | None = None
        self.changes = QListWidget()
        self.changes.setAccessibleName(self.tr("Changes, newest first"))
        self.changes.setWordWrap(True)
        self.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = EmptyState("clock", self.tr("Looking…"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.none)
        self._stack.addWidget(self.changes)
        self.body.addWidget(
            PlainLabel(self.tr("Steps are kept for 30 days, the newest thousand of them."), tone="soft")
        )
        self.body.addWidget(self._stack, 1)
        self.originals = plain_button(self.tr("Joined from…"), "people")
        self.originals.setToolTip(self.tr("Whom they were made one of, as they were"))
        self.originals.clicked.connect(self._show_originals)
        self.add_to_head(self.originals)
        self._look()
        bridge.changed.connect(self._heed)
        self.finished.connect(self._stop)

    def first_field(self) -> QWidget:
        """The list."""
        return self.changes

    def _look(self) -> None:
        self._stop()
        self.originals.setVisible(bool(self._workspace.merging.history(self._person)))

        def work(_task: Task) -> list[Change]:
            with self._workspace.roster.elsewhere():
                return self._workspace.history.of(self._person)

        self._task = self._tasks.run(work, self._show)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show(self, changes: list[Change]) -> None:
        self._task = None
        self.changes.clear()
        for change in changes:
            self.changes.addItem(QListWidgetItem(self._said(change)))
        self.none.say(self.tr("Nothing changed lately"), self.tr("What is done from now on is told here for 30 days."))
        self.changes.setCurrentRow(0)
        self._stack.setCurrentWidget(self.changes if changes else self.none)

    def _said(self, change: Change) -> str:
        zone = self._workspace.preferences.timing().zone
        when = said_moment(change.at, self._workspace.clock.now(), zone)
        head = " · ".join((said_deed(change), when, said_source(change.source)))
        return "\n".join((head, *said_change(change, zone)))

    def _show_originals(self) -> None:
        self._intents.originals_wanted.emit(self._person)

    def _heed(self, changed: Changed) -> None:
        if changed.concerns(self._person):
            self._look()
