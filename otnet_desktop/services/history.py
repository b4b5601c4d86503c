"""Undo and redo of every step, also after a restart."""

from __future__ import annotations

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.services.steps import Steps

EVERYTHING = frozenset(Room)


class HistoryService:
    """Takes steps back and does them again, newest first."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def undo_title(self) -> str:
        """What Ctrl+Z would take back; "" for nothing."""
        return self._store.journal.undo_title() or ""

    def redo_title(self) -> str:
        """What Ctrl+Y would do again; "" for nothing."""
        return self._store.journal.redo_title() or ""

    def undo(self) -> str:
        """Take the newest step back; its title comes back, "" when there was none."""
        return self._travel(back=True)

    def redo(self) -> str:
        """Do the step that was taken back last again."""
        return self._travel(back=False)

    def _travel(self, *, back: bool) -> str:
        journal, now = self._store.journal, self._steps.clock.now()
        with self._store.transaction():
            travelled = journal.undo(now) if back else journal.redo(now)
            if travelled is None:
                return ""
            self._steps.look_again(travelled.people)
        self._steps.announce(Changed(EVERYTHING, travelled.people | travelled.gone, travelled.returned))
        return travelled.title
