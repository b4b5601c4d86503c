"""Bringing a backup or an archive back: choose one, see what is inside, restore.

Public: ``RestoreForm(workspace, intents, tasks)``. What is there now is backed up first, so this can be taken back the
same way.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from otnet_desktop.services.care import KeptBackup
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate

SHOWN = 7
"""Backups without scrolling."""


class RestoreForm(ShortForm):
    """The button is there only for a backup that was read and found whole."""

    def __init__(self, workspace: Workspace, intents: Intents, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setAccessibleName(self.tr("Restore a backup"))
        self.accept_button.setText(self.tr("Restore"))
        self.accept_button.setEnabled(False)
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._task: Task | None = None
        self._backups = workspace.care.backups()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        self.list.setMinimumHeight(SHOWN * (look().metrics.line() + 2 * STEP))
        for backup in self._backups:
            self.list.addItem(QListWidgetItem(self._said(backup)))
        self.list.currentRowChanged.connect(self._examine)
        self.elsewhere = quiet_button(self.tr("From a file…"), "open")
        self.elsewhere.clicked.connect(self._ask_for_file)
        self._file: Path | None = None
        self.inside = PlainLabel()
        keep = self.tr("What is here now is backed up first, so you can come back to it.")
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.inside)
        self.body.addWidget(PlainLabel(keep, TextSize.CAPTION, "soft"))
        if self._backups:
            self.list.setCurrentRow(0)
        else:
            self.inside.setText(self.tr("There is no backup yet."))
        self.list.setFocus()

    def save(self) -> bool:
        """Begin; the form closes when it is done."""
        backup = self._chosen()
        source = self._file or (backup.path if backup else None)
        if source is None or not self.accept_button.isEnabled():
            return False
        self._busy(True)
        self.inside.setText(self.tr("Restoring…"))

        def work(_task: Task) -> int:
            with self._workspace.roster.elsewhere():
                return self._workspace.care.restore(source).people

        self._task = self._tasks.run(work, self._restored, self._not_restored)
        return False

    def done(self, result: int) -> None:
        """Nobody here needs to hear of it any more."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _chosen(self) -> KeptBackup | None:
        row = self.list.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _said(self, backup: KeptBackup) -> str:
        when = said_moment(backup.at, self._workspace.clock.now(), self._workspace.preferences.timing().zone)
        return " · ".join(text for text in (when, _people(backup), reason_words().get(backup.reason, "")) if text)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("A backup or an archive"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = self.tr("Backups and archives (*.db *.zip)")
        dialog.setNameFilters([kinds, self.tr("All files (*)")])
        dialog.fileSelected.connect(self.choose_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_file(self, file: str) -> None:
        """Bring that one back; it is looked into before anything is replaced."""
        self.list.setCurrentRow(-1)
        self._file = Path(file)
        said = self.tr("{file}: it is checked before anything is replaced.")
        self.inside.setText(said.format(file=self._file.name))
        self.accept_button.setEnabled(True)
        self.accept_button.setFocus()

    def _examine(self, _row: int) -> None:
        self._file = None
        if self._task is not None:
            self._task.cancel()
        backup = self._chosen()
        self.accept_button.setEnabled(False)
        if backup is None:
            return
        self.inside.setText(self.tr("Reading this backup…"))

        def work(_task: Task) -> str:
            return self._workspace.care.trouble_of(backup)

        self._task = self._tasks.run(work, self._tell_inside, self._not_restored)

    def _tell_inside(self, trouble: str) -> None:
        self._task = None
        backup = self._chosen()
        if backup is None:
            return
        self.accept_button.setEnabled(not trouble)
        if trouble:
            self.inside.setText(trouble)
            return
        self.inside.setText(
            self.tr("Inside: {people}, as of {when}. Verified.").format(
                people=_people(backup), when=self._said(backup).partition(" · ")[0]
            )
        )

    def _restored(self, people: int) -> None:
        self._task = None
        one, many = self.tr("{n} person restored."), self.tr("{n} people restored.")
        self._intents.said.emit(plural(people, one, many))
        self.accept_button.setEnabled(True)
        self.reject()

    def _not_restored(self, error: Exception) -> None:
        self._task = None
        self._busy(False)
        self.inside.setText(str(error))

    def _busy(self, busy: bool) -> None:
        self.list.setEnabled(not busy)
        self.elsewhere.setEnabled(not busy)
        self.accept_button.setEnabled(not busy)


def _people(backup: KeptBackup) -> str:
    if backup.people is None:
        return ""
    return plural(backup.people, translate("Backups", "{n} person"), translate("Backups", "{n} people"))


def reason_words() -> dict[str, str]:
    """Why a backup was made."""
    return {
        "daily": translate("Backups", "daily"),
        "asked": translate("Backups", "you asked for it"),
        "import": translate("Backups", "before an import"),
        "delete": translate("Backups", "before deleting"),
        "merge": translate("Backups", "before merging people"),
        "migration": translate("Backups", "before an update"),
        "restore": translate("Backups", "before a restore"),
    }
