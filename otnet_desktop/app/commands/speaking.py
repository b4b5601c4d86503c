"""How reminders are worded in the terminal: plain English, ISO days and 24-hour times."""

from __future__ import annotations

from datetime import date, datetime

from otnet_desktop.domain.reminder_texts import Tongue
from otnet_desktop.domain.worktime import worktime
from otnet_desktop.services.workspace import Workspace


def tongue(workspace: Workspace) -> Tongue:
    """The words for this user's time zone and people."""
    rhythm = worktime(workspace.preferences.timing())
    names: dict[str, str] = {}

    def name_of(ref: str) -> str:
        if ref not in names:
            known = workspace.store.people.id_of(ref)
            names[ref] = workspace.people.get(known).profile.short_name if known is not None else ""
        return names[ref]

    def say_time(at: datetime) -> str:
        return f"{rhythm.local(at):%H:%M}"

    return Tongue(workspace.clock.now(), rhythm.day, date.isoformat, say_time, name_of)
