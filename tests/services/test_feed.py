"""One's own meetings as a file for other calendar programs."""

from __future__ import annotations

from datetime import UTC, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.meetings import MeetingNotes, MeetingPlan, Question
from otnet_desktop.domain.messages import Reply
from otnet_desktop.domain.people import PersonId
from otnet_desktop.exchange.busy_calendar import Reader, read_calendar
from otnet_desktop.services.calendars import FEED_NAME
from otnet_desktop.services.workspace import Workspace
from tests.factories import profile
from tests.services.clocks import SettableClock
from tests.ui.network import boston


@pytest.fixture
def ann(workspace: Workspace) -> PersonId:
    return workspace.people.add(profile("Ann")).id


def book(workspace: Workspace, ann: PersonId, at: str) -> MeetingPlan:
    plan = MeetingPlan(
        (ann,), boston(at), boston(at.replace("T10", "T11")), place="Room 2", link="https://meet.example"
    )
    meeting = workspace.meetings.agreed(plan)
    secrets = MeetingNotes(
        "My secret notes", takeaways=("A secret takeaway",), questions=(Question("Secret?", answer="x"),)
    )
    workspace.meetings.keep(meeting.id, secrets)
    return plan


def text(workspace: Workspace) -> str:
    return workspace.feed.text(
        lambda meeting, names: f"Talk {meeting.ref} with {names}", lambda reminder: f"Do {reminder.kind.value}"
    )


def events(workspace: Workspace) -> list[Event]:
    return [part for part in Calendar.from_ical(text(workspace)).walk("VEVENT") if isinstance(part, Event)]


def test_every_meeting_is_in_it_and_no_notes(workspace: Workspace, ann: PersonId) -> None:
    plans = [book(workspace, ann, at) for at in ("2026-03-25T10:00", "2026-02-25T10:00")]
    found = events(workspace)
    assert [event.decoded("DTSTART").astimezone(UTC) for event in found] == sorted(plan.start for plan in plans)
    assert all(str(event["LOCATION"]) == "Room 2" and not event.errors for event in found)
    assert len({str(event["UID"]) for event in found}) == 2
    assert all(str(event["SUMMARY"]).endswith("with ['Ann']") for event in found)
    assert "ecret" not in text(workspace)
    assert "ATTENDEE" not in text(workspace)
    assert all(len(line.encode()) <= 75 for line in text(workspace).split("\r\n"))


def test_what_is_called_off_goes_and_a_chance_meeting_never_came(workspace: Workspace, ann: PersonId) -> None:
    book(workspace, ann, "2026-03-25T10:00")
    workspace.meetings.met_by_chance([ann])
    assert len(events(workspace)) == 1
    workspace.meetings.cancel(workspace.meetings.of(ann)[-1].id, f.Side.THEM)
    assert events(workspace) == []


def test_follow_ups_keep_one_free_and_are_asked_for(workspace: Workspace, ann: PersonId, clock: SettableClock) -> None:
    workspace.outreach.log_reply(Reply(ann, f.InKind.QUESTION, "When?"))
    assert events(workspace) == []
    workspace.calendars.change(feed_has_follow_ups=True)
    follow_ups = [event for event in events(workspace) if str(event["TRANSP"]) == "TRANSPARENT"]
    assert [str(event["SUMMARY"]) for event in follow_ups] == ["Do REPLY_NEEDED"]
    (only,) = follow_ups
    assert only.decoded("DTEND") - only.decoded("DTSTART") == timedelta(minutes=15)
    assert not only.walk("VALARM")
    reader = Reader(clock.now(), clock.now().replace(year=2027), workspace.preferences.timing().zone)
    assert read_calendar(text(workspace), reader).busy == ()


def test_the_file_is_written_only_where_something_changed(
    workspace: Workspace, ann: PersonId, clock: SettableClock, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert not workspace.feed.write(text(workspace)), "no folder was chosen"
    workspace.calendars.change(feed=str(out))
    assert workspace.feed.write(text(workspace))
    clock.advance(hours=1)
    assert not workspace.feed.write(text(workspace))
    book(workspace, ann, "2026-03-25T10:00")
    assert workspace.feed.write(text(workspace))
    assert sorted(file.name for file in out.iterdir()) == [FEED_NAME]
    workspace.calendars.change(watched=(str(out),))
    assert workspace.calendars.files() == []


def test_a_folder_that_is_gone_is_told(workspace: Workspace, tmp_path: Path) -> None:
    workspace.calendars.change(feed=str(tmp_path / "gone"))
    with pytest.raises(BadInput):
        workspace.feed.write(text(workspace))
