"""A field for one or several people: who was chosen, and a line to find more.

Public: ``PeopleField(workspace, name, most)`` with ``choose(person)``, ``show_people(people)``, ``people()``,
``settle()`` (take what is still typed), ``typed()`` (what led to nobody), ``problem()`` (what to say beside the field)
and the signal ``changed``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.name_line import NameLine
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.literal import caption, literal_tip, one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.tab_order import tab_before


class PeopleField(QWidget):
    """Chosen people as buttons that take them out again; below, the line."""

    changed = Signal()

    def __init__(self, workspace: Workspace, name: str, most: int = 50, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._most = most
        self._chosen: dict[PersonId, QPushButton] = {}
        self.setAccessibleName(name)
        self.line = NameLine(workspace.roster, name)
        self.line.setPlaceholderText(self.tr("Type a name"))
        self.line.chosen.connect(self.choose)
        self.line.textChanged.connect(self.changed)
        self.line.went_back.connect(self._take_last_out)
        self._tokens = QWidget()
        self._flow = FlowLayout(self._tokens, spacing=STEP + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._tokens)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._tokens.hide()

    def choose(self, person: int) -> None:
        """Take somebody in; with room for one only, in place of the one before."""
        someone = PersonId(person)
        self.line.clear_all()
        if someone not in self._chosen:
            while len(self._chosen) >= self._most:
                self._drop(next(iter(self._chosen)))
            self._chosen[someone] = self._token(someone)
            self._flow.addWidget(self._chosen[someone])
            tab_before(self.line, list(self._chosen.values()))
        self._show_room()
        self.changed.emit()

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Exactly these, in place of those chosen."""
        for person in self.people():
            self._drop(person)
        for person in people:
            self.choose(person)
        self._show_room()

    def people(self) -> tuple[PersonId, ...]:
        """Who was chosen, in that order."""
        return tuple(self._chosen)

    def settle(self) -> None:
        """Take in who is meant by what is still typed."""
        if person := self.line.best():
            self.choose(person)

    def typed(self) -> str:
        """What is typed and has not led to anybody."""
        return " ".join(self.line.text().split())

    def problem(self) -> str:
        """What keeps it from being clear who is meant, for beside the field; "" when it is clear."""
        if name := self.typed():
            if self.line.found():
                return self.tr("Several people match {name}: choose one.").format(name=name)
            return self.tr("Nobody here is called {name}. Add them first.").format(name=name)
        return "" if self._chosen else self.tr("Choose a person.")

    def _token(self, person: PersonId) -> QPushButton:
        name = self._workspace.people.get(person).profile.full_name
        button = QPushButton(caption(look().metrics.shorten(name)))
        button.setAutoDefault(False)
        button.setLayoutDirection(self.layoutDirection())
        dress(button, "close", Role.SOFT, drawn=14)
        button.setAccessibleName(self.tr("Take out {name}").format(name=name))
        button.setToolTip(literal_tip(self.tr("Take out {name}").format(name=one_line(name))))
        button.setProperty("person", int(person))
        button.clicked.connect(self._take_out)
        return button

    def _take_out(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self._drop(PersonId(int(button.property("person"))))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_room()
        self.changed.emit()

    def _drop(self, person: PersonId) -> None:
        button = self._chosen.pop(person)
        self._flow.removeWidget(button)
        button.hide()
        button.deleteLater()

    def _show_room(self) -> None:
        self._tokens.setVisible(bool(self._chosen))
        self.line.setVisible(len(self._chosen) < self._most)
        self.updateGeometry()

    def _take_last_out(self) -> None:
        if self._chosen:
            self._drop(next(reversed(self._chosen)))
            self._show_room()
            self.changed.emit()
