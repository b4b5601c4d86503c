"""What desks have in common: they answer what is wanted in the window, work in its workers, and live as long as it.

Public: ``Desk(workspace, bridge, intents, tasks, window)``; fill in ``_heed(changed)``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from otnet_desktop.domain.changes import Changed
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tasks import Tasks


class Desk(QObject):
    """Hears of every change."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._bridge = bridge
        self._intents = intents
        self._tasks = tasks
        self._window = window
        bridge.changed.connect(self._heed)

    def _heed(self, changed: Changed) -> None:
        """Something is otherwise now."""
        raise NotImplementedError
