"""Reads the watched calendars at the start, and again whenever one of their files changes. Never on a clock.

Public: ``CalendarWatch(workspace, bridge, tasks)`` with the signal ``read`` (they were read anew).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from otnet_desktop.domain.busy_times import CalendarReading
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.tasks import Task, Tasks

SETTLING_MS = 700
"""A calendar program writes a file in several strokes; it is read when they are over, and not while a window opens."""


class CalendarWatch(QObject):
    """Watches files and their folders: a file that is replaced is another file to the system."""

    read = Signal()

    def __init__(self, workspace: Workspace, bridge: Bridge, tasks: Tasks) -> None:
        super().__init__(bridge)
        self._workspace = workspace
        self._tasks = tasks
        self._reading: Task | None = None
        self._known: tuple[tuple[str, ...], str, str] = ((), "", "")
        self._watcher: QFileSystemWatcher | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self._begin)
        bridge.changed.connect(self._heed)
        self._look()

    def _heed(self, changed: Changed) -> None:
        if changed.touches(Room.SCHEDULE) or changed.touches(Room.PREFERENCES):
            self._look()

    def _look(self) -> None:
        """Read anew, if what is watched or who reads is another."""
        preferences = self._workspace.preferences
        watched = self._workspace.calendars.places().watched
        known = (watched, preferences.timing().zone.key, preferences.current.me.email)
        if known == self._known or (not watched and not self._known[0]):
            return
        self._known = known
        self._settling.start()

    def _watch(self) -> None:
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._changed)
            self._watcher.directoryChanged.connect(self._changed)
        before = {*self._watcher.files(), *self._watcher.directories()}
        places = [Path(place) for place in self._workspace.calendars.places().watched]
        folders = {place if place.is_dir() else place.parent for place in places}
        wanted = {str(path) for path in (*self._workspace.calendars.files(), *folders) if path.exists()}
        if before - wanted:
            self._watcher.removePaths(sorted(before - wanted))
        if wanted - before:
            self._watcher.addPaths(sorted(wanted - before))

    def _changed(self, _path: str) -> None:
        self._settling.start()

    def _begin(self) -> None:
        self._settling.stop()
        self._watch()
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._tasks.run(self._work, self._take)

    def _work(self, _task: Task) -> Mapping[str, CalendarReading]:
        return self._workspace.calendars.read()

    def _take(self, readings: Mapping[str, CalendarReading]) -> None:
        self._reading = None
        self._workspace.calendars.take(readings)
        self.read.emit()
