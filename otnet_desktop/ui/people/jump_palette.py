"""Ctrl+K: type a few letters of anyone's name and be there.

Public: ``JumpPalette(workspace, parent)`` with the signal ``person_chosen``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from otnet_desktop.domain.roster import ListRow
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.hits import as_matches
from otnet_desktop.ui.people.list_model import PeopleModel
from otnet_desktop.ui.people.list_view import PeopleView
from otnet_desktop.ui.people.row_words import described
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.match import Match
from otnet_desktop.ui.widgets.person_row import PersonRow
from otnet_desktop.ui.widgets.search_field import SearchField

WIDTH, ROWS = 460, 7
"""As drawn, and in rows."""
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class JumpPalette(QDialog):
    """A field and the first hits; the arrows walk in the hits while one types."""

    person_chosen = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._now, self._zone = workspace.clock.now(), workspace.preferences.timing().zone
        self.setWindowTitle(self.tr("Jump to Anyone"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = SearchField(self.tr("Name, place or role"))
        self._people = PeopleModel(self._describe, self)
        self._people.attach(workspace.roster)
        self._view = PeopleView(self.tr("People found"), self._people)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field.textChanged.connect(self._look)
        self._field.returnPressed.connect(self._choose)
        self._field.went_down.connect(self._down)
        self._view.opened.connect(self._go)
        self._view.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.addWidget(self._field)
        column.addWidget(self._view, 1)
        metrics = look().metrics
        self.resize(metrics.shape(WIDTH), ROWS * metrics.row_height() + metrics.shape(60))
        self._look("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The field has the focus; the arrows are the list's."""
        if Qt.Key(event.key()) in WALKING:
            self._view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _down(self) -> None:
        self._view.go_to(self._view.currentIndex().row() + 1)

    def _look(self, text: str) -> None:
        hits = self._workspace.roster.find_people(text.strip()) if text.strip() else []
        self._people.show_hits(as_matches(hits, text))
        self._view.go_to(0)

    def _choose(self) -> None:
        self._go(self._view.current_person())

    def _go(self, person: int) -> None:
        if person:
            self.person_chosen.emit(person)
            self.accept()

    def _describe(self, row: ListRow, matched: Match | None) -> PersonRow:
        return described(row, self._now, self._zone, matched)
