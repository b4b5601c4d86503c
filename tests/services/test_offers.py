"""Times that are offered, chosen, and booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.availability import FreeTime, Span
from otnet_desktop.domain.errors import BadInput, NotAllowed, NotFound
from otnet_desktop.domain.meetings import MeetingPlan, MeetingState
from otnet_desktop.domain.messages import Draft, Reply
from otnet_desktop.domain.offers import OfferState
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.reminders import Ball, Kind, Stage
from otnet_desktop.services.workspace import Workspace
from tests.factories import profile
from tests.services.clocks import SettableClock, wall

TWENTY = timedelta(minutes=20)


@pytest.fixture
def ann(workspace: Workspace) -> PersonId:
    workspace.availability.paint([FreeTime(day, 600, 720) for day in range(5)])
    return workspace.people.add(profile("Ann", zone="Europe/London")).id


def offered(workspace: Workspace, person: PersonId) -> list[Span]:
    spans = workspace.offers.proposal(person, TWENTY)
    workspace.offers.offer(person, spans)
    return list(spans)


def test_three_times_are_proposed_and_kept(workspace: Workspace, ann: PersonId) -> None:
    spans = offered(workspace, ann)
    assert [wall(span.start) for span in spans] == ["2026-03-20T10:00", "2026-03-23T11:30", "2026-03-24T10:00"]
    kept = workspace.offers.open(ann)
    assert [offer.span for offer in kept] == spans
    assert {(offer.zone, offer.their_zone) for offer in kept} == {("America/New_York", "Europe/London")}
    assert set(spans) <= set(workspace.offers.times(TWENTY))


def test_what_is_offered_to_one_is_not_offered_to_another(workspace: Workspace, ann: PersonId) -> None:
    spans = offered(workspace, ann)
    bo = workspace.people.add(profile("Bo")).id
    for span in workspace.offers.proposal(bo, TWENTY):
        assert not any(span.start < other.end and other.start < span.end for other in spans)
    assert [offer.span for offer in workspace.offers.elsewhere(spans, bo)] == spans
    assert workspace.offers.elsewhere(spans, ann) == []


def test_who_proposes_other_times_is_not_offered_the_same_again(workspace: Workspace, ann: PersonId) -> None:
    spans = offered(workspace, ann)
    workspace.outreach.log_reply(Reply(ann, f.InKind.SLOTS))
    assert [offer.state for offer in workspace.offers.of(ann)] == [OfferState.DECLINED] * 3
    others = workspace.offers.ready(ann, TWENTY)
    assert len(others) == 3
    assert not any(span.start < old.end and old.start < span.end for span in others for old in spans)
    workspace.history.undo()
    workspace.history.undo()
    assert [offer.span for offer in workspace.offers.open(ann)] == spans


def test_where_nothing_else_is_free_they_may_be_asked_again(workspace: Workspace, ann: PersonId) -> None:
    """One short hour in five weeks: better the same times than none."""
    workspace.availability.paint([FreeTime(0, 600, 630)])
    workspace.offers.offer(ann, workspace.offers.times(TWENTY))
    workspace.offers.answered(Reply(ann, f.InKind.ANOTHER_TIME))
    assert workspace.offers.proposal(ann, TWENTY)


def test_offering_again_takes_back_what_is_not_chosen_any_more(workspace: Workspace, ann: PersonId) -> None:
    first, second, third = offered(workspace, ann)
    kept = {offer.span: offer.id for offer in workspace.offers.open(ann)}
    workspace.offers.offer(ann, [second, third])
    assert {offer.span: offer.id for offer in workspace.offers.open(ann)} == {s: kept[s] for s in (second, third)}
    assert workspace.history.undo() == "Offer times"
    assert first in [offer.span for offer in workspace.offers.open(ann)]


def test_a_chosen_time_is_booked_and_the_others_are_free_again(workspace: Workspace, ann: PersonId) -> None:
    draft = Draft(ann, f.OutKind.SLOTS, "Times", "These would work")
    offered(workspace, ann)
    workspace.outreach.log_sent(draft, needs_reply=True)
    assert workspace.people.outlook(ann).stage is Stage.SCHEDULING
    chosen = workspace.offers.open(ann)[1]
    meeting = workspace.offers.accept(chosen)
    assert (meeting.plan.start, meeting.plan.end) == (chosen.span.start, chosen.span.end)
    assert (meeting.plan.people, meeting.plan.their_zone) == ((ann,), "Europe/London")
    assert workspace.people.outlook(ann).stage is Stage.SCHEDULED
    states = [offer.state for offer in workspace.offers.of(ann)]
    assert states == [OfferState.DECLINED, OfferState.ACCEPTED, OfferState.DECLINED]
    assert workspace.history.undo() == "Book meeting"
    assert len(workspace.offers.open(ann)) == 3
    assert workspace.meetings.of(ann) == []
    workspace.history.redo()
    assert workspace.care.check() == []


def test_a_meeting_called_off_moves_to_the_chosen_time(workspace: Workspace, ann: PersonId) -> None:
    offered(workspace, ann)
    first = workspace.offers.accept(workspace.offers.open(ann)[0])
    workspace.meetings.cancel(first.id, f.Side.THEM)
    workspace.offers.offer(ann, workspace.offers.proposal(ann, TWENTY))
    chosen = workspace.offers.open(ann)[0]
    again = workspace.offers.accept(chosen)
    assert (again.id, again.uid, again.state) == (first.id, first.uid, MeetingState.PLANNED)
    assert again.plan.start == chosen.span.start
    assert again.sequence > first.sequence


def test_a_meeting_booked_any_other_way_answers_what_was_offered(workspace: Workspace, ann: PersonId) -> None:
    spans = offered(workspace, ann)
    workspace.meetings.book(MeetingPlan((ann,), spans[2].start, spans[2].end + TWENTY))
    states = [offer.state for offer in workspace.offers.of(ann)]
    assert states == [OfferState.DECLINED, OfferState.DECLINED, OfferState.ACCEPTED]
    bo = workspace.people.add(profile("Bo")).id
    assert workspace.offers.elsewhere(spans, bo) == []


def test_a_meeting_that_is_edited_to_an_offered_time_answers_it(workspace: Workspace, ann: PersonId) -> None:
    offered(workspace, ann)
    meeting = workspace.offers.accept(workspace.offers.open(ann)[0])
    spans = offered(workspace, ann)
    workspace.meetings.edit(meeting.id, replace(meeting.plan, title="Longer", place="Room 2"))
    assert len(workspace.offers.open(ann)) == len(spans), "no other time was agreed on"
    workspace.meetings.edit(meeting.id, replace(meeting.plan, start=spans[1].start, end=spans[1].end))
    assert workspace.offers.open(ann) == []


def test_a_meeting_noted_afterwards_answers_nothing(workspace: Workspace, clock: SettableClock, ann: PersonId) -> None:
    offered(workspace, ann)
    clock.advance(hours=3)
    over = clock.now() - TWENTY
    workspace.meetings.held(MeetingPlan((ann,), over - TWENTY, over))
    assert len(workspace.offers.open(ann)) == 3


def test_another_time_is_an_answer_and_my_turn(workspace: Workspace, ann: PersonId) -> None:
    workspace.outreach.log_sent(Draft(ann, f.OutKind.SLOTS), needs_reply=True)
    offered(workspace, ann)
    workspace.offers.answered(Reply(ann, f.InKind.ANOTHER_TIME))
    assert workspace.offers.open(ann) == []
    assert workspace.outreach.of(ann)[-1].kind == f.InKind.ANOTHER_TIME
    outlook = workspace.people.outlook(ann)
    assert (outlook.stage, outlook.ball) == (Stage.SCHEDULING, Ball.ME)
    assert [one.kind for one in outlook.reminders] == [Kind.REPLY_NEEDED]
    workspace.history.undo()
    assert len(workspace.offers.open(ann)) == 3
    assert workspace.people.outlook(ann).ball is Ball.THEM


def test_another_time_takes_back_what_was_agreed_with_them_alone(workspace: Workspace, ann: PersonId) -> None:
    offered(workspace, ann)
    meeting = workspace.offers.accept(workspace.offers.open(ann)[0])
    bo = workspace.people.add(profile("Bo")).id
    group = workspace.meetings.book(MeetingPlan((ann, bo), meeting.plan.start - TWENTY, meeting.plan.start))
    workspace.offers.answered(Reply(ann, f.InKind.ANOTHER_TIME))
    assert workspace.meetings.get(meeting.id).state is MeetingState.CANCELLED_BY_THEM
    assert workspace.meetings.get(group.id).state is MeetingState.PLANNED
    assert workspace.history.undo() == "Log answer"
    assert workspace.meetings.get(meeting.id).state is MeetingState.PLANNED
    assert workspace.care.check() == []


def test_nothing_is_offered_where_writing_is_closed(workspace: Workspace, clock: SettableClock, ann: PersonId) -> None:
    spans = offered(workspace, ann)
    workspace.outreach.log_reply(Reply(ann, f.InKind.DO_NOT_CONTACT))
    assert workspace.people.get(ann).status is Status.DO_NOT_CONTACT
    with pytest.raises(NotAllowed):
        workspace.offers.offer(ann, spans)
    with pytest.raises(NotAllowed):
        workspace.offers.accept(workspace.offers.open(ann)[0])
    bo = workspace.people.add(profile("Bo")).id
    clock.advance(days=10)
    with pytest.raises(BadInput):
        workspace.offers.offer(bo, spans)
    workspace.people.remove(ann)
    gone = workspace.offers.of(ann)
    assert gone == []


def test_an_offer_that_is_gone_cannot_be_chosen(workspace: Workspace, ann: PersonId) -> None:
    offered(workspace, ann)
    chosen = workspace.offers.open(ann)[0]
    workspace.offers.offer(ann, [])
    with pytest.raises(NotFound):
        workspace.offers.accept(chosen)
