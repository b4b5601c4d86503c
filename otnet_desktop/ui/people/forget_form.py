"""Asks once before people are deleted for good, says what remains, and offers to remove that as well.

Public: ``ForgetForm(workspace, intents, tasks, heads)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from otnet_desktop.domain.trash import TrashId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm
from otnet_desktop.ui.words import plural


class ForgetForm(ShortForm):
    """The only thing in the program that cannot be taken back."""

    def __init__(
        self,
        workspace: Workspace,
        intents: Intents,
        tasks: Tasks,
        heads: Sequence[TrashId],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Delete for good"))
        self.setAccessibleName(self.tr("Delete for good"))
        self.accept_button.setText(self.tr("Delete for good"))
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._heads = list(heads)
        going = workspace.trash.of(self._heads)
        one = self.tr("Delete {name} for good?").format(name=going[0].name)
        asked = one if len(going) == 1 else plural(len(going), one, self.tr("Delete {n} people for good?"))
        self.body.addWidget(PlainLabel(asked, TextSize.TITLE))
        self.body.addWidget(
            PlainLabel(self.tr("Everything about them leaves your data and cannot be brought back. What they share "
                               "with others, such as the notes of a meeting, stays with those, and your own log of "
                               "hours and your opportunities stay as you wrote them."))
        )  # fmt: skip
        self.body.addWidget(PlainLabel(self.tr("Undo will reach back no further than their deletion."), tone="soft"))
        self.backups = QCheckBox(self.tr("Remove these backups too; a new one is made first"))
        self._say_what_remains()

    def save(self) -> bool:
        """Begin; the form goes and the rest is told when it is done."""
        purge = self.backups.isVisibleTo(self) and self.backups.isChecked()

        def work(_task: Task) -> bool:
            with self._workspace.roster.elsewhere():
                self._workspace.trash.delete_for_good(self._heads)
                is_wiped = self._workspace.trash.wipe()
                if purge:
                    self._workspace.care.renew_backups()
                    self._workspace.second_place.purge()
            return is_wiped

        intents = self._intents
        said_done, said_soon = self._told()

        def tell(is_wiped: bool) -> None:
            intents.said.emit(said_done if is_wiped else said_soon)

        self._tasks.run(work, tell, intents.failed.emit)
        return True

    def _told(self) -> tuple[str, str]:
        return (
            self.tr("Deleted for good: nothing of it is left in your data."),
            self.tr("Deleted for good. The last traces go as soon as nothing is being saved."),
        )

    def _say_what_remains(self) -> None:
        kept = self._workspace.care.backups()
        if not kept:
            self.backups.hide()
            return
        now, zone = self._workspace.clock.now(), self._workspace.preferences.timing().zone
        one, many = self.tr("One dated backup may still hold them"), self.tr("{n} dated backups may still hold them")
        newest = self.tr("the newest is of {when}.").format(when=said_moment(kept[0].at, now, zone))
        self.body.addWidget(PlainLabel(f"{plural(len(kept), one, many)}; {newest}"))
        self.body.addWidget(self.backups)
