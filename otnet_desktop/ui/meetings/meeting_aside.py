"""Something laid over a meeting for a while; the way back is the meeting.

Public: ``MeetingAside(intents, meeting)`` with ``back`` (its button) and ``go_back()``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.person_place import Sheet
from otnet_desktop.ui.widgets.buttons import quiet_button


class MeetingAside(Sheet):
    """Esc and its button lead back."""

    def __init__(self, intents: Intents, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_help(self, "meeting")
        self.intents = intents
        self.meeting = meeting.id
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.back = quiet_button(self.tr("To the meeting"), "chevron-right" if mirrored else "chevron-left")
        self.back.clicked.connect(self.go_back)

    def go_back(self) -> None:
        """To the meeting's own page."""
        self.intents.open_meeting_wanted.emit(int(self.meeting))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the way back."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
