"""A field for one or several people: who was chosen, and a line to find more.

Public: ``PeopleField(workspace, name, most)`` with ``choose(person)``, ``people()``, ``settle()`` (take what is still
typed), ``unknown()`` (what is typed and nobody is called) and the signal ``changed``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.name_line import NameLine
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.literal import caption, one_line
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.flow_layout import FlowLayout


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
        # queued: the completer writes the suggestion into the line after telling about it
        self.line.chosen.connect(self.choose, Qt.ConnectionType.QueuedConnection)
        self.line.textChanged.connect(self.changed)
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
        self.line.clear()
        if someone not in self._chosen:
            while len(self._chosen) >= self._most:
                self._drop(next(iter(self._chosen)))
            self._chosen[someone] = self._token(someone)
            self._flow.addWidget(self._chosen[someone])
        self._show_room()
        self.changed.emit()

    def people(self) -> tuple[PersonId, ...]:
        """Who was chosen, in that order."""
        return tuple(self._chosen)

    def settle(self) -> None:
        """Take in who is meant by what is still typed."""
        if person := self.line.best():
            self.choose(person)

    def unknown(self) -> str:
        """What is typed and means nobody who is here."""
        return " ".join(self.line.text().split())

    def _token(self, person: PersonId) -> QPushButton:
        name = self._workspace.people.get(person).profile.full_name
        button = QPushButton(caption(one_line(name)))
        button.setAutoDefault(False)
        button.setLayoutDirection(self.layoutDirection())
        dress(button, "close", Role.SOFT, drawn=14)
        button.setAccessibleName(self.tr("Take out {name}").format(name=name))
        button.setToolTip(self.tr("Take out"))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes in who is typed before it is the form's; Backspace in an empty line takes the last one out."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text().strip() and self.line.best():
            self.settle()
            event.accept()
        elif key is Qt.Key.Key_Backspace and not self.line.text() and self._chosen:
            self._drop(next(reversed(self._chosen)))
            self._show_room()
            self.changed.emit()
        else:
            super().keyPressEvent(event)
