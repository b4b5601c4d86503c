"""What is gathered before a conversation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from otnet_desktop.domain.facts import InKind, OutKind, Side
from otnet_desktop.domain.meetings import MeetingNotes, Question
from otnet_desktop.domain.messages import Draft, Reply
from otnet_desktop.domain.preparation import last_words
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.services.workspace import Workspace
from tests.factories import take_away
from tests.ui.network import add, book, met


def test_everything_noted_about_a_guest_is_there(workspace: Workspace) -> None:
    priya = add(workspace, "Priya Rao")
    renata = add(workspace, "Renata Okafor", met_via=workspace.people.get(priya).ref)
    workspace.research.save_purpose(renata, Purpose("setting_info", "How a day goes"))
    workspace.research.add_key_point(renata, KeyPoint("Sensory garden"))
    workspace.outreach.log_sent(Draft(renata, OutKind.INTRO, "Hello", "May I ask?"))
    workspace.outreach.log_reply(Reply(renata, InKind.YES, "With pleasure"))
    workspace.outreach.save_draft(Draft(renata, OutKind.REPLY, "", "Never sent"))
    workspace.promises.make(renata, Side.ME, "Send the article")
    done = workspace.promises.make(renata, Side.THEM, "A name")
    workspace.promises.keep(done)
    before = met(workspace, renata, start="2026-02-10T10:00")
    take_away(workspace, before.id, "Begin small")
    meeting = book(workspace, renata, start="2026-03-20T10:00")
    workspace.meetings.keep(meeting.id, MeetingNotes(questions=(Question("How?", asked=True), Question("Why?"))))
    preparation = workspace.preparing.of(meeting.id)
    (guest,) = preparation.guests
    assert guest.introduced_by == "Priya Rao"
    assert guest.purpose is not None
    assert guest.purpose.statement == "How a day goes"
    assert [point.text for point in guest.key_points] == ["Sensory garden"]
    assert [message.body for message in guest.said] == ["May I ask?", "With pleasure"], "a draft was not said"
    assert [promise.text for promise in guest.promises] == ["Send the article"], "what is kept is settled"
    assert guest.last_time == ("Begin small",)
    assert [question.text for question in preparation.open_questions] == ["Why?"]


def test_only_the_last_words_each_way_are_quoted(workspace: Workspace) -> None:
    renata = add(workspace, "Renata Okafor")
    start = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for days, body in enumerate(("First", "Second", " ")):
        workspace.outreach.log_sent(Draft(renata, OutKind.ASK, "", body), at=start + timedelta(days=days))
    workspace.outreach.log_reply(Reply(renata, InKind.QUESTION, "Which?"), at=start + timedelta(hours=1))
    said = last_words(workspace.outreach.of(renata))
    assert [message.body for message in said] == ["Which?", "Second"], "nothing empty, the later last"
