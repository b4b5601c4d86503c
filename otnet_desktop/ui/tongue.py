"""How the reader speaks, for the words of reminders.

Public: ``tongue(workspace)`` answers the ``Tongue`` of this moment: the workspace's clock and zone, the locale's days
and times, the names people are called by, and the application's translation.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.reminder_texts import Tongue
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.dates import said_day, said_time


def tongue(workspace: Workspace) -> Tongue:
    """For one look: the instant in it stands still."""
    now = workspace.clock.now()
    zone = workspace.preferences.timing().zone

    def day_of(at: datetime) -> date:
        return at.astimezone(zone).date()

    def say_day(day: date) -> str:
        return said_day(day, day_of(now))

    def say_time(at: datetime) -> str:
        return said_time(at, zone)

    return Tongue(now, day_of, say_day, say_time, workspace.people.short_name, _translated)


def _translated(template: str) -> str:
    return QCoreApplication.translate("Reminders", template)
