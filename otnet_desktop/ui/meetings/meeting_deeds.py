"""What one can say about a meeting in one click: how it went, that it is off.

Public: ``MeetingDeeds(workspace, intents)`` with ``went``, ``cancel``, ``outcomes()`` and ``sides()``. Each is told
with Undo; the meeting view and the timeline's menu share them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from otnet_desktop.domain.facts import MeetingOutcome, Side
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents

translate = QCoreApplication.translate


class MeetingDeeds(QObject):
    """Does it, and tells that it was done."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents

    def went(self, meeting: Meeting, outcome: MeetingOutcome, absent: Sequence[PersonId] = ()) -> bool:
        """Say how it went; ``absent`` are those of a group who were not there."""
        work = self._workspace.meetings.went
        if not succeeded(self._intents, lambda: work(meeting.id, outcome, absent)):
            return False
        told = {
            MeetingOutcome.HELD: self.tr("Noted: it happened"),
            MeetingOutcome.NO_SHOW_THEM: self.tr("Noted: they did not come"),
            MeetingOutcome.NO_SHOW_ME: self.tr("Noted: you missed it"),
        }
        self._intents.undoable.emit(told[outcome])
        return True

    def cancel(self, meeting: Meeting, by: Side) -> bool:
        """It will not take place."""
        if not succeeded(self._intents, lambda: self._workspace.meetings.cancel(meeting.id, by)):
            return False
        self._intents.undoable.emit(self.tr("The meeting is cancelled"))
        return True


def outcomes(group: bool) -> dict[MeetingOutcome, str]:
    """What may have become of a meeting with one or several people."""
    return {
        MeetingOutcome.HELD: translate("Meetings", "It happened"),
        MeetingOutcome.NO_SHOW_THEM: translate("Meetings", "Nobody came")
        if group
        else translate("Meetings", "They did not come"),
        MeetingOutcome.NO_SHOW_ME: translate("Meetings", "I missed it"),
    }


def sides() -> dict[Side, str]:
    """Who called it off."""
    return {
        Side.THEM: translate("Meetings", "They cancelled"),
        Side.ME: translate("Meetings", "I have to cancel"),
    }
