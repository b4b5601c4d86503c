"""Meetings: booked, moved, cancelled, held or missed; thanks for them and what comes after."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from otnet_desktop.domain.errors import BadInput, NotAllowed
from otnet_desktop.domain.facts import MeetingFormat, MeetingOutcome, OutKind, Side, ThanksHow
from otnet_desktop.domain.meetings import Consent, Meeting, MeetingNotes, MeetingPlan, MeetingState, Question
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.reminders import Kind, Stage
from otnet_desktop.services.thanks import AlreadyThanked
from otnet_desktop.services.workspace import Workspace
from tests.factories import take_away
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import BOSTON, SettableClock, wall

START = datetime(2026, 3, 19, 16, 0, tzinfo=BOSTON)
END = START + timedelta(minutes=30)


def booked(workspace: Workspace, *people: PersonId) -> Meeting:
    return workspace.meetings.book(MeetingPlan(people, START, END, link="https://meet.example.org/x"))


def kinds(workspace: Workspace) -> list[Kind]:
    return [r.kind for r in (*workspace.reminders.due(), *workspace.reminders.upcoming())]


def test_a_booked_meeting_is_prepared_and_announced(workspace: Workspace) -> None:
    person = renata(workspace)
    booked(workspace, person.id)
    assert workspace.people.outlook(person.id).stage is Stage.SCHEDULED
    assert [(r.kind, wall(r.due)) for r in workspace.reminders.upcoming()] == [
        (Kind.MEETING_PREP, "2026-03-19T09:00"),
        (Kind.MEETING_SOON, "2026-03-19T15:30"),
    ]


@pytest.mark.parametrize(("start", "end"), [(END, START), (START, START), (START, START + timedelta(days=2))])
def test_times_that_cannot_be(workspace: Workspace, start: datetime, end: datetime) -> None:
    person = renata(workspace)
    with pytest.raises(BadInput):
        workspace.meetings.book(MeetingPlan((person.id,), start, end))
    assert workspace.meetings.of(person.id) == []


def test_nobody_and_those_who_said_no_cannot_be_invited(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="Nobody is invited"):
        booked(workspace)
    person = renata(workspace)
    workspace.people.set_status(person.id, Status.DO_NOT_CONTACT)
    with pytest.raises(NotAllowed, match="Renata Okafor"):
        booked(workspace, person.id)


def test_how_one_meets_can_be_changed_and_reminders_follow(workspace: Workspace) -> None:
    meeting = booked(workspace, renata(workspace).id)
    workspace.meetings.edit(meeting.id, replace(meeting.plan, format=MeetingFormat.IN_PERSON))
    told = [(r.kind, r.variant, wall(r.due)) for r in workspace.reminders.upcoming()]
    assert told == [
        (Kind.MEETING_PREP, "in_person", "2026-03-19T09:00"),
        (Kind.MEETING_SOON, "in_person", "2026-03-19T15:00"),
    ]
    workspace.history.undo()
    assert [r.variant for r in workspace.reminders.upcoming()] == ["virtual", "virtual"]


def test_a_move_keeps_questions_and_uid_and_raises_the_sequence(workspace: Workspace) -> None:
    person = renata(workspace)
    meeting = booked(workspace, person.id)
    kept = MeetingNotes(notes="x", consent=Consent.ASKED_YES, questions=(Question("What surprised you?"),))
    workspace.meetings.keep(meeting.id, kept)
    workspace.meetings.move(meeting.id, START + timedelta(days=1), END + timedelta(days=1))
    after = workspace.meetings.get(meeting.id)
    assert (after.uid, after.ref, after.kept) == (meeting.uid, meeting.ref, kept)
    assert (meeting.sequence, after.sequence) == (0, 1)
    assert after.plan.start == START + timedelta(days=1)
    assert workspace.reminders.upcoming()[0].key == f"PREP:{meeting.ref}:1"


@pytest.mark.parametrize(
    ("by", "state", "kind"),
    [
        (Side.THEM, MeetingState.CANCELLED_BY_THEM, "cancelled_by_them"),
        (Side.ME, MeetingState.CANCELLED_BY_ME, "cancelled_by_me"),
    ],
)
def test_a_cancelled_meeting_asks_for_another_time(
    workspace: Workspace, by: Side, state: MeetingState, kind: str
) -> None:
    person = renata(workspace)
    meeting = booked(workspace, person.id)
    workspace.meetings.cancel(meeting.id, by)
    assert workspace.meetings.get(meeting.id).state is state
    assert [(r.kind, r.variant) for r in workspace.reminders.upcoming()] == [(Kind.RESCHEDULE, kind)]


def test_it_cannot_have_happened_before_it_began(workspace: Workspace) -> None:
    meeting = booked(workspace, renata(workspace).id)
    with pytest.raises(BadInput, match="not begun"):
        workspace.meetings.went(meeting.id, MeetingOutcome.HELD)


def test_two_hours_after_the_end_a_thank_you_is_due_until_it_is_given(
    workspace: Workspace, clock: SettableClock
) -> None:
    person = renata(workspace)
    meeting = booked(workspace, person.id)
    clock.set("2026-03-19T16:40")
    workspace.meetings.went(meeting.id, MeetingOutcome.HELD)
    assert kinds(workspace) == [Kind.THANK_YOU]
    assert workspace.reminders.due() == []
    clock.set("2026-03-19T18:30")
    (due,) = workspace.reminders.due()
    assert wall(due.due) == "2026-03-19T18:30"
    workspace.reminders.done(due.key, ThanksHow.CARD)
    assert workspace.reminders.due() == []
    given = workspace.thanks.given(person.id, meeting.ref)
    assert given is not None
    assert given.how is ThanksHow.CARD


def test_a_second_thank_you_is_refused_unless_meant(workspace: Workspace, clock: SettableClock) -> None:
    person = renata(workspace)
    meeting = workspace.meetings.met_by_chance([person.id])
    workspace.thanks.thank([person.id], meeting.ref, ThanksHow.EMAIL)
    clock.advance(days=1)
    with pytest.raises(AlreadyThanked, match="Renata"):
        workspace.thanks.thank([person.id], meeting.ref, ThanksHow.CARD)
    workspace.thanks.thank([person.id], meeting.ref, ThanksHow.CARD, again=True)
    given = workspace.thanks.given(person.id, meeting.ref)
    assert given is not None
    assert given.how is ThanksHow.CARD


def test_in_a_group_each_is_thanked_and_the_absent_is_not(workspace: Workspace, clock: SettableClock) -> None:
    people = [somebody(workspace, name) for name in ("Kai", "Lu", "Ned")]
    meeting = booked(workspace, *(person.id for person in people))
    clock.set("2026-03-19T16:40")
    workspace.meetings.went(meeting.id, MeetingOutcome.HELD, [people[2].id])
    assert workspace.meetings.get(meeting.id).absent == (people[2].id,)
    clock.set("2026-03-19T19:00")
    assert [(r.kind, r.person) for r in workspace.reminders.due()] == [
        (Kind.THANK_YOU, "kai"),
        (Kind.THANK_YOU, "lu"),
    ]


def test_what_a_meeting_asks_is_listed_once_and_put_off_for_all(workspace: Workspace, clock: SettableClock) -> None:
    people = [somebody(workspace, name) for name in ("Kai", "Lu")]
    meeting = booked(workspace, *(person.id for person in people))
    clock.set("2026-03-19T09:00")
    (prep,) = workspace.reminders.due()
    assert prep.key == f"PREP:{meeting.ref}:0"
    clock.set("2026-03-19T09:30")
    workspace.reminders.snooze(prep.key, datetime(2026, 3, 19, 12, 0, tzinfo=BOSTON))
    assert workspace.reminders.due() == []
    clock.set("2026-03-19T12:00")
    assert [r.key for r in workspace.reminders.due()] == [prep.key]


def test_conflicts_are_planned_meetings_at_the_same_time(workspace: Workspace) -> None:
    one, other = renata(workspace), somebody(workspace, "Kai")
    first = booked(workspace, one.id)
    plan = MeetingPlan((other.id,), START + timedelta(minutes=29), END + timedelta(minutes=29))
    assert [m.id for m in workspace.meetings.conflicts(plan)] == [first.id]
    after = MeetingPlan((other.id,), END, END + timedelta(minutes=30))
    assert workspace.meetings.conflicts(after) == []
    workspace.meetings.cancel(first.id, Side.ME)
    assert workspace.meetings.conflicts(plan) == []


def test_takeaways_add_up(workspace: Workspace) -> None:
    meeting = booked(workspace, renata(workspace).id)
    for sentence in ("Start small", "Visit weekly"):
        take_away(workspace, meeting.id, sentence)
    assert workspace.meetings.get(meeting.id).kept.takeaways == ("Start small", "Visit weekly")
    assert [hit.matched for hit in workspace.store.search.search("weekly")] != []


def test_of_two_thank_yous_the_one_with_the_nearer_deadline_comes_first(
    workspace: Workspace, clock: SettableClock
) -> None:
    people = [somebody(workspace, name) for name in ("Zoe", "Abe")]
    for person, hours in zip(people, (0, 1), strict=True):
        start = START + timedelta(hours=hours + 1)
        workspace.meetings.book(MeetingPlan((person.id,), start, start + timedelta(minutes=30)), ref=person.ref)
    clock.set("2026-03-20T08:30")
    for person in people:
        meeting = workspace.store.meetings.id_of(person.ref)
        assert meeting is not None
        workspace.meetings.went(meeting, MeetingOutcome.HELD)
    clock.set("2026-03-20T10:00")
    due = workspace.reminders.due()
    assert due[0].due == due[1].due
    assert [r.person for r in due] == ["zoe", "abe"]


def test_whoever_is_added_later_prepares_for_it_too(workspace: Workspace) -> None:
    first, second = renata(workspace).id, somebody(workspace, "Tomás").id
    meeting = booked(workspace, first)
    workspace.meetings.edit(meeting.id, replace(meeting.plan, people=(first, second)))
    after = workspace.meetings.get(meeting.id)
    assert after.plan.people == (first, second)
    assert (after.sequence, after.uid) == (meeting.sequence, meeting.uid), "it is the same meeting at the same time"
    assert workspace.people.outlook(second).stage is Stage.SCHEDULED
    assert {len(r.companions) for r in workspace.people.outlook(first).reminders} == {2}
    workspace.history.undo()
    assert workspace.meetings.get(meeting.id).plan.people == (first,)
    assert workspace.people.outlook(second).stage is Stage.IDEA
    assert {len(r.companions) for r in workspace.people.outlook(first).reminders} == {1}


def test_whoever_is_taken_out_stands_as_before(workspace: Workspace) -> None:
    first, second = renata(workspace).id, somebody(workspace, "Tomás").id
    workspace.outreach.log_sent(Draft(second, OutKind.ASK))
    before = workspace.people.outlook(second)
    meeting = booked(workspace, first, second)
    workspace.meetings.edit(meeting.id, replace(meeting.plan, people=(first,)))
    assert workspace.people.outlook(second) == before
    assert workspace.meetings.of(second) == []
    assert workspace.people.outlook(first).stage is Stage.SCHEDULED
    workspace.history.undo()
    assert workspace.people.outlook(second).stage is Stage.SCHEDULED
    assert workspace.meetings.get(meeting.id).plan.people == (first, second)


def test_somebody_else_may_come_instead_and_go_again(workspace: Workspace) -> None:
    first, second = renata(workspace).id, somebody(workspace, "Tomás").id
    meeting = booked(workspace, first)
    for guest, other in ((second, first), (first, second), (second, first)):
        workspace.meetings.edit(meeting.id, replace(workspace.meetings.get(meeting.id).plan, people=(guest,)))
        assert workspace.people.outlook(guest).stage is Stage.SCHEDULED
        assert workspace.people.outlook(other).stage is Stage.IDEA
    with pytest.raises(BadInput, match="Nobody is invited"):
        workspace.meetings.edit(meeting.id, replace(meeting.plan, people=()))


def test_nobody_is_added_who_said_no_and_who_is_there_may_stay(workspace: Workspace) -> None:
    first, second = renata(workspace).id, somebody(workspace, "Tomás").id
    meeting = booked(workspace, first)
    workspace.people.set_status(second, Status.DO_NOT_CONTACT)
    with pytest.raises(NotAllowed, match="Tomás"):
        workspace.meetings.edit(meeting.id, replace(meeting.plan, people=(first, second)))
    workspace.people.set_status(first, Status.DO_NOT_CONTACT)
    workspace.meetings.edit(meeting.id, replace(meeting.plan, place="Room 4"))
    assert workspace.meetings.get(meeting.id).plan.place == "Room 4"


def test_whether_it_counts_as_mentoring_may_be_said_afterwards(workspace: Workspace, clock: SettableClock) -> None:
    meeting = booked(workspace, renata(workspace).id)
    clock.advance(days=2)
    workspace.meetings.went(meeting.id, MeetingOutcome.HELD)
    workspace.meetings.counts_as_mentoring(meeting.id, counts=True)
    after = workspace.meetings.get(meeting.id)
    assert after.plan.is_mentoring
    assert after == replace(workspace.meetings.get(meeting.id), plan=replace(after.plan, is_mentoring=True))
    assert after.state is MeetingState.HELD
    workspace.history.undo()
    assert not workspace.meetings.get(meeting.id).plan.is_mentoring
