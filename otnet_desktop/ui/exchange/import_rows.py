"""The rows of an import preview.

Public: ``ImportRow`` (one entry of a file), ``rows_of(plan)``, ``said_change(row, named)`` (what a row would change,
or why it stays out) and ``ImportModel(plan, named)`` with ``show_state``, ``row_at``, ``counts`` and ``refresh``. Words
are made only for rows on the screen, so that a hundred thousand entries open as quickly as ten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.report import Rejected, Remark
from otnet_desktop.services.import_plan import Choice, FilePlan, ImportPlan, PlannedEntry
from otnet_desktop.ui.exchange.import_words import State, said_adds, said_evidence, said_newcomer, state_words
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


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One entry, planned or refused, with what is remarked about it; or a remark, and the entry it is about."""

    path: str
    entry: PlannedEntry | Rejected | Remark
    remarks: tuple[str, ...] = ()
    about: PlannedEntry | None = None

    @property
    def state(self) -> State:
        """What it would do."""
        match self.entry:
            case Rejected():
                return State.REFUSED
            case Remark():
                return State.REMARK
        return State(self.entry.fate.value)

    @property
    def name(self) -> str:
        """Who it is; of what was refused, what stood there."""
        match self.entry:
            case Rejected():
                return self.entry.text
            case Remark():
                return self.about.incoming.full_name if self.about else ""
        return self.entry.incoming.full_name

    @property
    def place(self) -> str:
        """Where they work, or where in the file something was refused or remarked."""
        if isinstance(self.entry, PlannedEntry):
            return self.entry.incoming.current.organisation
        file = Path(self.path).name
        if self.entry.line <= 0:
            return file
        return translate("Import", "{file}, line {line}").format(file=file, line=self.entry.line)


def rows_of(plan: ImportPlan) -> list[ImportRow]:
    """Every entry of every file, then what was refused of it, then what is remarked about it."""
    rows: list[ImportRow] = []
    for file in plan.files:
        path, whose = file.report.path, whose_remarks(file)
        told: dict[int, list[str]] = {}
        for remark, number in zip(file.report.warnings, whose, strict=True):
            told.setdefault(number, []).append(remark.text)
        rows += [ImportRow(path, entry, tuple(told.get(number, ()))) for number, entry in enumerate(file.entries)]
        rows += [ImportRow(path, rejected) for rejected in file.report.rejected]
        for remark, number in zip(file.report.warnings, whose, strict=True):
            rows.append(ImportRow(path, remark, about=file.entries[number] if number >= 0 else None))
    return rows


def whose_remarks(file: FilePlan) -> list[int]:
    """The number of the entry each remark is about: it stands on its lines. -1 for none, and for what was refused."""
    begins = sorted(
        [
            *((entry.line, number) for number, entry in enumerate(file.entries)),
            *((r.line, -1) for r in file.report.rejected),
        ]
    )
    lines = [line for line, _number in begins]
    before = (bisect_right(lines, remark.line) - 1 for remark in file.report.warnings)
    return [begins[place][1] if place >= 0 else -1 for place in before]


def said_change(row: ImportRow, named: Named) -> str:
    """What would change, or why it stays out and what to do about it."""
    entry = row.entry
    if isinstance(entry, Rejected):
        return entry.reason
    if isinstance(entry, Remark):
        return entry.text
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
        rows = rows_of(plan)
        self._all = [row for row in rows if row.state is not State.REMARK]
        self._remarks = [row for row in rows if row.state is State.REMARK]
        self._shown = self._all
        self.counts: Counter[State] = Counter(row.state for row in self._all)
        self.remarks = len(self._remarks)
        self._heads = (
            self.tr("State"), self.tr("Name"), self.tr("Place"), self.tr("What would change"),
        )  # fmt: skip

    def show_state(self, state: State | None) -> None:
        """Only rows of that state; ``None`` for all entries."""
        self.beginResetModel()
        if state is State.REMARK:
            self._shown = self._remarks
        else:
            self._shown = self._all if state is None else [row for row in self._all if row.state is state]
        self.endResetModel()

    def row_at(self, number: int) -> ImportRow | None:
        """The row on that line."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

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
