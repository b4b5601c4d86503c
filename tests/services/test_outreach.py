"""Nothing is sent or marked as sent without the user's word; hard rules say no to writing."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.domain.facts import Gate, InKind, OutKind
from otnet_desktop.domain.messages import Channel, Draft, MessageState, Reply
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.reminders import Kind, Stage
from otnet_desktop.domain.research import Purpose
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import renata
from tests.services.clocks import SettableClock, wall


def test_only_the_users_word_makes_a_fact(workspace: Workspace) -> None:
    person = renata(workspace)
    message = workspace.outreach.save_draft(Draft(person.id, OutKind.INTRO, "Hello", "Dear Renata"))
    workspace.outreach.hand_over(message)
    assert workspace.people.outlook(person.id).last_reached_out is None
    assert [m.id for m in workspace.outreach.waiting_for_word()] == [message]
    workspace.outreach.sent(message)
    assert workspace.people.outlook(person.id).stage is Stage.AWAITING_REPLY
    assert workspace.outreach.waiting_for_word() == []
    (kept,) = workspace.outreach.of(person.id)
    assert (kept.state, kept.subject, kept.body) == (MessageState.SENT, "Hello", "Dear Renata")


def test_what_was_sent_is_sent_once_and_stays_as_it_was(workspace: Workspace) -> None:
    person = renata(workspace)
    message = workspace.outreach.save_draft(Draft(person.id, OutKind.INTRO, body="one"))
    workspace.outreach.sent(message)
    workspace.outreach.sent(message)
    assert [m.body for m in workspace.outreach.of(person.id)] == ["one"]
    later = workspace.outreach.save_draft(Draft(person.id, OutKind.INTRO, body="two"), message)
    assert later != message
    told = [(m.state, m.body) for m in workspace.outreach.of(person.id)]
    assert told == [(MessageState.SENT, "one"), (MessageState.DRAFT, "two")]


def test_not_yet_keeps_the_draft_and_changed_my_mind_drops_it(workspace: Workspace) -> None:
    person = renata(workspace)
    message = workspace.outreach.save_draft(Draft(person.id, OutKind.INTRO, body="one"))
    workspace.outreach.hand_over(message)
    workspace.outreach.not_yet(message)
    waiting = workspace.outreach.draft_for(person.id)
    assert waiting is not None
    assert (waiting.id, waiting.state) == (message, MessageState.DRAFT)
    workspace.outreach.changed_my_mind(message)
    assert workspace.outreach.of(person.id) == []
    workspace.history.undo()
    assert [m.body for m in workspace.outreach.of(person.id)] == ["one"]


@pytest.mark.parametrize("status", [Status.DO_NOT_CONTACT, Status.DECEASED])
def test_writing_is_closed_for_those_who_said_no_and_the_dead(workspace: Workspace, status: Status) -> None:
    person = renata(workspace)
    workspace.people.set_status(person.id, status)
    with pytest.raises(NotAllowed):
        workspace.outreach.save_draft(Draft(person.id, OutKind.INTRO))
    assert workspace.outreach.of(person.id) == []


def test_a_placement_waits_for_the_gatekeeper(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.research.say_why(person.id, "fieldwork_placement")
    message = workspace.outreach.save_draft(Draft(person.id, OutKind.INTRO, body="May I come?"))
    with pytest.raises(NotAllowed, match="Does your programme"):
        workspace.outreach.hand_over(message)
    purpose = workspace.research.of(person.id).purpose
    assert purpose is not None
    workspace.research.answer_gate(person.id, purpose, Gate.CLEARED)
    assert workspace.outreach.hand_over(message).state is MessageState.HANDED_OVER


def test_please_do_not_contact_me_closes_everything_at_once(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO))
    workspace.outreach.log_reply(Reply(person.id, InKind.DO_NOT_CONTACT))
    assert workspace.people.get(person.id).status is Status.DO_NOT_CONTACT
    assert workspace.reminders.upcoming() == []
    workspace.history.undo()
    assert workspace.people.get(person.id).status is Status.ACTIVE
    assert [r.kind for r in workspace.reminders.upcoming()] == [Kind.FOLLOW_UP]


def test_the_gentle_reminder_comes_after_five_business_days_and_only_once(
    workspace: Workspace, clock: SettableClock
) -> None:
    person = renata(workspace)
    workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO))
    (follow_up,) = workspace.reminders.upcoming()
    assert (follow_up.kind, wall(follow_up.due)) == (Kind.FOLLOW_UP, "2026-03-25T09:00")
    clock.set("2026-03-25T09:30")
    workspace.reminders.done(follow_up.key)
    assert workspace.people.outlook(person.id).stage is Stage.NUDGED
    assert workspace.reminders.due() == workspace.reminders.upcoming() == []


def test_thanks_by_message_settle_the_meeting(workspace: Workspace, clock: SettableClock) -> None:
    person = renata(workspace)
    meeting = workspace.meetings.met_by_chance([person.id], event="Fair")
    clock.set("2026-03-19T09:30")
    (due,) = workspace.reminders.due()
    draft = Draft(person.id, OutKind.THANKS, "Thank you", "Dear Renata", Channel.EMAIL, due.key, meeting.id)
    message = workspace.outreach.save_draft(draft)
    workspace.outreach.hand_over(message)
    assert [r.kind for r in workspace.reminders.due()] == [Kind.THANK_YOU]
    workspace.outreach.sent(message)
    assert workspace.reminders.due() == []
    given = workspace.thanks.given(person.id, meeting.ref)
    assert given is not None
    assert given.how == "email"


def test_a_purpose_told_as_it_is_stays_as_it_is(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.research.save_purpose(person.id, Purpose("fieldwork_placement", "Learn"))
    purpose = workspace.research.of(person.id).purpose
    assert purpose is not None
    assert purpose.gate is Gate.NOT_NEEDED
