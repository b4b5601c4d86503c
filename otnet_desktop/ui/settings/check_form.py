"""Are my data whole? What is found, in words, and the mending of whatever can be derived from the rest.

Public: ``CheckForm(workspace, intents, tasks)``. It looks when it is opened, in a worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QWidget
from shiboken6 import isValid

from otnet_desktop.domain.errors import DataDamaged
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks, even_if_gone
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate

MOST_SHOWN = 200


class CheckForm(ShortForm):
    """A sentence, a list, two ways on."""

    def __init__(self, workspace: Workspace, intents: Intents, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Check my data"))
        self.setAccessibleName(self.tr("Check my data"))
        self.accept_button.setText(self.tr("Mend what can be derived"))
        self.leave_button.setText(self.tr("Close"))
        set_help(self, "trouble")
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._task: Task | None = None
        self._is_mending = False
        self._before: list[str] = []
        self.told = PlainLabel()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restore = plain_button(self.tr("Look at the backups…"), "undo")
        self.restore.clicked.connect(self._to_backups)
        self.recover = plain_button(self.tr("Bring a backup back…"), "shield")
        self.recover.clicked.connect(self._to_recovery)
        self.body.addWidget(self.told)
        self.body.addWidget(self.list, 1)
        for way in (self.restore, self.recover):
            self.body.addWidget(way, 0, Qt.AlignmentFlag.AlignLeading)
        self._begin(repair=False)

    def save(self) -> bool:
        """Mend; the form stays and says what is left."""
        self._begin(repair=True)
        return False

    def done(self, result: int) -> None:
        """It is closed: nobody needs to hear what is looked at. What is being mended is told all the same."""
        if self._task is not None and not self._is_mending:
            self._task.cancel()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """The buttons are there from now on."""
        super().showEvent(event)
        self.leave_button.setFocus()

    def _begin(self, *, repair: bool) -> None:
        self.accept_button.setEnabled(False)
        for way in (self.restore, self.recover):
            way.hide()
        self.list.setVisible(repair)
        self.told.setText(self.tr("Mending…") if repair else self.tr("Looking at everything; this may take a while…"))

        def work(_task: Task) -> list[str]:
            with self._workspace.roster.elsewhere():
                with suppress(DataDamaged):  # what is damaged is found below, and named
                    self._workspace.reminders.refresh()
                return self._workspace.care.check(repair=repair)

        self._is_mending = repair
        if repair:
            self._task = self._tasks.run(work, even_if_gone(self._tell_left), even_if_gone(self._tell_why_not))
        else:
            self._task = self._tasks.run(work, self._tell, self._tell_why_not)

    def _tell(self, findings: list[str]) -> None:
        self._before = findings
        if self._workspace.soundness.is_damaged:
            self._show(self.tr("The data file is damaged, and nothing is written into it any more."), findings)
            self.recover.show()
        elif findings:
            self._show(plural(len(findings), self.tr("{n} thing is not as it should be."), self._many()), findings)
        else:
            self._show(self.tr("Everything is whole: the data, the search, what is derived, and the backups."), [])
        self._let_mend(can=bool(findings) and not self._workspace.soundness.is_damaged)

    def _tell_left(self, findings: list[str]) -> None:
        said = said_mended(len([finding for finding in self._before if finding not in findings]), bool(findings))
        if not isValid(self):
            self._intents.said.emit(said)
            return
        self._show(said, findings)
        self._let_mend(can=False)
        self.restore.setVisible(bool(findings))

    def _let_mend(self, *, can: bool) -> None:
        """There is no such button where nothing is left to mend."""
        self.accept_button.setEnabled(can)
        self.accept_button.setVisible(can)
        if not can:
            self.leave_button.setFocus()

    def _many(self) -> str:
        return self.tr("{n} things are not as they should be.")

    def _show(self, said: str, findings: Sequence[str]) -> None:
        self._task = None
        self.told.setText(said)
        self.list.clear()
        self.list.addItems([one_line(finding) for finding in findings[:MOST_SHOWN]])
        self.list.setVisible(bool(findings))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _tell_why_not(self, error: Exception) -> None:
        if isValid(self):
            self.reject()
        self._intents.failed.emit(error)

    def _to_recovery(self) -> None:
        self.reject()
        self._intents.recovery_wanted.emit()

    def _to_backups(self) -> None:
        self.reject()
        self._intents.restore_wanted.emit("")


def said_mended(number: int, is_any_left: bool) -> str:
    """What became of it, also when the form is closed by then."""
    mended = plural(
        number,
        translate("CheckForm", "{n} thing was mended."),
        translate("CheckForm", "{n} things were mended."),
    )
    if is_any_left:
        left = translate("CheckForm", "What is left cannot be derived from anything; a backup may have it.")
        return f"{mended} {left}"
    return translate("CheckForm", "{mended} Everything is whole.").format(mended=mended)
