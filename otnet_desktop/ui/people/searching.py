"""Search as you type: names and places for every key, notes and meetings a moment later from a worker.

Public: ``Searching(roster, tasks)`` with ``look_for(text)``, ``stop()`` and the signals ``found`` and ``found_more``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from otnet_desktop.domain.roster import Hit
from otnet_desktop.ui.people.hits import as_matches
from otnet_desktop.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from otnet_desktop.services.roster import RosterService

PAUSE_MS = 60
"""Between two keys of a quick typist: the slower part is not begun for text nobody waits for."""


class Searching(QObject):
    """One search at a time: another text cancels what was under way for the one before."""

    found = Signal(object)
    """``Matches``: id -> why, best first, at once."""
    found_more = Signal(object)
    """The same from notes, meetings and mails; comes once for each text, perhaps empty."""

    def __init__(self, roster: RosterService, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roster = roster
        self._tasks = tasks
        self._text = ""
        self._task: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_deeper)

    def look_for(self, text: str) -> None:
        """Search for ``text``; an empty one is not searched for."""
        self.stop()
        self._text = text
        self.found.emit(as_matches(self._roster.find_people(text), text))
        self._pause.start()

    def stop(self) -> None:
        """No more answers."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _look_deeper(self) -> None:
        text = self._text  # as it is now; by the time a thread is free, somebody may have typed on
        self._task = self._tasks.run(lambda _task: (text, self._roster.find_words(text)), self._tell)

    def _tell(self, answer: tuple[str, list[Hit]]) -> None:
        text, hits = answer
        self._task = None
        self.found_more.emit(as_matches(hits, text))
