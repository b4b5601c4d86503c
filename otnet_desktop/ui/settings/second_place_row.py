"""A second place for backups: which, whether it is there, choosing another.

Public: ``SecondPlaceRow(workspace, intents, tasks)`` with ``look()`` and ``choose(folder)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from otnet_desktop.services.second_place import SecondStanding
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks, even_if_gone
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class SecondPlaceRow(QWidget):
    """A sentence and two buttons."""

    def __init__(self, workspace: Workspace, intents: Intents, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._task: Task | None = None
        self._is_choosing = False
        self.said = PlainLabel("", TextSize.CAPTION, "soft")
        self.ask = quiet_button("", "open")
        self.ask.clicked.connect(self._ask)
        self.stop = quiet_button(self.tr("Do without it"))
        self.stop.clicked.connect(self._do_without)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.ask)
        flow.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self._show(None)

    def look(self) -> None:
        """Whether it is there now, and what is in it."""
        if self._is_choosing:
            return
        self._stop()

        def work(_task: Task) -> SecondStanding | None:
            with self._workspace.roster.elsewhere():
                return self._workspace.second_place.standing()

        self._task = self._tasks.run(work, self._show, self._failed)

    def choose(self, folder: str) -> None:
        """Write backups there too; those there are go there at once."""
        self._stop()
        self._is_choosing = True
        self.said.setText(self.tr("Copying the backups…"))

        def work(_task: Task) -> SecondStanding | None:
            with self._workspace.roster.elsewhere():
                self._workspace.second_place.choose(Path(folder))
                return self._workspace.second_place.standing()

        self._tasks.run(work, even_if_gone(self._chosen), even_if_gone(self._failed))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        if not event.spontaneous():
            self._stop()
        super().hideEvent(event)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _chosen(self, standing: SecondStanding | None) -> None:
        self._is_choosing = False
        if isValid(self):
            self._show(standing)

    def _show(self, standing: SecondStanding | None) -> None:
        self._task = None
        self.stop.setVisible(standing is not None)
        if standing is None:
            self.said.setText(self.tr("A second place, such as a USB stick, keeps them if this computer is lost."))
            self.ask.setText(self.tr("Choose a second place…"))
            return
        self.ask.setText(self.tr("Choose another place…"))
        place = str(standing.place)
        if not standing.is_there:
            told = self.tr("Second place: {place}. It is not there now; it is caught up with when it is back.")
            self.said.setText(told.format(place=place))
        elif standing.newest is None:
            self.said.setText(self.tr("Second place: {place}. Nothing is in it yet.").format(place=place))
        else:
            now, zone = self._workspace.clock.now(), self._workspace.preferences.timing().zone
            when = said_moment(standing.newest, now, zone)
            told = self.tr("Second place: {place}. Newest backup there: {when}, verified.")
            self.said.setText(f"{told} {self._advice(standing)}".strip().format(place=place, when=when))

    def _advice(self, standing: SecondStanding) -> str:
        """What to know of a place that is less than it seems."""
        if standing.is_same_drive:
            return self.tr("It is on the same drive as your data: another drive helps more.")
        if standing.is_readable:
            return self.tr("It is copied to a cloud, and your backups have no passphrase: who keeps it can read them.")
        return ""

    def _failed(self, error: Exception) -> None:
        self._task, self._is_choosing = None, False
        if isValid(self):
            self.said.setText(self.tr("The second place cannot be used now."))
        self._intents.failed.emit(error)

    def _do_without(self) -> None:
        if succeeded(self._intents, self._workspace.second_place.stop):
            self.look()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("A second place for backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
