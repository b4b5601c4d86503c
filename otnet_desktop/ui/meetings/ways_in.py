"""From a meeting that is to come to what helps before it and in it.

Public: ``WaysIn(intents)`` with ``show_meeting(meeting)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.meetings import Meeting, MeetingState
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout


class WaysIn(QWidget):
    """Seen while nobody has said how it went."""

    def __init__(self, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intents = intents
        self._meeting = 0
        self.page = plain_button(self.tr("Prep sheet"), "note")
        self.page.setAccessibleName(self.tr("Prep sheet: all of it on one page"))
        self.page.clicked.connect(self._prepare)
        self.companion = plain_button(self.tr("In the conversation"), "play")
        self.companion.setAccessibleName(self.tr("In the conversation: one question at a time, in large letters"))
        self.companion.clicked.connect(self._accompany)
        flow = FlowLayout(self)
        flow.addWidget(self.page)
        flow.addWidget(self.companion)

    def show_meeting(self, meeting: Meeting) -> None:
        """From now on it is about this one."""
        self._meeting = int(meeting.id)
        self.setVisible(meeting.state is MeetingState.PLANNED)

    def _prepare(self) -> None:
        self._intents.prep_wanted.emit(self._meeting)

    def _accompany(self) -> None:
        self._intents.companion_wanted.emit(self._meeting)
