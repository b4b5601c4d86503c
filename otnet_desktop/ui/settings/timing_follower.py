"""Other habits, other reminders: when the timing changed, whoever is due is worked out anew in a worker.

Public: ``TimingFollower(workspace, bridge, tasks, intents)``. Settings, the first start and a restored backup all
change the timing, and so does a journey; this hears of each. After weeks without the program, or of sleep, so many
stand otherwise that a worker looks at them as well.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks

PAUSE_MS = 300
"""A spin box goes through many numbers on its way."""

AGAIN_MS = 30_000
"""Whoever has the data locked lets go of them sooner or later."""


class TimingFollower(QObject):
    """One look at everyone for any number of changes, and never two at once."""

    def __init__(self, workspace: Workspace, bridge: Bridge, tasks: Tasks, intents: Intents) -> None:
        super().__init__(bridge)
        self._workspace = workspace
        self._tasks = tasks
        self._intents = intents
        self._is_looking = False
        self._has_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        bridge.changed.connect(self._heed)
        self._look()

    def _heed(self, changed: Changed) -> None:
        is_behind = changed.touches(Room.REMINDERS) and self._workspace.reminders.is_behind()
        if is_behind or changed.touches(Room.PREFERENCES):
            self._timer.start(PAUSE_MS)

    def _look(self) -> None:
        if self._is_looking:
            self._timer.start(PAUSE_MS)
            return
        self._is_looking = True

        def work(_task: Task) -> None:
            with self._workspace.roster.elsewhere():
                self._workspace.reminders.catch_up()

        self._tasks.run(work, self._looked, self._failed)

    def _looked(self, _nothing: object) -> None:
        self._is_looking = self._has_told = False

    def _failed(self, error: Exception) -> None:
        """It is told once, and tried until it is done."""
        self._is_looking = False
        self._timer.start(AGAIN_MS)
        if not self._has_told:
            self._has_told = True
            self._intents.failed.emit(error)
