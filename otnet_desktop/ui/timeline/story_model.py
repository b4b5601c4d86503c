"""The entries of a story as a list that changes only where something changed.

Public: ``StoryModel(teller)`` with ``replace(entries)``, ``show(entries)``, ``reword()``, ``has_moved_on(now)``,
``entry_at(row)``, ``row_at(row)``, ``today()`` (the row of the divider) and ``turn(row)`` (open or close a text in
place).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from otnet_desktop.domain.story import StoryEntry
from otnet_desktop.ui.timeline.story_words import TODAY, is_ahead, key_of, stands_otherwise, today_row, told
from otnet_desktop.ui.timeline.teller import Teller
from otnet_desktop.ui.widgets.accessible_rows import row_data
from otnet_desktop.ui.widgets.story_row import StoryRow, spoken

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class StoryModel(QAbstractListModel):
    """What is to come, today's line, what was. Words are found when a row is first asked for."""

    def __init__(self, teller: Callable[[], Teller], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_teller = teller
        self._teller = teller()
        self._entries: list[StoryEntry | None] = []
        self._keys: list[str] = []
        self._rows: dict[str, StoryRow] = {}
        self._open: set[str] = set()

    def replace(self, entries: Sequence[StoryEntry]) -> None:
        """Another story altogether."""
        self.beginResetModel()
        self._open.clear()
        self._hold(entries)
        self.endResetModel()

    def show(self, entries: Sequence[StoryEntry]) -> None:
        """The same story, as it is now. What stayed keeps its place, selected and scrolled."""
        before, old = self._keys, dict(zip(self._keys, self._entries, strict=True))
        self._teller = self._make_teller()
        after = self._with_today(entries)
        keys = [key_of(entry) if entry is not None else TODAY for entry in after]
        same = _alike(before, keys)
        tail = _alike(before[same:][::-1], keys[same:][::-1])
        if gone := len(before) - same - tail:
            self.beginRemoveRows(NOWHERE, same, same + gone - 1)
            del self._entries[same : same + gone], self._keys[same : same + gone]
            self.endRemoveRows()
        if come := len(keys) - same - tail:
            self.beginInsertRows(NOWHERE, same, same + come - 1)
            self._entries[same:same] = after[same : same + come]
            self._keys[same:same] = keys[same : same + come]
            self.endInsertRows()
        self._entries, self._rows = after, {}
        for row, (key, entry) in enumerate(zip(keys, after, strict=True)):
            if key in old and entry != old[key]:
                self.dataChanged.emit(self.index(row), self.index(row))

    def reword(self) -> None:
        """Time went on, or somebody is called otherwise: every row may read differently."""
        self._teller = self._make_teller()
        self._rows.clear()
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))

    def has_moved_on(self, now: datetime) -> bool:
        """Whether the words are out of date because time went on."""
        before = self._teller
        if before.day(now) != before.today:
            return True
        return any(entry is not None and stands_otherwise(entry, before.now, now) for entry in self._entries)

    def turn(self, row: int) -> None:
        """Show the text of a message in its place, or put it away."""
        key = self._keys[row]
        self._open.symmetric_difference_update({key})
        self._rows.pop(key, None)
        self.dataChanged.emit(self.index(row), self.index(row))

    def entry_at(self, row: int) -> StoryEntry | None:
        """The entry in that row; none for the divider, and outside."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_at(self, row: int) -> StoryRow:
        """What that row says."""
        key, entry = self._keys[row], self._entries[row]
        if key not in self._rows:
            self._rows[key] = told(entry, self._teller, key in self._open) if entry else today_row(self._teller)
        return self._rows[key]

    def today(self) -> int:
        """The row of today's line; -1 in an empty story."""
        return self._keys.index(TODAY) if self._keys else -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Every entry, and the divider."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate, and the sentence a screen reader speaks."""
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        row = self.row_at(index.row())
        return row_data(role, row.title, spoken(row), row.body or row.quote, row)

    def _hold(self, entries: Sequence[StoryEntry]) -> None:
        self._teller = self._make_teller()
        self._rows.clear()
        self._entries = self._with_today(entries)
        self._keys = [key_of(entry) if entry is not None else TODAY for entry in self._entries]

    def _with_today(self, entries: Sequence[StoryEntry]) -> list[StoryEntry | None]:
        ahead = sum(is_ahead(entry, self._teller.now) for entry in entries)
        return [*entries[:ahead], None, *entries[ahead:]] if entries else []


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many keys are the same from the start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
