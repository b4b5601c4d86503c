"""The people in the list: ids for all of them, rows only for the pages on the screen.

Public: ``RowSource`` (who knows the rows), ``PeopleModel(describe)`` with ``show_first`` (rows that are known already,
before the data are opened), ``attach``, ``show`` (ids), ``show_hits`` and ``add_hits`` (a search), ``drop_gone``
(hits who are there no longer), ``refresh`` (people who look different now), ``person_at``, ``row_of``. One column; what
a row says is a ``PersonRow``.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from otnet_desktop.domain.roster import ListRow
from otnet_desktop.ui.people.changed_part import changed_part
from otnet_desktop.ui.widgets.accessible_rows import row_data
from otnet_desktop.ui.widgets.match import Match
from otnet_desktop.ui.widgets.person_row import PersonRow, spoken

PAGE = 16
"""A screen or more: each key of a search reads one, a jump to a place nobody was at one or two within its frame."""

PAGES_KEPT = 192
"""Some 3,000 rows: what one scrolls past in a minute."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Matches = Mapping[int, Match | None]
Describe = Callable[[ListRow, Match | None], PersonRow]
"""A row and why it was found in, what the list says out."""


class RowSource(Protocol):
    """Who knows the rows."""

    def rows(self, ids: Sequence[int]) -> list[ListRow]:
        """The rows of these people; those who are gone are left out."""


class PeopleModel(QAbstractTableModel):
    """Boring on purpose. The order is the data's; nothing is sorted or filtered here."""

    def __init__(self, describe: Describe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._source: RowSource | None = None
        self._ids: array[int] = array("q")
        self._matches: dict[int, Match | None] = {}
        self._pages: OrderedDict[int, _Page] = OrderedDict()

    def show_first(self, rows: Sequence[ListRow]) -> None:
        """Show rows that were read beforehand."""
        self.beginResetModel()
        self._ids = array("q", [row.id for row in rows])
        for start in range(0, len(rows), PAGE):
            self._pages[start // PAGE] = _Page(rows[start : start + PAGE])
        self.endResetModel()

    def attach(self, source: RowSource) -> None:
        """Ask ``source`` for rows from now on."""
        self._source = source
        self._pages.clear()

    def show(self, ids: array[int]) -> None:
        """Show these people. What is the same at both ends stays where it is, selected and scrolled."""
        if self._matches:
            self._reset(ids, {})
            return
        first, gone, come = changed_part(self._ids, ids)
        if gone:
            self.beginRemoveRows(NOWHERE, first, first + gone - 1)
            self._hold(self._ids[:first] + self._ids[first + gone :])
            self.endRemoveRows()
        if come:
            self.beginInsertRows(NOWHERE, first, first + come - 1)
            self._hold(ids)
            self.endInsertRows()
        self.refresh(None)

    def replace(self, ids: array[int]) -> None:
        """Show another list altogether."""
        self._reset(ids, {})

    def show_hits(self, hits: Matches) -> None:
        """Show people who were found, best first, with why."""
        self._reset(array("q", hits), hits)

    def add_hits(self, hits: Matches) -> None:
        """Append people who were found later; those who are there already stay as they are."""
        new = [person for person in hits if person not in self._ids]
        if not new:
            return
        start = len(self._ids)
        self.beginInsertRows(NOWHERE, start, start + len(new) - 1)
        self._matches.update((person, hits[person]) for person in new)
        self._ids.extend(new)
        self._pages.clear()
        self.endInsertRows()

    def drop_gone(self) -> None:
        """Take out whoever is not in the data any more."""
        known = {row.id for row in self._source.rows(self._ids)} if self._source is not None else set(self._ids)
        for row in reversed(range(len(self._ids))):
            if self._ids[row] not in known:
                self.beginRemoveRows(NOWHERE, row, row)
                self._hold(self._ids[:row] + self._ids[row + 1 :])
                self.endRemoveRows()

    def refresh(self, people: Iterable[int] | None) -> None:
        """These people (``None``: all of them) look different now."""
        if people is None:
            self._pages.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))
            return
        for row in map(self.row_of, people):
            if row is not None:
                self._pages.pop(row // PAGE, None)
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def person_at(self, row: int) -> int:
        """The id of the person in that row; 0 outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, person: int) -> int | None:
        """Where somebody is in the list."""
        try:
            return self._ids.index(person)
        except ValueError:
            return None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Everyone in the view."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate, its name, and the sentence a screen reader speaks."""
        row = self._row(index.row()) if index.isValid() else None
        if row is None:
            return None
        why = row.matched.text if row.matched else ""
        return row_data(role, row.name or row.headline, spoken(row), why, row)

    def _row(self, number: int) -> PersonRow | None:
        if not 0 <= number < len(self._ids):
            return None
        page = self._pages.get(number // PAGE)
        if page is None:
            page = self._fetch(number // PAGE)
        else:
            self._pages.move_to_end(number // PAGE)
        person = self._ids[number]
        if person not in page.said and person in page.known:
            page.said[person] = self._describe(page.known[person], self._matches.get(person))
        return page.said.get(person)

    def _fetch(self, number: int) -> _Page:
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        page = _Page(self._source.rows(ids) if self._source is not None else [])
        self._pages[number] = page
        if len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return page

    def _reset(self, ids: array[int], matches: Matches) -> None:
        self.beginResetModel()
        self._matches = dict(matches)
        self._hold(ids)
        self.endResetModel()

    def _hold(self, ids: array[int]) -> None:
        self._ids = ids
        self._pages.clear()


class _Page:
    """Rows that were read together, and what the list says of those that were looked at."""

    __slots__ = ("known", "said")

    def __init__(self, rows: Sequence[ListRow]) -> None:
        self.known: dict[int, ListRow] = {row.id: row for row in rows}
        self.said: dict[int, PersonRow] = {}
