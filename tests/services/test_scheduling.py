"""A meeting for one's own calendar."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.meetings import Meeting, MeetingNotes, MeetingPlan
from otnet_desktop.domain.people import Profile
from otnet_desktop.services.workspace import Workspace


@pytest.fixture
def meeting(workspace: Workspace) -> Meeting:
    renata = workspace.people.add(Profile(given="Renata")).id
    start = workspace.clock.now() + timedelta(days=1)
    plan = MeetingPlan((renata,), start, start + timedelta(minutes=20), link="https://meet.example/1")
    booked = workspace.meetings.book(plan)
    workspace.meetings.keep(booked.id, MeetingNotes(notes="Private words"))
    return workspace.meetings.get(booked.id)


def test_the_file_tells_when_and_where_and_nothing_that_is_private(
    workspace: Workspace, meeting: Meeting, tmp_path: Path
) -> None:
    out = tmp_path / "meeting.ics"
    workspace.scheduling.save_file(meeting, "Video call with Renata", out)
    text = out.read_bytes().decode()
    assert "\r\nDTSTART:20260319T140000Z\r\n" in text
    assert "\r\nSUMMARY:Video call with Renata\r\n" in text
    assert "\r\nSEQUENCE:0\r\n" in text
    assert "Private words" not in text


def test_what_was_moved_and_called_off_replaces_what_the_calendar_has(workspace: Workspace, meeting: Meeting) -> None:
    before = workspace.scheduling.entry(meeting, "Call")
    workspace.meetings.cancel(meeting.id, f.Side.THEM)
    after = workspace.scheduling.entry(workspace.meetings.get(meeting.id), "Call")
    assert after.uid == before.uid
    assert after.sequence > before.sequence
    assert "METHOD:CANCEL" in workspace.scheduling.calendar_text(workspace.meetings.get(meeting.id), "Call")


def test_links_carry_the_times_of_the_users_zone(workspace: Workspace, meeting: Meeting) -> None:
    links = workspace.scheduling.links(meeting, "Call")
    google = parse_qs(urlparse(links["google"]).query)
    assert google["dates"] == ["20260319T100000/20260319T102000"]
    assert google["ctz"] == ["America/New_York"]
    assert set(links) == {"google", "outlook_work", "outlook_home"}


def test_a_place_that_cannot_be_written_is_told(workspace: Workspace, meeting: Meeting, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        workspace.scheduling.save_file(meeting, "Call", tmp_path / "nowhere" / "meeting.ics")
