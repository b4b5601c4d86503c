"""Invitations as mails one sends oneself."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import UTC, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from icalendar import Calendar

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import BadInput, NotAllowed
from otnet_desktop.domain.meetings import Meeting, MeetingNotes, MeetingPlan
from otnet_desktop.domain.messages import Reply
from otnet_desktop.domain.people import ContactKind, ContactPoint, ContactState, PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.services.workspace import Workspace
from tests.factories import profile


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    workspace.preferences.change(me=Me("Jordan Avery", email="jordan@school.example"))
    points = (
        ContactPoint(ContactKind.EMAIL, "old@larchmont.example", state=ContactState.BOUNCED, primary=True),
        ContactPoint(ContactKind.EMAIL, "renata@larchmont.example"),
    )
    return workspace.people.add(profile("Renata Núñez", zone="Europe/London", contact_points=points)).id


@pytest.fixture
def meeting(workspace: Workspace, renata: PersonId) -> Meeting:
    start = workspace.clock.now() + timedelta(days=7)
    plan = MeetingPlan(
        (renata,), start, start + timedelta(minutes=20), link="https://meet.example/1", their_zone="Europe/London"
    )
    booked = workspace.meetings.book(plan)
    workspace.meetings.keep(booked.id, MeetingNotes("Private words"))
    return workspace.meetings.get(booked.id)


def written(workspace: Workspace, meeting: Meeting, folder: Path) -> tuple[EmailMessage, Calendar]:
    """The mail, and the calendar that goes with it."""
    out = folder / "invitation.eml"
    workspace.invitations.write(workspace.meetings.get(meeting.id), out)
    assert b"Private words" not in out.read_bytes()
    message = email.message_from_bytes(out.read_bytes(), policy=SMTP)
    assert isinstance(message, EmailMessage)
    (part,) = message.iter_attachments()
    assert part.get_content_type() == "text/calendar"
    told = Calendar.from_ical(part.get_content())
    assert isinstance(told, Calendar)
    assert part["Content-Type"].params["method"] == str(told["METHOD"])
    return message, told


def test_the_invitation_is_a_draft_with_words_and_a_request(
    workspace: Workspace, meeting: Meeting, tmp_path: Path
) -> None:
    message, told = written(workspace, meeting, tmp_path)
    assert message["X-Unsent"] == "1"
    assert str(message["To"]) == "Renata Núñez <renata@larchmont.example>"
    assert message["Subject"] == "Invitation: Wed 25 March, 10:00-10:20 (your time 14:00)"
    words = message.get_body()
    assert words is not None
    assert "Dear Renata" in words.get_content()
    assert "https://meet.example/1" in words.get_content()
    (event,) = told.walk("VEVENT")
    assert str(told["METHOD"]) == "REQUEST"
    assert event.decoded("DTSTART").astimezone(UTC) == meeting.plan.start
    assert str(event["SUMMARY"]) == "Conversation: Renata Núñez and Jordan Avery"
    assert str(event["ORGANIZER"]) == "mailto:jordan@school.example"
    assert str(event["ATTENDEE"]) == "mailto:renata@larchmont.example"


def test_moved_and_called_off_keep_the_identity_and_raise_the_sequence(
    workspace: Workspace, meeting: Meeting, tmp_path: Path
) -> None:
    mails = [written(workspace, meeting, tmp_path)]
    workspace.meetings.move(meeting.id, meeting.plan.start + timedelta(days=1), meeting.plan.end + timedelta(days=1))
    mails.append(written(workspace, meeting, tmp_path))
    workspace.meetings.cancel(meeting.id, f.Side.ME)
    mails.append(written(workspace, meeting, tmp_path))
    events = [told.walk("VEVENT")[0] for _, told in mails]
    assert len({str(event["UID"]) for event in events}) == 1
    assert [int(str(event["SEQUENCE"])) for event in events] == [0, 1, 2]
    assert [str(told["METHOD"]) for _, told in mails] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [str(message["Subject"]).partition(":")[0] for message, _ in mails] == [
        "Invitation",
        "New time",
        "Called off",
    ]


def test_what_is_missing_is_said(workspace: Workspace, meeting: Meeting, renata: PersonId, tmp_path: Path) -> None:
    workspace.preferences.change(me=Me("Jordan Avery"))
    with pytest.raises(BadInput, match="whom to answer"):
        written(workspace, meeting, tmp_path)
    workspace.preferences.change(me=Me("Jordan Avery", email="jordan@school.example"))
    workspace.people.save(renata, replace(workspace.people.get(renata).profile, contact_points=()))
    with pytest.raises(BadInput, match="None of them"):
        written(workspace, meeting, tmp_path)
    assert not (tmp_path / "invitation.eml").exists()


def test_a_letter_that_confirms_takes_the_invitation_along(
    workspace: Workspace, meeting: Meeting, renata: PersonId, tmp_path: Path
) -> None:
    begun = workspace.composing.begin(renata, letter="confirm")
    message = workspace.outreach.save_draft(begun.draft)
    (kept,) = workspace.outreach.of(renata)
    attached = workspace.invitations.for_letter(kept)
    assert attached is not None
    workspace.composing.write_file(message, [("Renata", "renata@larchmont.example")], tmp_path / "a.eml", attached)
    assert b"METHOD:REQUEST" in (tmp_path / "a.eml").read_bytes()
    assert workspace.invitations.for_letter(replace(kept, kind=f.OutKind.THANKS)) is None
    workspace.meetings.cancel(meeting.id, f.Side.THEM)
    assert workspace.invitations.for_letter(kept) is None


def test_whoever_wants_no_contact_is_not_invited(
    workspace: Workspace, meeting: Meeting, renata: PersonId, tmp_path: Path
) -> None:
    workspace.outreach.log_reply(Reply(renata, f.InKind.DO_NOT_CONTACT))
    with pytest.raises(NotAllowed):
        written(workspace, meeting, tmp_path)
