"""Backups: the last good one, making one, and bringing one back.

Public: ``BackupSettings(workspace, bridge, intents, tasks)``.
"""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from otnet_desktop.services.care import KeptBackup
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.backup_words import said_last_good
from otnet_desktop.ui.settings.second_place_row import SecondPlaceRow
from otnet_desktop.ui.tasks import Task, Tasks, even_if_gone
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class BackupSettings(Card):
    """A backup is called good only after it was read again."""

    def __init__(self, workspace: Workspace, intents: Intents, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Backups"))
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._looking: Task | None = None
        self._is_making = False
        self.last = PlainLabel()
        self.make = plain_button(self.tr("Back up now"), "shield")
        self.make.clicked.connect(self._make)
        self.restore = plain_button(self.tr("Look inside and restore…"), "undo")
        self.restore.clicked.connect(self._restore)
        self.check = plain_button(self.tr("Check my data…"))
        self.check.clicked.connect(self._check)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.make)
        flow.addWidget(self.restore)
        flow.addWidget(self.check)
        self.second = SecondPlaceRow(workspace, intents, tasks)
        self.body.addWidget(self.last)
        self.body.addWidget(buttons)
        self.body.addWidget(self.second)

    def look(self) -> None:
        """Read the newest backup and say whether it is whole."""
        self._stop()
        self.second.look()
        if self._is_making:
            return
        self.last.setText(self.tr("Looking at the last backup…"))

        def work(_task: Task) -> KeptBackup | None:
            return self._workspace.care.last_good_backup()

        self._looking = self._tasks.run(work, self._tell, self._tell_trouble)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        if not event.spontaneous():
            self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        if not event.spontaneous():
            self._stop()
        super().hideEvent(event)

    def _stop(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _tell(self, backup: KeptBackup | None) -> None:
        self._looking = None
        now, zone = self._workspace.clock.now(), self._workspace.preferences.timing().zone
        self.last.setText(said_last_good(backup, self._workspace.care.failure, now, zone))

    def _tell_trouble(self, error: Exception) -> None:
        self._looking = None
        self.last.setText(self.tr("The backups cannot be read."))
        self._intents.failed.emit(error)

    def _make(self) -> None:
        if self._is_making:  # the button stays as it is: a disabled one would hand the keyboard to its neighbour
            return
        self._stop()
        self._is_making = True
        self.last.setText(self.tr("Making a backup…"))

        def work(_task: Task) -> KeptBackup | None:
            with self._workspace.roster.elsewhere():
                self._workspace.care.back_up()
                self._workspace.second_place.catch_up()
            return self._workspace.care.last_good_backup()

        self._tasks.run(work, even_if_gone(self._made), even_if_gone(self._not_made))

    def _made(self, backup: KeptBackup | None) -> None:
        self._is_making = False
        if isValid(self):
            self.second.look()
            self._tell(backup)

    def _not_made(self, error: Exception) -> None:
        self._is_making = False
        if isValid(self):
            self.look()
        self._intents.failed.emit(error)

    def _restore(self) -> None:
        self._intents.restore_wanted.emit("")

    def _check(self) -> None:
        self._intents.check_wanted.emit()
