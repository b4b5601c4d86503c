"""When one will be reminded before a meeting, said where one books it.

Public: ``said_reminders(workspace, plan)``; "" where there will be none.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.dates import said_moment

translate = QCoreApplication.translate


def said_reminders(workspace: Workspace, plan: MeetingPlan) -> str:
    """One sentence, as the rules have it."""
    now, zone = workspace.clock.now(), workspace.preferences.timing().zone
    words = {
        Kind.MEETING_PREP: translate("Scheduling", "{when} to prepare"),
        Kind.MEETING_SOON: translate("Scheduling", "{when}, shortly before"),
    }
    told = [
        words[kind].format(when=said_moment(due, now, zone))
        for kind, due in workspace.scheduling.reminders_before(plan)
        if kind in words
    ]
    return translate("Scheduling", "You will be reminded: {times}.").format(times="; ".join(told)) if told else ""
