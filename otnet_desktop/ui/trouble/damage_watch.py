"""Where the data turn out to be damaged while the window is open: nothing more is written, and there is a way out.

Public: ``DamageWatch(window, workspace, bridge, tasks)``. Whoever meets damage tells it as any failure; this looks
whether it is the file itself, for which a backup is needed, or something the check can mend.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from otnet_desktop.domain.errors import DataDamaged, OtnetError
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.tasks import Task, Tasks


class DamageWatch(QObject):
    """Lives and dies with its window."""

    def __init__(self, window: MainWindow, workspace: Workspace, bridge: Bridge, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._soundness = workspace.soundness
        self._tasks = tasks
        self._is_looking = self._is_marked = False
        window.intents.failed.connect(self._heed)
        bridge.changed.connect(self._look_whether_over)

    def _heed(self, error: Exception) -> None:
        if not isinstance(error, DataDamaged):
            return
        if self._soundness.is_damaged:
            self._lead_to_backups()
        elif not self._is_looking:
            self._is_looking = True
            self._tasks.run(self._look, self._tell, self._cannot_tell)

    def _look(self, _task: Task) -> str:
        return self._soundness.damage()

    def _tell(self, damage: str) -> None:
        self._is_looking = False
        if damage:
            self._soundness.stop_writing(damage)
            self._lead_to_backups()
        else:
            self._window.banner.lead_out(self.tr("Check my data…"), self._window.intents.check_wanted)

    def _look_whether_over(self) -> None:
        """A backup is back."""
        if self._is_marked and not self._soundness.is_damaged:
            self._is_marked = False
            self._window.banner.mark("damage", "")

    def _cannot_tell(self, error: Exception) -> None:
        """Not even read: a backup may be what is left. It may pass, too, and writing goes on, so no more is said."""
        self._is_looking = False
        if not isinstance(error, OtnetError):
            raise error
        self._lead_out()

    def _lead_to_backups(self) -> None:
        """Also when the failure was read and closed, it is said where the way is."""
        told = self.tr("Nothing is written into the damaged data file. Settings, Check my data leads to a backup.")
        self._window.banner.mark("damage", told)
        self._is_marked = True
        self._lead_out()

    def _lead_out(self) -> None:
        self._window.banner.lead_out(self.tr("Bring a backup back…"), self._window.intents.recovery_wanted)
