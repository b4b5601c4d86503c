"""What one begins to write with, drafts, and what "I sent it" settles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from otnet_desktop.app.resources import load_material
from otnet_desktop.domain.errors import NotAllowed, NotFound
from otnet_desktop.domain.facts import Gate, InKind, MeetingOutcome, OutKind, Side, ThanksHow
from otnet_desktop.domain.letters import gaps_in
from otnet_desktop.domain.meetings import MeetingNotes, MeetingPlan
from otnet_desktop.domain.messages import MessageState, Reply
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.reminders import Kind, Stage
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.factories import profile, school_ot
from tests.services.clocks import BOSTON, SettableClock

JORDAN = Me("Jordan Avery", "OT student", "Harbor State", "jordan@harbor.example", "+1 555 0111")


@pytest.fixture
def workspace(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path / "data", clock, lambda: BOSTON, load_material())
    opened.preferences.change(me=JORDAN)
    yield opened
    opened.close()


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    person = workspace.people.add(school_ot()).id
    workspace.research.save_purpose(person, Purpose("setting_info", "How push-in works"))
    workspace.research.add_key_point(person, KeyPoint("Wrote the sensory path guide"))
    return person


def held(workspace: Workspace, person: PersonId, *takeaways: str, days_ago: float = 0.9) -> None:
    end = workspace.clock.now() - timedelta(days=days_ago)
    meeting = workspace.meetings.held(MeetingPlan((person,), end - timedelta(minutes=30), end))
    workspace.meetings.keep(meeting.id, MeetingNotes(takeaways=takeaways))


def due(workspace: Workspace, kind: Kind) -> str:
    (key,) = [reminder.key for reminder in workspace.reminders.due() if reminder.kind is kind]
    return key


def test_the_first_letter_is_filled_with_what_is_known(workspace: Workspace, renata: PersonId) -> None:
    begun = workspace.composing.begin(renata)
    assert begun.letter == "intro.setting_info"
    assert begun.draft.kind is OutKind.INTRO
    assert begun.draft.subject == "A question about schools"
    body = begun.draft.body
    assert body.startswith("Dear Renata,\n\nI am Jordan Avery, an OT student at Harbor State.\n\nI read that")
    assert (
        "I read that you wrote the sensory path guide, and it stayed with me. I would like to understand daily work in "
        "schools before" in body
    )
    assert ", New York time, would work" in body
    assert gaps_in(body) == ("one time that suits you", "another time that suits you")
    assert begun.message is None
    assert workspace.outreach.of(renata) == []


def test_what_nobody_knows_stays_a_gap(workspace: Workspace) -> None:
    workspace.preferences.change(me=Me())
    kai = workspace.people.add(profile("Kai Kahale")).id
    begun = workspace.composing.begin(kai, letter="intro.job_lead")
    assert "your name" in gaps_in(begun.draft.body)
    assert "the organisation" in gaps_in(begun.draft.subject)


def test_a_thank_you_carries_the_takeaway(workspace: Workspace, renata: PersonId) -> None:
    held(workspace, renata, "Start with one classroom you can visit weekly.", "sensory path")
    workspace.promises.make(renata, Side.ME, "send the goal bank")
    begun = workspace.composing.begin(renata, due(workspace, Kind.THANK_YOU))
    assert begun.letter == "thank_you.meeting"
    assert "Thank you for your time yesterday." in begun.draft.body
    assert (
        "What stays with me most is “Start with one classroom you can visit weekly”. It will change" in begun.draft.body
    )
    assert "I have not forgotten my promise: send the goal bank. I will let you know" in begun.draft.body
    both = workspace.composing.with_letter(begun, "thank_you.both")
    assert "and sensory path." in both.draft.body
    assert both.draft.reminder == begun.draft.reminder


def test_a_nudge_answers_the_last_message(workspace: Workspace, renata: PersonId, clock: SettableClock) -> None:
    begun = workspace.composing.begin(renata)
    kept = workspace.composing.save(begun.draft, None)
    workspace.composing.sent(kept.message)
    clock.advance(days=8)
    nudge = workspace.composing.begin(renata, due(workspace, Kind.FOLLOW_UP))
    assert nudge.letter == "nudge"
    assert nudge.draft.subject == f"Re: {begun.draft.subject}"
    assert "my note of 18 March" in nudge.draft.body


def test_one_goes_on_with_the_draft_that_fits(workspace: Workspace, renata: PersonId) -> None:
    begun = workspace.composing.begin(renata)
    kept = workspace.composing.save(replace(begun.draft, body="Half a letter"), None)
    again = workspace.composing.begin(renata)
    assert (again.message, again.draft.body) == (kept.message, "Half a letter")
    held(workspace, renata)
    thanks = workspace.composing.begin(renata, due(workspace, Kind.THANK_YOU))
    assert thanks.message is None
    assert thanks.draft.kind is OutKind.THANKS


def test_a_later_is_thanked_for_until_it_is_time_to_ask_again(
    workspace: Workspace, renata: PersonId, clock: SettableClock
) -> None:
    workspace.outreach.log_sent(workspace.composing.begin(renata).draft, needs_reply=True)
    monday = datetime(2026, 5, 4, tzinfo=BOSTON).date()
    workspace.outreach.log_reply(Reply(renata, InKind.LATER, ask_again_on=monday))
    begun = workspace.composing.begin(renata)
    assert (begun.letter, begun.draft.kind) == ("later_ack", OutKind.REPLY)
    assert "I will write again around 4 May," in begun.draft.body
    workspace.outreach.log_sent(begun.draft)
    outlook = workspace.people.outlook(renata)
    assert (outlook.stage, [r.kind for r in outlook.reminders]) == (Stage.LATER, [Kind.ASK_AGAIN])
    clock.set("2026-05-04T10:00")
    workspace.reminders.tick()
    assert workspace.composing.begin(renata).letter == "ask_again"


def test_typing_is_one_step_to_undo(workspace: Workspace, renata: PersonId) -> None:
    draft = workspace.composing.begin(renata).draft
    kept = workspace.composing.save(replace(draft, body="One"), None)
    workspace.composing.save(replace(draft, body="One two"), kept.message, kept.sitting)
    workspace.history.undo()
    assert workspace.outreach.of(renata) == []


def test_nobody_is_written_to_against_their_wish(workspace: Workspace, renata: PersonId) -> None:
    draft = workspace.composing.begin(renata).draft
    workspace.people.set_status(renata, Status.DO_NOT_CONTACT)
    with pytest.raises(NotAllowed):
        workspace.composing.begin(renata)
    with pytest.raises(NotAllowed):
        workspace.composing.save(draft, None)


def test_sent_settles_the_thanks_and_a_promise(workspace: Workspace, renata: PersonId, clock: SettableClock) -> None:
    held(workspace, renata, "sensory path")
    begun = workspace.composing.begin(renata, due(workspace, Kind.THANK_YOU))
    assert not workspace.composing.thanked_before(begun)
    kept = workspace.composing.save(begun.draft, None)
    workspace.outreach.hand_over(kept.message)
    assert workspace.people.outlook(renata).stage is Stage.MET
    workspace.composing.sent(kept.message)
    assert workspace.people.outlook(renata).stage is Stage.THANKED
    assert workspace.reminders.due() == []
    assert workspace.composing.thanked_before(begun)
    (meeting,) = workspace.meetings.of(renata)
    given = workspace.thanks.given(renata, meeting.ref)
    assert given is not None
    assert given.how is ThanksHow.EMAIL

    workspace.promises.make(renata, Side.ME, "the goal bank", datetime(2026, 3, 20, tzinfo=BOSTON).date())
    clock.advance(days=2)
    promised = workspace.composing.begin(renata, due(workspace, Kind.PROMISE_DUE))
    assert promised.draft.subject == "As promised: the goal bank"
    kept = workspace.composing.save(promised.draft, None)
    workspace.composing.sent(kept.message)
    assert workspace.promises.of(renata)[0].kept
    workspace.history.undo()
    assert not workspace.promises.of(renata)[0].kept
    assert workspace.outreach.of(renata)[-1].state is MessageState.DRAFT


@pytest.mark.parametrize("how", [ThanksHow.CARD, ThanksHow.IN_PERSON])
def test_thanks_given_without_a_letter_are_known_to_the_next_letter(
    workspace: Workspace, renata: PersonId, how: ThanksHow
) -> None:
    held(workspace, renata)
    (meeting,) = workspace.meetings.of(renata)
    assert not workspace.composing.thanked_before(workspace.composing.begin(renata, letter="thank_you.meeting"))
    workspace.thanks.thank([renata], meeting.ref, how)
    assert workspace.composing.thanked_before(workspace.composing.begin(renata, letter="thank_you.meeting"))


def test_an_answer_waits_only_when_it_asks(workspace: Workspace, renata: PersonId) -> None:
    for body, stage in (("Gladly. Thank you.", Stage.IN_CONVERSATION), ("Would Monday do?", Stage.IN_CONVERSATION)):
        workspace.outreach.log_reply(Reply(renata, InKind.QUESTION))
        begun = workspace.composing.begin(renata)
        assert begun.draft.kind is OutKind.REPLY
        kept = workspace.composing.save(replace(begun.draft, body=body), None)
        workspace.composing.sent(kept.message)
        assert workspace.people.outlook(renata).stage is stage
        assert workspace.outreach.of(renata)[-1].needs_reply == ("?" in body)


def test_a_note_to_the_coordinator_goes_to_the_coordinator(workspace: Workspace, renata: PersonId) -> None:
    with pytest.raises(NotFound):
        workspace.composing.begin(renata, letter="intro.fieldwork_gatekeeper")
    dana = workspace.people.add(profile("Dana Ruiz", role="fieldwork_coordinator")).id
    begun = workspace.composing.begin(renata, letter="intro.fieldwork_gatekeeper")
    assert begun.draft.person == dana
    assert begun.draft.body.startswith("Dear Dana,\n\nI am interested in Larchmont USD for my ‹which placement›.")
    assert "May I write to Renata Núñez" in begun.draft.body
    kept = workspace.composing.save(begun.draft, None)
    workspace.composing.sent(kept.message)
    assert workspace.outreach.of(renata) == []


@pytest.mark.parametrize(
    ("gate", "letter"),
    [
        (Gate.OPEN, "intro.fieldwork_gatekeeper"),
        (Gate.ASKED, "intro.fieldwork_placement"),
        (Gate.CLEARED, "intro.fieldwork_placement"),
    ],
)
def test_a_placement_is_asked_for_when_the_school_has_been_asked(
    workspace: Workspace, renata: PersonId, gate: Gate, letter: str
) -> None:
    workspace.research.save_purpose(renata, Purpose("fieldwork_placement", gate=gate))
    assert workspace.composing.begin(renata).letter == "intro.fieldwork_placement", "there is nobody to ask"
    dana = workspace.people.add(profile("Dana Ruiz", role="fieldwork_coordinator")).id
    begun = workspace.composing.begin(renata)
    assert begun.letter == letter
    assert begun.reader.id == (dana if gate is Gate.OPEN else renata)
    if gate is not Gate.OPEN:
        assert "and Dana Ruiz agreed that I may ask you" in begun.draft.body
        assert "whether Larchmont USD takes students" in begun.draft.body


def test_a_letter_that_was_begun_is_gone_on_with(workspace: Workspace, renata: PersonId) -> None:
    kept = workspace.composing.save(replace(workspace.composing.begin(renata).draft, body="Dear Renata"), None)
    workspace.people.add(profile("Dana Ruiz", role="fieldwork_coordinator"))
    workspace.research.say_why(renata, "capstone_site")
    assert workspace.composing.begin(renata).message == kept.message


def test_the_coordinator_is_not_asked_about_themselves(workspace: Workspace) -> None:
    dana = workspace.people.add(profile("Dana Ruiz", role="fieldwork_coordinator")).id
    workspace.research.say_why(dana, "capstone_site")
    assert workspace.composing.begin(dana).letter == "intro.capstone_site"


def test_a_blank_sheet_has_a_greeting_and_a_name(workspace: Workspace, renata: PersonId) -> None:
    begun = workspace.composing.with_letter(workspace.composing.begin(renata), "")
    assert begun.draft.body == "Dear Renata,\n\n\n\nKind regards,\nJordan Avery"
    assert begun.draft.kind is OutKind.INTRO


def test_a_note_to_keep_in_touch_tells_what_came_of_advice(workspace: Workspace, renata: PersonId) -> None:
    advice = workspace.advice.receive(renata, "Visit one classroom weekly")
    workspace.advice.tried(advice, "Met two teachers.")
    begun = workspace.composing.begin(renata, letter="keep_in_touch")
    assert "since we spoke about “Visit one classroom weekly”, I tried it: met two teachers." in begun.draft.body
    assert "topic" not in "".join(gaps_in(begun.draft.body))
    kept = workspace.composing.save(begun.draft, None)
    workspace.composing.sent(kept.message)
    (known,) = workspace.advice.of(renata)
    assert known.told_on is not None
    assert workspace.reasons.of(renata) is None


def test_who_was_absent_gets_the_notes_of_what_they_missed(workspace: Workspace, renata: PersonId) -> None:
    tomas = workspace.people.add(profile("Tomás Rivera")).id
    end = workspace.clock.now() - timedelta(hours=2)
    plan = MeetingPlan((renata, tomas), end - timedelta(minutes=30), end)
    meeting = workspace.meetings.agreed(plan)
    workspace.meetings.went(meeting.id, MeetingOutcome.HELD, [tomas])
    workspace.meetings.keep(meeting.id, MeetingNotes(takeaways=("sharing goals", "co-treating")))
    begun = workspace.composing.begin(tomas, letter="notes")
    assert "We missed you today. In short, we talked about sharing goals and co-treating." in begun.draft.body
    kept = workspace.composing.save(begun.draft, None)
    workspace.composing.sent(kept.message)
    assert workspace.people.outlook(tomas).stage is not Stage.AWAITING_REPLY, "it asks for no answer"
    assert workspace.people.outlook(tomas).reminders == ()
