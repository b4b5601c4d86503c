"""Keeps the calendar file that others subscribe to as it should be: shortly after anything in it has changed.

Public: ``FeedKeeper(workspace, bridge, intents, tasks)`` with the signal ``laid`` (the file is as it should be).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.reminders import Reminder
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.followups.due_words import due_thing
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.timeline.meeting_words import said_meeting
from otnet_desktop.ui.tongue import tongue

SETTLING_MS = 400
"""Several changes in a row are one file."""

SHOWN = frozenset({Room.MEETINGS, Room.PEOPLE, Room.REMINDERS, Room.SCHEDULE, Room.PREFERENCES})


class FeedKeeper(QObject):
    """Words are made here, the file is written by a worker. A folder that is gone is told once."""

    laid = Signal()

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks) -> None:
        super().__init__(bridge)
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._in_trouble = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self._lay)
        bridge.changed.connect(self._heed)
        self._begin()

    def _heed(self, changed: Changed) -> None:
        if changed.rooms & SHOWN:
            self._begin()

    def _begin(self) -> None:
        if self._workspace.calendars.places().feed:
            self._settling.start()

    def _lay(self) -> None:
        text = self._workspace.feed.text(said_meeting, self._said_follow_up)

        def work(_task: Task) -> bool:
            return self._workspace.feed.write(text)

        self._tasks.run(work, self._is_laid, self._tell)

    def _is_laid(self, _written: bool) -> None:
        self._in_trouble = ""
        self.laid.emit()

    def _tell(self, error: Exception) -> None:
        folder = self._workspace.calendars.places().feed
        if folder != self._in_trouble:
            self._in_trouble = folder
            self._intents.failed.emit(error)

    def _said_follow_up(self, reminder: Reminder) -> str:
        return due_thing(reminder, tongue(self._workspace)).title
