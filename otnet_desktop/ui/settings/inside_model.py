"""The people in a backup as rows: those who are missing today first.

Public: ``InsideModel(parent)`` with ``show_people(people)``, ``narrow(standings, text)`` and ``person_at(row)``.
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
ORDER = list(Standing)


class InsideModel(QAbstractListModel):
    """Words are made only for rows on the screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[PersonInside] = []
        self._shown: list[PersonInside] = []

    def show_people(self, people: Sequence[PersonInside]) -> None:
        """These from now on, all of them."""
        self.beginResetModel()
        self._all = self._shown = sorted(people, key=lambda person: ORDER.index(person.standing))
        self.endResetModel()

    def narrow(self, standings: Collection[Standing], text: str) -> None:
        """Only those who stand like that, with ``text`` in their names or what they do."""
        wanted = fold(text)
        self.beginResetModel()
        self._shown = [
            person
            for person in self._all
            if person.standing in standings and wanted in fold(f"{person.name} {person.headline}")
        ]
        self.endResetModel()

    def person_at(self, row: int) -> PersonInside:
        """Whoever is on that row."""
        return self._shown[row]

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
