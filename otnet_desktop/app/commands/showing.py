"""Everything known about one person, for a machine and for a reader."""

from __future__ import annotations

import argparse
import json
from typing import Any
from zoneinfo import ZoneInfo

from otnet_desktop.app.commands.answer import Answer
from otnet_desktop.app.commands.as_json import as_json
from otnet_desktop.app.commands.times import local_text
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.originals import written
from otnet_desktop.domain.people import Person, PersonId
from otnet_desktop.domain.story import StoryEntry
from otnet_desktop.exchange.report import excerpt
from otnet_desktop.services.merging import Joined
from otnet_desktop.services.workspace import Workspace

LONGEST_ID = 18
"""Digits SQLite can count in."""


def show(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """One person whole. The id may also be the ref."""
    workspace.reminders.refresh()
    person = find_person(workspace, given.person)
    zone = workspace.preferences.timing().zone
    data = {
        "id": person.id,
        "ref": person.ref,
        "name": person.profile.full_name,
        "status": person.status.value,
        "created_at": local_text(person.created_at, zone),
        "changed_at": local_text(person.changed_at, zone),
        **as_json(person.profile, zone),
        "outlook": as_json(workspace.people.outlook(person.id), zone),
        "research": as_json(workspace.research.of(person.id), zone),
        "meetings": [meeting_told(meeting, zone) for meeting in workspace.meetings.of(person.id)],
        "messages": as_json(workspace.outreach.of(person.id), zone),
        "promises": as_json(workspace.promises.of(person.id), zone),
        "advice": as_json(workspace.advice.of(person.id), zone),
        "opportunities": as_json(workspace.promises.opportunities_of(person.id), zone),
        "story": [entry_told(entry, zone) for entry in workspace.story.of(person.id)],
        "merges": [merge_told(merge, zone) for merge in workspace.merging.history(person.id)],
    }
    data["stage"] = data["outlook"]["stage"]
    return Answer(data, tuple(lines(data)))


def find_person(workspace: Workspace, asked: str) -> Person:
    """Somebody by ref or id. Raises NotFound."""
    try:
        known = workspace.store.people.id_of(asked)
        if known is None and asked.isdecimal() and len(asked) <= LONGEST_ID:
            known = PersonId(int(asked))
        if known is not None:
            return workspace.people.get(known)
    except (NotFound, BadInput):  # not there any more, or no text at all
        pass
    raise NotFound(f"Nobody here has the id {excerpt(asked)!r}.", "List everyone with `people`.")


def meeting_told(meeting: Meeting, zone: ZoneInfo) -> dict[str, Any]:
    """A meeting in one flat object."""
    return {
        "id": meeting.id,
        "ref": meeting.ref,
        "uid": meeting.uid,
        "sequence": meeting.sequence,
        "state": meeting.state.value,
        **as_json(meeting.plan, zone),
        **as_json(meeting.kept, zone),
        "absent": list(meeting.absent),
    }


def merge_told(merge: Joined, zone: ZoneInfo) -> dict[str, Any]:
    """When two became one, and both as they were."""
    kept, gone = (json.loads(written(original)) for original in (merge.stays, merge.goes))
    return {"at": local_text(merge.at, zone), "kept": kept, "gone": gone}


def entry_told(entry: StoryEntry, zone: ZoneInfo) -> dict[str, Any]:
    """One entry of the story: what it tells, and the ids of what it is about."""
    return {
        "at": local_text(entry.at, zone),
        "kind": entry.kind.value,
        "meeting": entry.meeting.id if entry.meeting else None,
        "message": entry.message.id if entry.message else None,
        **entry.values,
    }


def lines(data: dict[str, Any]) -> list[str]:
    """The most of it for a reader."""
    told = [data["name"], f"{data['stage'].replace('_', ' ')} ({data['status'].replace('_', ' ')})"]
    told += [f"{point['kind']}: {point['value']}" for point in data["contact_points"]]
    told += [f"{place['title']} · {place['organisation']}".strip(" ·") for place in data["affiliations"]]
    told += [f"hopes to learn: {purpose['statement']}" for purpose in data["research"]["purposes"]]
    told += [f"key point: {point['text']}" for point in data["research"]["key_points"]]
    told += data["note"].splitlines()
    told += [f"{entry['at']}  {entry['kind'].replace('_', ' ')}" for entry in data["story"]]
    return [line for line in told if line]
