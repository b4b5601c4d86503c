"""What is due, as rows for a view: painted as people's rows are, what and why and when.

Public: ``DueModel(workspace)`` with ``show_due(reminders)`` and ``things`` (what each row shows).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from otnet_desktop.domain.reminders import Reminder
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.followups.due_words import DueThing, due_thing
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.tongue import tongue
from otnet_desktop.ui.widgets.accessible_rows import row_data
from otnet_desktop.ui.widgets.initials import tint_of
from otnet_desktop.ui.widgets.person_row import PersonRow

Index = QModelIndex | QPersistentModelIndex


class DueModel(QAbstractListModel):
    """One row a thing, as a person's row: what, why, when."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.things: list[DueThing] = []
        self._faces: list[str] = []

    def show_due(self, reminders: Sequence[Reminder]) -> None:
        """Show other things."""
        speaking = tongue(self._workspace)
        self.beginResetModel()
        self.things = [due_thing(reminder, speaking) for reminder in reminders]
        self._faces = [self._workspace.people.full_name(thing.person) for thing in self.things]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as are due."""
        return 0 if parent is not None and parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate, and a sentence for a screen reader."""
        if not index.isValid():
            return None
        thing = self.things[index.row()]
        tint = tint_of(thing.person)
        row = PersonRow(0, thing.title, tint, thing.why, thing.when, Tone.QUIET, face=self._faces[index.row()])
        return row_data(role, thing.title, thing.spoken, "", row)
