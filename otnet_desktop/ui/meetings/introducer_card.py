"""After a meeting with somebody one was introduced to: whoever introduced them would be glad to hear of it.

Public: ``IntroducerCard(workspace, intents)`` with ``show_meeting(meeting)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from otnet_desktop.domain.introductions import OpenLoop
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.literal import caption, one_line
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel

LETTER = "close_loop"


class IntroducerCard(Card):
    """Seen while there is somebody to tell."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Who brought you together"))
        self._workspace = workspace
        self._intents = intents
        self._shown: list[OpenLoop] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2 * STEP)
        self.body.addLayout(self._rows)
        self.hide()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show whom to tell of it."""
        loops = self._workspace.introductions.to_tell(meeting)
        self.setVisible(bool(loops))
        if loops == self._shown:
            return
        self._shown = loops
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for loop in loops:
            self._rows.addWidget(self._row(loop))

    def _row(self, loop: OpenLoop) -> QWidget:
        by = self._workspace.people.get(loop.by).profile
        to = self._workspace.people.get(loop.to).profile
        said = self.tr("{name} introduced you to {other}, and would be glad to hear that you met.")
        holder, deeds = QWidget(), QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel(said.format(name=by.full_name, other=to.full_name)))
        deed = self.tr("Thank and tell {name}…").format(name=one_line(by.short_name))
        tell = plain_button(caption(deed), "thank")
        tell.setAccessibleName(deed)
        tell.setProperty("by", int(loop.by))
        tell.setProperty("key", loop.key)
        tell.clicked.connect(self._tell)
        FlowLayout(deeds).addWidget(tell)
        column.addWidget(deeds)
        return holder

    def _tell(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self._intents.compose_wanted.emit(int(button.property("by")), str(button.property("key")), LETTER)
