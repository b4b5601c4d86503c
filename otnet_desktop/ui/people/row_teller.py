"""Puts rows into words at a moment that holds until it is asked anew.

Public: ``Moment``, ``RowTeller(ask)`` with ``tell(row, matched)``, ``follow(workspace)`` and ``look_at_clock()``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from otnet_desktop.domain.roster import ListRow
from otnet_desktop.ui.people.row_words import described
from otnet_desktop.ui.widgets.match import Match
from otnet_desktop.ui.widgets.person_row import PersonRow

if TYPE_CHECKING:
    from otnet_desktop.services.workspace import Workspace

Moment = Callable[[], tuple[datetime, tzinfo]]
"""The present instant and the zone one reads times in."""


class RowTeller:
    """One moment for all rows on the screen: asking for each would cost more than reading it."""

    def __init__(self, ask: Moment) -> None:
        self._ask = ask
        self._now, self._zone = ask()

    def follow(self, workspace: Workspace) -> None:
        """The data are open: take the time and the zone from them from now on."""
        self._ask = lambda: (workspace.clock.now(), workspace.preferences.timing().zone)
        self.look_at_clock()

    def look_at_clock(self) -> bool:
        """Take the moment anew; whether it is another day, so that every row may read otherwise."""
        before = self._now.astimezone(self._zone).date()
        self._now, self._zone = self._ask()
        return self._now.astimezone(self._zone).date() != before

    def tell(self, row: ListRow, matched: Match | None) -> PersonRow:
        """The row as the list shows it."""
        return described(row, self._now, self._zone, matched)
