"""Somebody stays chosen when people go, and whoever an undo brings back is chosen again.

Public: ``StillChosen(pane, people, roster, bridge)``. To be made after the list itself listens to the bridge: it goes
by the list as it is then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.people.list_model import PeopleModel

if TYPE_CHECKING:
    from otnet_desktop.services.roster import RosterService
    from otnet_desktop.ui.people.list_pane import ListPane


class StillChosen(QObject):
    """Remembers where in the list the one who is shown stood: whoever stands there next is shown after them."""

    def __init__(self, pane: ListPane, people: PeopleModel, roster: RosterService, bridge: Bridge) -> None:
        super().__init__(pane)
        self._pane = pane
        self._people = people
        self._roster = roster
        self._person = 0
        self._row = 0
        pane.person_chosen.connect(self._remember)
        bridge.changed.connect(self._heed)

    def _remember(self, person: int) -> None:
        self._person = person
        self._row = self._people.row_of(person) or 0

    def _heed(self, changed: Changed) -> None:
        if not changed.touches(Room.PEOPLE):
            return
        if len(changed.returned) == 1:
            self._bring_back(*changed.returned)
        elif self._person and not self._roster.rows([self._person]):
            self._pane.show_person(self._people.person_at(min(self._row, self._people.rowCount() - 1)))
        else:
            self._remember(self._person)

    def _bring_back(self, person: int) -> None:
        """In sight, also where the list was narrowed to others."""
        if self._people.row_of(person) is None:
            self._pane.show_everyone()
        self._pane.show_person(person)
