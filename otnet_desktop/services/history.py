"""Undo and redo of every step, also after a restart."""

from __future__ import annotations

from datetime import datetime

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.domain.history import Change
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.sentences import sentence
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

    def newest(self) -> int:
        """The number of the step that Ctrl+Z would take back; 0 for none."""
        return self._store.journal.last_step() or 0

    def of(self, person: PersonId) -> list[Change]:
        """What changed about somebody, newest first, as far back as steps are kept. For a worker."""
        return self._store.journal.history(person)

    def ends_at(self) -> datetime | None:
        """When somebody was deleted for good: nothing before their deletion can be taken back. None for never."""
        return self._store.wiping.sealed_at()

    def is_large(self, *, again: bool = False) -> bool:
        """Whether undo (or redo) has so much to do that it should be left to a worker."""
        return self._store.journal.is_large(again=again)

    def undo(self, shown: int | None = None) -> str:
        """Take the newest step back; its title comes back, "" when there was none.

        ``shown`` is the step that was offered: where another one is newer (a command was run meanwhile, an import
        ended), nothing is taken back. Raises NotAllowed for that, and where rows were changed elsewhere.
        """
        newest = self._store.journal.newest()
        if shown is not None and newest is not None and newest.id != shown:
            self._steps.announce(Changed(EVERYTHING, None))
            raise NotAllowed(
                sentence("Nothing was taken back: something else was done meanwhile ({title}).", title=newest.title),
                "Undo in the Edit menu takes that back first.",
            )
        return self._travel(back=True)

    def redo(self) -> str:
        """Do the step that was taken back last again. Raises NotAllowed where rows were changed elsewhere."""
        return self._travel(back=False)

    def _travel(self, *, back: bool) -> str:
        journal, now = self._store.journal, self._steps.clock.now()
        with journal.travelling():
            travelled = (journal.undo if back else journal.redo)(now, self._steps.source)
            if travelled is None:
                return ""
            self._steps.look_again(travelled.people)
        self._steps.announce(Changed(EVERYTHING, travelled.people | travelled.gone, travelled.returned))
        return travelled.title
