"""Somebody stays chosen when people go, and whoever an undo brings back is chosen again.

Public: ``StillChosen(people, roster, bridge)`` with ``remember(person)`` and the signals ``person_wanted`` and
``everyone_wanted``. To be made after the list itself listens to the bridge: it goes by the list as it is then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.people.list_model import PeopleModel

if TYPE_CHECKING:
    from otnet_desktop.services.roster import RosterService


class StillChosen(QObject):
    """Remembers where in the list the one who is shown stood: whoever stands there next is shown after them."""

    person_wanted = Signal(int)
    everyone_wanted = Signal()
    """The list is narrowed to others: it should not be any more."""

    def __init__(
        self, people: PeopleModel, roster: RosterService, bridge: Bridge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._people = people
        self._roster = roster
        self._person = 0
        self._row = 0
        bridge.changed.connect(self._heed)

    def remember(self, person: int) -> None:
        """Somebody is shown."""
        self._person = person
        self._row = self._people.row_of(person) or 0

    def _heed(self, changed: Changed) -> None:
        if not changed.touches(Room.PEOPLE):
            return
        if len(changed.returned) == 1:
            self._bring_back(*changed.returned)
        elif self._person and not self._roster.rows([self._person]):
            self.person_wanted.emit(self._people.person_at(min(self._row, self._people.rowCount() - 1)))
        else:
            self.remember(self._person)

    def _bring_back(self, person: int) -> None:
        """In sight, also where the list was narrowed to others."""
        if self._people.row_of(person) is None:
            self.everyone_wanted.emit()
        self.person_wanted.emit(person)
