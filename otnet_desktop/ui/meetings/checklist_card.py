"""What to think of before a meeting, by how one meets, and afterwards.

Public: ``ChecklistCard(workspace, intents)`` with ``show_meeting(meeting)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.checklists import AFTER, checklist_of
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.checklist import Checklist


class ChecklistCard(QWidget):
    """Folded until one wants it; made anew when another list helps."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._meeting: Meeting | None = None
        self._shown = ""
        self.list: Checklist | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the list that helps now, and what of it is done."""
        self._meeting = meeting
        items, which = self._workspace.checklists.items(meeting), checklist_of(meeting)
        if which != self._shown:
            self._replace(which, items)
        if self.list is not None:
            self.list.show_ticked(self._workspace.checklists.ticked(meeting))
        self.setVisible(bool(items))

    def _replace(self, which: str, items: tuple[str, ...]) -> None:
        self._shown = which
        if self.list is not None:
            self._column.removeWidget(self.list)
            self.list.hide()
            self.list.deleteLater()
        self.list = None
        if items:
            name = self.tr("To finish with") if which == AFTER else self.tr("Before you begin")
            self.list = Checklist(name, items)
            self.list.ticked.connect(self._tick)
            self._column.addWidget(self.list)

    def _tick(self, item: str, done: bool) -> None:
        meeting = self._meeting
        if meeting is not None and not succeeded(
            self._intents, lambda: self._workspace.checklists.tick(meeting, item, done)
        ):
            self.show_meeting(meeting)
