"""Meetings: what was agreed, what was kept, and how they stand after each fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.meetings import (
    Consent,
    MeetingKind,
    MeetingNotes,
    MeetingState,
    Question,
)
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, plan

TOMORROW = NOW + timedelta(days=1)


def test_a_meeting_comes_back_as_it_went_in(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    agreed = plan(
        bo,
        ann,
        title="Talk",
        place="Library",
        link="https://meet.example/x",
        event="AOTA",
        format=f.MeetingFormat.IN_PERSON,
        zone="America/New_York",
        their_zone="Europe/Berlin",
        kind=MeetingKind.ENCOUNTER,
        is_mentoring=True,
    )
    number = store.meetings.add("m", "m@uid", agreed)
    kept = MeetingNotes(
        "Notes",
        Consent.ASKED_YES,
        ("a", "b"),
        (Question("First?"), Question("Second?", asked=True, answer="Yes")),
    )
    store.meetings.keep(number, kept)
    meeting = store.meetings.get(number)
    assert (meeting.ref, meeting.uid, meeting.plan, meeting.kept) == ("m", "m@uid", agreed, kept)
    assert store.meetings.id_of("m") == number
    assert store.meetings.of(ann) == store.meetings.of(bo) == [meeting]


def test_editing_changes_everything_but_the_times(store: Store) -> None:
    ann = add_person(store, "Ann")
    number = add_meeting(store, ann, title="Old")
    before = store.meetings.get(number).plan
    store.meetings.edit(number, replace(before, title="New", place="Library", start=TOMORROW, end=TOMORROW))
    assert store.meetings.get(number).plan == replace(before, title="New", place="Library")


@pytest.mark.parametrize(
    ("facts", "state", "sequence"),
    [
        ([], MeetingState.PLANNED, 0),
        ([f.MeetingMoved(mid="", start=TOMORROW, end=TOMORROW, at=NOW)], MeetingState.PLANNED, 1),
        ([f.MeetingCancelled(mid="", by=f.Side.ME, at=NOW)], MeetingState.CANCELLED_BY_ME, 1),
        ([f.MeetingCancelled(mid="", by=f.Side.THEM, at=NOW)], MeetingState.CANCELLED_BY_THEM, 1),
        ([f.OutcomeRecorded(mid="", outcome=f.MeetingOutcome.NO_SHOW_THEM, at=NOW)], MeetingState.NO_SHOW_THEM, 0),
        (
            [
                f.MeetingCancelled(mid="", by=f.Side.ME, at=NOW),
                f.MeetingMoved(mid="", start=TOMORROW, end=TOMORROW, at=NOW),
                f.OutcomeRecorded(mid="", outcome=f.MeetingOutcome.HELD, at=TOMORROW),
            ],
            MeetingState.HELD,
            2,
        ),
    ],
)
def test_how_it_stands_follows_from_its_facts(
    store: Store, facts: list[f.Fact], state: MeetingState, sequence: int
) -> None:
    number = add_meeting(store, add_person(store))
    for fact in facts:
        store.facts.record(fact, meeting=number)
    store.meetings.settle(number)
    meeting = store.meetings.get(number)
    assert (meeting.state, meeting.sequence) == (state, sequence)
    if any(isinstance(fact, f.MeetingMoved) for fact in facts):
        assert meeting.plan.start == TOMORROW


def test_what_stands_as_its_facts_say_is_not_written_again(store: Store) -> None:
    """A quarter of the time it takes to bring many people back went into that."""
    number = add_meeting(store, add_person(store, "Ann", "ann"))
    before = store.database.connection.total_changes
    store.meetings.settle(number)
    assert store.database.connection.total_changes == before
    store.database.sql("UPDATE meeting SET state = 'held'")
    store.meetings.settle(number)
    assert store.meetings.get(number).state is MeetingState.PLANNED


def test_who_did_not_come_is_remembered(store: Store) -> None:
    ann, bo = add_person(store, "Ann", "ann"), add_person(store, "Bo", "bo")
    number = add_meeting(store, ann, bo)
    outcome = f.OutcomeRecorded(mid="", outcome=f.MeetingOutcome.HELD, absent=("bo",), at=NOW)
    store.facts.record(outcome, meeting=number, absent={"bo": bo})
    assert store.meetings.get(number).absent == (bo,)


def test_inviting_twice_is_inviting_once(store: Store) -> None:
    ann, bo = add_person(store, "Ann"), add_person(store, "Bo")
    number = add_meeting(store, ann)
    store.meetings.invite(number, [bo, ann, bo])
    assert store.meetings.get(number).plan.people == (ann, bo)


def test_meetings_in_a_span_of_time(store: Store) -> None:
    ann = add_person(store)
    assert store.meeting_times.extent() is None
    late, early, middle = (add_meeting(store, ann, in_days=days) for days in (3, 1, 2))
    assert [meeting.id for meeting in store.meetings.of(ann)] == [early, middle, late]
    end_of_first = store.meetings.get(early).plan.end
    between = store.meetings.between(end_of_first, store.meetings.get(late).plan.start)
    assert [meeting.id for meeting in between] == [middle]
    assert store.meeting_times.extent() == (NOW + timedelta(days=1), NOW + timedelta(days=3))


def test_a_meeting_that_is_gone_is_said(store: Store) -> None:
    with pytest.raises(NotFound):
        store.meetings.get(store.meetings.add("m", "u", plan()).__class__(99))
