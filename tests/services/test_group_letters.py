"""One letter to several of a group is one message and counts for each; everybody's own way stays possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from otnet_desktop.app.resources import load_material
from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.domain.facts import MeetingOutcome, OutKind, ThanksHow
from otnet_desktop.domain.meetings import Meeting, MeetingPlan
from otnet_desktop.domain.messages import Draft, MessageState
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.reminders import Kind, Stage
from otnet_desktop.domain.story import StoryKind
from otnet_desktop.services.composing import Beginning
from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.services.acquaintances import somebody
from tests.services.clocks import BOSTON, SettableClock

Four = tuple[PersonId, PersonId, PersonId, PersonId]


@pytest.fixture
def workspace(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path / "data", clock, lambda: BOSTON, load_material())
    opened.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
    yield opened
    opened.close()


@pytest.fixture
def four(workspace: Workspace) -> Four:
    ana, ben, cleo, dov = (somebody(workspace, name).id for name in ("Ana", "Ben", "Cleo", "Dov"))
    return ana, ben, cleo, dov


@pytest.fixture
def meeting(workspace: Workspace, four: Four) -> Meeting:
    """With four, of whom the last did not come; a thank-you is due to the others."""
    end = workspace.clock.now() - timedelta(hours=3)
    made = workspace.meetings.agreed(MeetingPlan(four, end - timedelta(minutes=40), end))
    workspace.meetings.went(made.id, MeetingOutcome.HELD, [four[3]])
    return workspace.meetings.get(made.id)


def to_all(workspace: Workspace, person: PersonId) -> Beginning:
    key = next(r.key for r in workspace.people.outlook(person).reminders if r.kind is Kind.THANK_YOU)
    return workspace.composing.begin(person, key, "thank_you.group")


def stages(workspace: Workspace, people: Four) -> list[Stage]:
    return [workspace.people.outlook(person).stage for person in people]


def test_it_goes_to_everybody_who_was_there(workspace: Workspace, four: Four, meeting: Meeting) -> None:
    ana, ben, cleo, _ = four
    begun = to_all(workspace, ana)
    assert begun.draft.people == (ana, ben, cleo)
    assert begun.draft.body.startswith("Dear Ana, Ben and Cleo,\n\nThank you all for your time today.")
    assert begun.draft.meeting == meeting.id


def test_one_message_settles_the_thanks_of_each(workspace: Workspace, four: Four, meeting: Meeting) -> None:
    ana, ben, cleo, dov = four
    kept = workspace.composing.save(to_all(workspace, ana).draft, None)
    workspace.outreach.hand_over(kept.message)
    assert stages(workspace, four)[:3] == [Stage.MET] * 3, "handed over is not sent"
    workspace.composing.sent(kept.message)
    assert stages(workspace, four)[:3] == [Stage.THANKED] * 3
    assert workspace.reminders.due() == []
    for person in (ana, ben, cleo):
        given = workspace.thanks.given(person, meeting.ref)
        assert given is not None
        assert given.how is ThanksHow.EMAIL
        (message,) = workspace.outreach.of(person)
        assert (message.id, message.people, message.state) == (kept.message, (ana, ben, cleo), MessageState.SENT)
        assert [e.kind for e in workspace.story.of(person)].count(StoryKind.WROTE) == 1
    assert workspace.thanks.given(dov, meeting.ref) is None
    assert workspace.outreach.of(dov) == []
    workspace.history.undo()
    assert stages(workspace, four)[:3] == [Stage.MET] * 3
    assert workspace.outreach.of(ben)[0].state is MessageState.HANDED_OVER


def test_whoever_was_thanked_in_their_own_way_is_left_out(workspace: Workspace, four: Four, meeting: Meeting) -> None:
    ana, ben, cleo, _ = four
    workspace.thanks.thank([ben], meeting.ref, ThanksHow.IN_PERSON)
    workspace.people.set_status(cleo, Status.DO_NOT_CONTACT)
    begun = to_all(workspace, ana)
    assert begun.draft.people == (ana,)
    assert begun.might_also == ()
    assert begun.draft.body.startswith("Dear Ana,")


def test_a_letter_to_one_may_become_one_to_several_and_back(workspace: Workspace, four: Four, meeting: Meeting) -> None:
    ana, ben, cleo, _ = four
    key = next(r.key for r in workspace.people.outlook(ana).reminders if r.kind is Kind.THANK_YOU)
    begun = workspace.composing.begin(ana, key)
    assert begun.draft.people == (ana,)
    assert [person.id for person in begun.might_also] == [ben, cleo]
    both = workspace.composing.address(begun, [cleo])
    assert both.draft.people == (ana, cleo)
    assert both.draft.body == begun.draft.body.replace("Dear Ana,", "Dear Ana and Cleo,")
    assert workspace.composing.address(both, []).draft == begun.draft
    late = workspace.composing.with_letter(both, "thank_you.late")
    assert late.draft.people == (ana, cleo)
    assert workspace.composing.with_letter(both, "keep_in_touch").draft.people == (ana,)


def test_a_draft_to_several_is_found_again_by_each(workspace: Workspace, four: Four, meeting: Meeting) -> None:
    ana, ben, cleo, _ = four
    kept = workspace.composing.save(replace(to_all(workspace, ana).draft, body="Half a letter"), None)
    again = workspace.composing.begin(ben)
    assert (again.message, again.reader.id, again.draft.body) == (kept.message, ana, "Half a letter")
    assert again.draft.people == (ana, ben, cleo)
    workspace.composing.save(replace(again.draft, also=(cleo,)), kept.message)
    assert workspace.outreach.of(ben) == []
    assert workspace.outreach.of(cleo)[0].people == (ana, cleo)


def test_thanks_logged_for_one_are_not_the_group_s(workspace: Workspace, four: Four, meeting: Meeting) -> None:
    ana, ben, *_ = four
    kept = workspace.composing.save(to_all(workspace, ana).draft, None)
    workspace.outreach.log_sent(Draft(ana, OutKind.THANKS, meeting=meeting.id))
    assert workspace.outreach.of(ben)[0].state is MessageState.DRAFT
    assert workspace.outreach.get(kept.message).state is MessageState.DRAFT


def test_nobody_gets_it_who_may_not_be_written_to(workspace: Workspace, four: Four, meeting: Meeting) -> None:
    begun = to_all(workspace, four[0])
    kept = workspace.composing.save(begun.draft, None)
    workspace.people.set_status(four[2], Status.DO_NOT_CONTACT)
    with pytest.raises(NotAllowed):
        workspace.outreach.hand_over(kept.message)
    with pytest.raises(NotAllowed):
        workspace.composing.save(begun.draft, kept.message)


def test_it_stays_with_the_others_when_its_first_reader_goes(
    workspace: Workspace, four: Four, meeting: Meeting
) -> None:
    ana, ben, cleo, _ = four
    kept = workspace.composing.save(to_all(workspace, ana).draft, None)
    workspace.composing.sent(kept.message)
    workspace.people.remove(ana)
    assert [message.people for message in workspace.outreach.of(cleo)] == [(ben, cleo)]
    assert workspace.outreach.of(ben)[0].state is MessageState.SENT
    assert workspace.people.outlook(ben).stage is Stage.THANKED
    workspace.history.undo()
    assert workspace.outreach.of(ana)[0].people == (ana, ben, cleo)
