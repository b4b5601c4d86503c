"""What to have ready before one agrees on a time with somebody; folded until one wants it.

Public: ``BeforeBooking(workspace, intents, person)`` with ``look_again()``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.checklist import Checklist


class BeforeBooking(QWidget):
    """Its ticks stay with the person."""

    def __init__(self, workspace: Workspace, intents: Intents, person: PersonId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._person = person
        self.list = Checklist(self.tr("Before you book"), workspace.checklists.before_booking())
        self.list.ticked.connect(self._tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.look_again()

    def look_again(self) -> None:
        """Show what is done."""
        self.list.show_ticked(self._workspace.checklists.ticked_with(self._person))

    def _tick(self, item: str, done: bool) -> None:
        if not succeeded(self._intents, lambda: self._workspace.checklists.tick_with(self._person, item, done)):
            self.look_again()
