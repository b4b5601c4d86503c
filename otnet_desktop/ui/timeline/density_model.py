"""Months or years with meetings in them, as a list; what a row says is found when it is first asked for.

Public: ``DensityModel(workspace)`` with ``show_stretches(stretches, grain, today)``, ``stretch_at(row)`` and
``row_of(day)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QDate, QModelIndex, QObject, QPersistentModelIndex, Qt

from otnet_desktop.domain.density import Grain, Stretch
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.dates import reading_locale
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.timeline.density_row import DensityRow
from otnet_desktop.ui.timeline.meeting_words import names_together
from otnet_desktop.ui.widgets.accessible_rows import row_data, sentence
from otnet_desktop.ui.words import plural

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NAMED = 3
"""More names would not be read; the number says the rest."""


class DensityModel(QAbstractListModel):
    """The latest first, as everywhere in the timeline."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stretches: tuple[Stretch, ...] = ()
        self._grain = Grain.MONTH
        self._today = date.min
        self._most = 1
        self._rows: dict[int, DensityRow] = {}

    def show_stretches(self, stretches: Sequence[Stretch], grain: Grain, today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self._stretches, self._grain, self._today = tuple(stretches), grain, today
        self._most = max((max(stretch.months) for stretch in stretches), default=1)
        self._rows.clear()
        self.endResetModel()

    def stretch_at(self, row: int) -> Stretch | None:
        """The month or year in that row."""
        return self._stretches[row] if 0 <= row < len(self._stretches) else None

    def row_of(self, day: date) -> int:
        """Where that day is, or what comes next before it."""
        return next((row for row, stretch in enumerate(self._stretches) if stretch.start <= day), 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Stretches with meetings in them."""
        return 0 if parent.isValid() else len(self._stretches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate, and the sentence a screen reader speaks."""
        if not index.isValid() or index.row() >= len(self._stretches):
            return None
        row = self._row(index.row())
        return row_data(role, row.title, sentence(row.title, row.told), row.names, row)

    def _row(self, number: int) -> DensityRow:
        if number not in self._rows:
            self._rows[number] = self._made(self._stretches[number])
        return self._rows[number]

    def _made(self, stretch: Stretch) -> DensityRow:
        start = QDate(stretch.start.year, stretch.start.month, 1)
        title = reading_locale().toString(start, "MMMM yyyy" if self._grain is Grain.MONTH else "yyyy")
        meetings = plural(stretch.meetings, self.tr("{n} meeting"), self.tr("{n} meetings"))
        people = plural(len(stretch.people), self.tr("with {n} person"), self.tr("with {n} people"))
        return DensityRow(
            title,
            f"{meetings} {people}",
            self._names(stretch.people),
            tuple(count / self._most for count in stretch.months),
            is_now=stretch.start <= self._today < stretch.end,
            is_ahead=stretch.start > self._today,
        )

    def _names(self, people: Sequence[PersonId]) -> str:
        known = self._workspace.people.many(people[:NAMED])
        names = [one_line(person.profile.full_name) for person in known]
        return names_together([*names, *[""] * (len(people) - len(known))])
