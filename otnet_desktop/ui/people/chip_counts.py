"""How many people each chip shows, counted in a worker: with a hundred thousand people it takes longer than a frame.

Public: ``ChipCounts(roster, tasks)`` with ``ask()`` and the signal ``counted``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from otnet_desktop.domain.roster import Chip
from otnet_desktop.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from otnet_desktop.services.roster import RosterService


class ChipCounts(QObject):
    """Counts once more after the count under way when something changed meanwhile."""

    counted = Signal(object)
    """Chip -> number of people."""

    def __init__(self, roster: RosterService, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roster = roster
        self._tasks = tasks
        self._is_counting = False
        self._is_asked_again = False

    def ask(self) -> None:
        """Count, now or when the count under way has ended."""
        if self._is_counting:
            self._is_asked_again = True
            return
        self._is_counting = True
        self._tasks.run(self._count, self._tell)

    def _count(self, _task: Task) -> dict[Chip, int]:
        with self._roster.elsewhere():
            return self._roster.counts()

    def _tell(self, counts: dict[Chip, int]) -> None:
        self._is_counting = False
        self.counted.emit(counts)
        if self._is_asked_again:
            self._is_asked_again = False
            self.ask()
