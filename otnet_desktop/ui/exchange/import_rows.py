"""The rows of an import preview.

Public: ``said_change(row, named)`` (what a row would change, or why it stays out) and ``ImportModel(plan, named)`` with
``show_state``, ``row_at``, ``unclear``, ``counts``, ``remarks`` and ``refresh``. Words are made only for rows on the
screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.report import Rejected, Remark
from otnet_desktop.services.import_plan import Choice, ImportPlan, PlannedEntry
from otnet_desktop.ui.exchange.import_entries import Entries, ImportRow
from otnet_desktop.ui.exchange.import_words import State, said_adds, said_evidence, said_newcomer, state_words
from otnet_desktop.ui.said import said
from otnet_desktop.ui.theme.literal import literal_tip, one_line

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
STATE, NAME, PLACE, CHANGE = range(4)
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)

Named = Callable[[PlannedEntry], str]
"""Who somebody is that an entry is, or may be, about: their name and place."""

Standing = Callable[[PlannedEntry], Profile | None]
"""What stands here of the person an entry is about; nothing for somebody who is gone."""


def said_change(row: ImportRow, named: Named) -> str:
    """What would change, or why it stays out and what to do about it."""
    entry = row.entry
    if isinstance(entry, Rejected):
        return said(entry.reason)
    if isinstance(entry, Remark):
        return said(entry.text)
    if row.state is State.NEW or (entry.stays_closed and entry.is_new):
        return said_newcomer(entry)
    name = named(entry) if row.state is State.UNCLEAR else ""
    text = _change_words()[entry.choice if row.state is State.UNCLEAR else now(row)]
    return text.format(what=said_adds(coming(entry)), evidence=said_evidence(entry), name=name)


def now(row: ImportRow) -> State:
    """An update of which everything is left out brings nothing, and one that takes something brings that."""
    if row.state not in (State.UPDATE, State.SAME) or not isinstance(row.entry, PlannedEntry):
        return row.state
    return State.UPDATE if coming(row.entry) else State.SAME


def coming(entry: PlannedEntry) -> tuple[str, ...]:
    """The fields that will change, as somebody wants it."""
    return tuple(name for name in (*entry.adds, *entry.differs) if entry.wants(name))


def _change_words() -> dict[State | Choice, str]:
    return {
        State.UPDATE: translate("Import", "adds {what} ({evidence})"),
        State.SAME: translate("Import", "nothing new ({evidence})"),
        Choice.LEAVE_OUT: translate("Import", "stays out: perhaps {name} ({evidence})"),
        Choice.AS_NEW: translate("Import", "comes in as somebody new"),
        Choice.SAME_PERSON: translate("Import", "is brought together with {name}"),
    }


class ImportModel(QAbstractTableModel):
    """The rows of one state, or all entries; ``counts`` of these, and how many ``remarks`` there are."""

    def __init__(self, plan: ImportPlan, named: Named, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._named = named
        self._entries = Entries(plan)
        self._shown = self._entries.numbers(None)
        self.counts = self._entries.counts()
        self.remarks = self.counts.pop(State.REMARK, 0)
        self._heads = (
            self.tr("State"), self.tr("Name"), self.tr("Place"), self.tr("What would change"),
        )  # fmt: skip

    def show_state(self, state: State | None) -> None:
        """Only rows of that state; ``None`` for all entries."""
        self.beginResetModel()
        self._shown = self._entries.numbers(state)
        self.endResetModel()

    def row_at(self, number: int) -> ImportRow | None:
        """The row on that line."""
        return self._entries.row(self._shown[number]) if 0 <= number < len(self._shown) else None

    def unclear(self, lines: Sequence[range]) -> Iterator[PlannedEntry]:
        """The unclear entries on those lines."""
        if not self.counts[State.UNCLEAR]:
            return iter(())
        return self._entries.unclear([number for part in lines for number in self._shown[part.start : part.stop]])

    def refresh(self) -> None:
        """Something was said about unclear entries."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, CHANGE))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Everything in the state that is shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """State, name, place, change."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """What the columns hold."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell, and all of it in its tool tip. An empty cell has words for a screen reader."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role not in ROLES:
            return None
        text = one_line(self._text(row, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text or self.tr("nothing")
        return text if role == Qt.ItemDataRole.DisplayRole else literal_tip(text)

    def _text(self, row: ImportRow, column: int) -> str:
        match column:
            case 0:
                return state_words()[row.state]
            case 1:
                return row.name
            case 2:
                return row.place
        return said_change(row, self._named)
