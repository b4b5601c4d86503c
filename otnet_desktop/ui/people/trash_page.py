"""The trash: whom one deleted, when, when they will be gone, and the way back.

Public: ``TrashPage(workspace, bridge, intents, tasks)``. Enter or the button restores whoever is chosen, one or many.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.trash import Trashed, TrashId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import said_day, said_moment
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.forget_form import ForgetForm
from otnet_desktop.ui.settings.backup_words import said_back
from otnet_desktop.ui.tasks import Task, Tasks, even_if_gone
from otnet_desktop.ui.theme.icons import icon
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import primary_button, quiet_button
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.search_field import SearchField
from otnet_desktop.ui.words import plural

HEAD = Qt.ItemDataRole.UserRole
MOST = 500
"""More are found by name."""

SEARCHABLE = 8
"""So many one sees at a glance."""


class TrashPage(Aside):
    """Nobody here is in anybody's way; nothing happens to them until their day."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Trash"))
        set_help(self, "privacy-and-data")
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._names: list[str] = []
        self.people = QListWidget()
        self.people.setAccessibleName(self.tr("People in the trash"))
        self.people.setWordWrap(True)
        self.people.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.itemActivated.connect(self._restore)
        self.people.itemSelectionChanged.connect(self._fit)
        self.search = SearchField(self.tr("Find in the trash"))
        self.search.textChanged.connect(self._read)
        self.restore = primary_button(self.tr("Restore"), "undo")
        self.restore.clicked.connect(self._restore)
        self.forget = quiet_button(self.tr("Delete for good…"), "trash")
        self.forget.clicked.connect(self._ask)
        self._chosen = PlainLabel("", tone="soft")
        self._more = PlainLabel("", tone="soft")
        self.none = EmptyState(
            "trash", self.tr("The trash is empty"), self.tr("Whoever you delete stays here for 30 days, whole.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled())
        self._stack.addWidget(self.none)
        self.body.addWidget(self._stack, 1)
        self._read()
        self.people.setCurrentRow(0)
        bridge.changed.connect(self._heed)

    def first_field(self) -> QWidget:
        """The list."""
        return self.people

    def _filled(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        said = self.tr("Restore brings people back as they were, into what is there by then.")
        column.addWidget(PlainLabel(said, tone="soft"))
        column.addWidget(self.search)
        column.addWidget(self.people, 1)
        column.addWidget(self._more)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addWidget(self._chosen, 1)
        foot.addWidget(self.forget)
        foot.addWidget(self.restore)
        column.addLayout(foot)
        return page

    def _read(self) -> None:
        chosen = set(self._heads())
        row = self.people.currentRow()
        text = self.search.text().strip()
        found = self._workspace.trash.all(text, MOST)
        self.people.clear()
        for trashed in found:
            item = QListWidgetItem(self._said(trashed))
            item.setIcon(icon("person", Role.SOFT))
            item.setData(HEAD, trashed.id)
            self.people.addItem(item)
            item.setSelected(trashed.id in chosen)
        if not self.people.selectedItems() and found:
            self.people.setCurrentRow(min(max(row, 0), len(found) - 1))
        count = self._workspace.trash.count()
        self.search.setVisible(count > SEARCHABLE)
        self._say_more(count if not text else len(found), len(found), text)
        self._stack.setCurrentIndex(0 if count else 1)
        self._fit()

    def _say_more(self, count: int, shown: int, text: str) -> None:
        said = plural(count - shown, self.tr("and {n} more"), self.tr("and {n} more")) if count > shown else ""
        if text and not shown:
            said = self.tr("Nobody of that name is in the trash.")
        self._more.setText(said)
        self._more.setVisible(bool(said))

    def _said(self, trashed: Trashed) -> str:
        now, zone = self._workspace.clock.now(), self._workspace.preferences.timing().zone
        name = " · ".join(one_line(part) for part in (trashed.name, trashed.headline) if part)
        deleted = self.tr("Deleted {when}").format(when=said_moment(trashed.deleted_at, now, zone))
        day = said_day(trashed.gone_at.astimezone(zone).date(), now.astimezone(zone).date())
        return "\n".join((name, " · ".join((deleted, self.tr("gone for good {day}").format(day=day)))))

    def _heads(self) -> list[TrashId]:
        return [TrashId(item.data(HEAD)) for item in self.people.selectedItems()]

    def _fit(self) -> None:
        count = len(self._heads())
        self._chosen.setText(plural(count, self.tr("{n} chosen"), self.tr("{n} chosen")) if count > 1 else "")
        for button in (self.restore, self.forget):
            button.setEnabled(bool(count))

    def _restore(self) -> None:
        heads = self._heads()
        if not heads or not self.restore.isEnabled():
            return
        with self.keyboard_kept(self.people):
            self.restore.setEnabled(False)
        self._names = [trashed.name for trashed in self._workspace.trash.of(heads)]

        def work(_task: Task) -> list[PersonId]:
            with self._workspace.roster.elsewhere():
                return self._workspace.trash.restore(heads)

        self._tasks.run(work, even_if_gone(self._restored), even_if_gone(self._not_restored))

    def _restored(self, people: list[PersonId]) -> None:
        self._intents.undoable.emit(said_back(len(people), self._names[0]))

    def _not_restored(self, error: Exception) -> None:
        if isValid(self):  # one may have gone elsewhere meanwhile
            self._fit()
        self._intents.failed.emit(error)

    def _ask(self) -> None:
        if heads := self._heads():
            ForgetForm(self._workspace, self._intents, self._tasks, heads, self.window()).open()

    def _heed(self, changed: Changed) -> None:
        if changed.touches(Room.PEOPLE):
            with self.keyboard_kept(self.people):
                self._read()
