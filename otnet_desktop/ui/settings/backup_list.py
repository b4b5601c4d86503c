"""The backups there are, newest first, or a file from elsewhere: which one to look into.

Public: ``BackupList(workspace, intents)`` with ``read()``, ``source()``, ``backup()``, ``choose_file(path)`` and the
signal ``chosen``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.services.care import KeptBackup
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.backup_chooser import ask_for_backup
from otnet_desktop.ui.settings.backup_words import said_backup
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import quiet_button


class BackupList(QWidget):
    """A list and a button."""

    chosen = Signal()
    """Another one is to be looked into."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._backups: list[KeptBackup] = []
        self._file: Path | None = None
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Backups, newest first"))
        self.rows.setWordWrap(True)
        self.rows.setMinimumHeight(2 * (2 * look().metrics.line() + 2 * STEP))  # always two of them
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.currentRowChanged.connect(self._choose)
        self.elsewhere = quiet_button(self.tr("From a file…"), "open")
        self.elsewhere.clicked.connect(self._ask_for_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.rows, 1)
        column.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignLeading)

    def read(self) -> bool:
        """Show what there is by now, the newest chosen; whether there is any."""
        try:
            self._backups = self._workspace.care.backups()
        except OtnetError as error:
            self._intents.failed.emit(error)
        now, zone = self._workspace.clock.now(), self._workspace.preferences.timing().zone
        self.rows.clear()
        protected = self._workspace.locking.is_protected
        self.rows.addItems([said_backup(backup, now, zone, is_protected=protected) for backup in self._backups])
        past = (row for row, backup in enumerate(self._backups) if backup.at <= now)
        self.rows.setCurrentRow(next(past, 0))
        return bool(self._backups)

    def backup(self) -> KeptBackup | None:
        """The one that is chosen; none for a file from elsewhere."""
        row = self.rows.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def source(self) -> Path | None:
        """The file to look into."""
        backup = self.backup()
        return backup.path if backup else self._file

    def choose_file(self, file: str) -> None:
        """Look into that one."""
        self._file = Path(file)
        self.rows.setCurrentRow(-1)
        self.chosen.emit()

    def first_field(self) -> QWidget:
        """Where there is anything to choose."""
        return self.rows if self._backups else self.elsewhere

    def _choose(self, row: int) -> None:
        if row >= 0:
            self._file = None
            self.chosen.emit()

    def _ask_for_file(self) -> None:
        ask_for_backup(self, self.choose_file)
