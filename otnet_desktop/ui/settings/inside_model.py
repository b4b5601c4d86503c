"""The people in a backup as rows, as many as there are.

Public: ``InsideModel(parent)`` with ``show_people(people)``, ``narrow(standings, text)`` and
``people_in(first, end)``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from otnet_desktop.domain.backups import PersonInside, Standing
from otnet_desktop.domain.names import fold
from otnet_desktop.ui.settings.backup_words import said_standing
from otnet_desktop.ui.theme.literal import literal_tip, one_line

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class InsideModel(QAbstractListModel):
    """Words are made only for rows on the screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[PersonInside] = ()
        self._shown: Sequence[PersonInside] = ()

    def show_people(self, people: Sequence[PersonInside]) -> None:
        """These from now on, all of them, in this order."""
        self.beginResetModel()
        self._all = self._shown = people
        self.endResetModel()

    def narrow(self, standings: Collection[Standing], text: str) -> None:
        """Only those who stand like that, with ``text`` in their names or what they do."""
        wanted = fold(text)
        shown = self._all
        if len(standings) < len(Standing):
            shown = [person for person in shown if person.standing in standings]
        if wanted:
            shown = [person for person in shown if wanted in person.folded]
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def people_in(self, first: int, end: int) -> Sequence[PersonInside]:
        """Whoever is on these rows, without the last."""
        return self._shown[first:end]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Everybody who is shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Name and headline, and below them how they stand."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        person = self._shown[index.row()]
        name = " · ".join(one_line(part) for part in (person.name, person.headline) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal_tip(name)
        return f"{name}\n{said_standing(person.standing)}"
