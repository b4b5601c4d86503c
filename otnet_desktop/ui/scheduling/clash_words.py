"""What else is at the same time: in the calendars of this computer, or offered to somebody.

Public: ``clashes(workspace, start, end)`` (besides meetings here) and ``clash_of(workspace)``, for the timeline.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.theme.literal import one_line

translate = QCoreApplication.translate

MOST = 3
"""Named; more would not fit."""


def clashes(workspace: Workspace, start: datetime, end: datetime, people: tuple[PersonId, ...] = ()) -> list[str]:
    """Each with its time; what is offered to one of ``people`` is what this is about."""
    now, zone = workspace.clock.now(), workspace.preferences.timing().zone
    found = [
        translate("Scheduling", "{name}, {when} (your calendar)").format(
            name=one_line(busy.name) or translate("Scheduling", "Busy"), when=said_moment(busy.span.start, now, zone)
        )
        for busy in workspace.availability.busy_between(start, end)
    ]
    for offer in workspace.offers.elsewhere([Span(start, end)], PersonId(0)):
        if offer.person not in people:
            name = one_line(workspace.people.get(offer.person).profile.short_name)
            said = translate("Scheduling", "offered to {name}, {when}")
            found.append(said.format(name=name, when=said_moment(offer.span.start, now, zone)))
    return found[:MOST]


def clash_of(workspace: Workspace) -> Callable[[Meeting], str]:
    """What a meeting to come clashes with in a calendar; "" for nothing."""

    def said(meeting: Meeting) -> str:
        busy = workspace.availability.busy_between(meeting.plan.start, meeting.plan.end)
        if not busy:
            return ""
        name = one_line(busy[0].name) or translate("Scheduling", "busy")
        return translate("Scheduling", "at the same time: {name}").format(name=name)

    return said
