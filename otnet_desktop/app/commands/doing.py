"""What needs doing, and which notifications will tell of it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from otnet_desktop.app.commands.answer import Answer
from otnet_desktop.app.commands.speaking import tongue
from otnet_desktop.app.commands.times import instant_from, local_text, optional_text
from otnet_desktop.domain.agenda import agenda as notices_between
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.outlook import in_order, look_all
from otnet_desktop.domain.reminder_texts import Tongue, announce, say
from otnet_desktop.domain.reminders import Reminder
from otnet_desktop.services.workspace import Workspace


def due(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """What needs doing, most important first; with ``--upcoming`` also what comes later."""
    speaking = tongue(workspace)
    if given.at:
        at = instant_from(given.at, workspace.preferences.timing().zone, "--at")
        speaking = replace(speaking, now=at)
        reminders = in_order(look_all(workspace.store.facts.everything(), workspace.preferences.timing(), at))
    else:
        reminders = [*workspace.reminders.due(), *(workspace.reminders.upcoming() if given.upcoming else ())]
    reminders = [reminder for reminder in reminders if reminder.active or given.upcoming]
    data = [reminder_told(workspace, reminder, speaking) for reminder in reminders]
    lines = [f"{row['due']}  {row['title']} ({row['why']})" for row in data]
    return Answer(data, tuple(lines) or ("Nothing needs doing now.",))


def reminder_told(workspace: Workspace, reminder: Reminder, speaking: Tongue) -> dict[str, Any]:
    """One reminder."""
    zone = workspace.preferences.timing().zone
    wording = say(reminder, speaking)
    return {
        "key": reminder.key,
        "kind": reminder.kind.value,
        "variant": reminder.variant,
        "person": workspace.store.people.id_of(reminder.person),
        "ref": reminder.person,
        "meeting": reminder.meeting,
        "due": local_text(reminder.due, zone),
        "deadline": optional_text(reminder.deadline, zone),
        "active": reminder.active,
        "overdue": reminder.overdue,
        "title": wording.title,
        "why": wording.why,
    }


def agenda(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """The notifications of a span of time, if nothing is done meanwhile."""
    timing = workspace.preferences.timing()
    start = instant_from(given.start, timing.zone, "--from")
    end = instant_from(given.end, timing.zone, "--to")
    if end < start:
        raise BadInput("--to is before --from.", "Exchange the two.")
    speaking = tongue(workspace)
    notices = notices_between(workspace.store.facts.everything(), timing, start, end)
    data = [
        {
            "at": local_text(notice.at, timing.zone),
            "keys": list(notice.keys),
            "summary": announce(notice, replace(speaking, now=notice.at)).title,
        }
        for notice in notices
    ]
    lines = [f"{row['at']}  {row['summary']}" for row in data]
    return Answer(data, tuple(lines) or ("No notification will be shown.",))
