"""A place under another name, for all its people at once; the name of another place joins the two.

Public: ``PlaceName(workspace, intents)`` with ``begin(name)``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.organisation_line import OrganisationLine
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button, quiet_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class PlaceName(QWidget):
    """Hidden until somebody wants to rename. Enter keeps the name, Esc leaves it."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._was = ""
        self.line = OrganisationLine(self._others)
        self.line.setAccessibleName(self.tr("Name of the place"))
        self.line.returnPressed.connect(self._keep)
        self.line.textChanged.connect(self._look)
        self._hint = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.keep = plain_button(self.tr("Keep"), "check")
        self.keep.clicked.connect(self._keep)
        leave = quiet_button(self.tr("Cancel"))
        leave.clicked.connect(self.hide)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.keep)
        flow.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.line)
        column.addWidget(self._hint)
        column.addWidget(buttons)
        self.hide()

    def begin(self, name: str) -> None:
        """Rename this place."""
        self._was = name
        self.line.setText(name)
        self._look(name)
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _others(self, text: str) -> list[str]:
        return [name for name in self._workspace.people.organisations(text) if name != self._was]

    def _look(self, text: str) -> None:
        """Say what keeping this name would do."""
        name = " ".join(text.split())
        joins = name != self._was and self._workspace.people.is_organisation(name)
        same = self.tr("For everybody there. The name of another place joins the two.")
        self._hint.setText(self.tr("Both become one: notes and people of both are kept.") if joins else same)

    def _keep(self) -> None:
        new = self.line.text()
        joined = attempt(self._intents, lambda: self._workspace.places.rename(self._was, new))
        if joined is not None:
            self.hide()
            if " ".join(new.split()) != self._was:
                told = self.tr("The places are one now") if joined else self.tr("The place is renamed")
                self._intents.undoable.emit(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the name as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
