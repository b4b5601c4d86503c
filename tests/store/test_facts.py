"""Facts: every type comes back as it was told, and only to those it concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.store.fact_rows import FORMS, pack
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, plan

DAY = date(2026, 4, 1)
ABOUT_A_PERSON = [
    f.ChannelChecked(pid="ann", ok=False, at=NOW),
    f.Sent(pid="ann", kind=f.OutKind.INTRO, needs_reply=True, at=NOW),
    f.Received(pid="ann", kind=f.InKind.LATER, ask_again_on=DAY, return_on=DAY, at=NOW),
    f.Withdrawn(pid="ann", at=NOW),
    f.StatusSet(pid="ann", status=Status.ARCHIVED, on=False, at=NOW),
    f.JobMoved(pid="ann", address_lost=True, organisation="USD", at=NOW),
    f.CadenceSet(pid="ann", days=90, at=NOW),
    f.Thanked(mid="", pids=("ann",), how=f.ThanksHow.CARD, forced=True, at=NOW),
    f.ThanksSkipped(mid="", pid="ann", reason="by phone", at=NOW),
    f.Snoozed(key="KIT:ann:1", until=NOW + timedelta(days=1), at=NOW),
    f.Dismissed(key="KIT:ann:1", at=NOW),
]
END = NOW + timedelta(minutes=30)
ABOUT_A_MEETING = [
    f.MeetingAgreed(mid="m", pids=("ann", "bo"), start=NOW, end=END, format=f.MeetingFormat.PHONE, at=NOW),
    f.MeetingMoved(mid="m", start=NOW, end=END, at=NOW),
    f.MeetingCancelled(mid="m", by=f.Side.THEM, at=NOW),
    f.OutcomeRecorded(mid="m", outcome=f.MeetingOutcome.HELD, absent=("bo",), at=NOW),
    f.Encountered(mid="m", pids=("ann", "bo"), event="AOTA", at=NOW),
]


def test_facts_of_one_kind_are_those_told_of_somebody(store: Store, two: dict[str, PersonId]) -> None:
    meeting = add_meeting(store, *two.values())
    ref = store.meetings.get(meeting).ref
    for who in two.values():
        thanked = f.Thanked(mid="", pids=(), how=f.ThanksHow.CARD, at=NOW)
        store.facts.record(thanked, who, meeting=meeting)
        store.facts.record(f.CadenceSet(pid="", days=90, at=NOW), who)
    for kind in (f.Thanked, f.CadenceSet, f.StatusSet):
        asked = [fact for fact in store.facts.about([two["bo"]]) if isinstance(fact, kind) and "ann" not in repr(fact)]
        assert store.facts.of_kind(kind, [two["bo"]]) == asked
    assert [(fact.mid, fact.pids) for fact in store.facts.of_kind(f.Thanked, [*two.values()])] == [
        (ref, ("ann",)),
        (ref, ("bo",)),
    ]


@pytest.fixture
def two(store: Store) -> dict[str, PersonId]:
    """Ann and Bo."""
    return {ref: add_person(store, ref.capitalize(), ref) for ref in ("ann", "bo")}


def told(store: Store, *people: PersonId) -> list[f.Fact]:
    """What is told about people, apart from that they were added and without numbers."""
    facts = store.facts.about(people)
    return [replace(fact, seq=0) for fact in facts if not isinstance(fact, f.PersonAdded)]


@pytest.mark.parametrize("fact", ABOUT_A_PERSON, ids=lambda fact: type(fact).__name__)
def test_a_fact_about_a_person_comes_back(store: Store, two: dict[str, PersonId], fact: f.Fact) -> None:
    store.facts.record(fact, two["ann"])
    assert told(store, two["ann"]) == [fact]
    assert told(store, two["bo"]) == []


@pytest.mark.parametrize("fact", ABOUT_A_MEETING, ids=lambda fact: type(fact).__name__)
def test_a_fact_about_a_meeting_comes_back_to_every_guest(store: Store, two: dict[str, PersonId], fact: f.Fact) -> None:
    by_phone = replace(plan(*two.values()), format=f.MeetingFormat.PHONE)
    meeting = store.meetings.add("m", "m@uid", by_phone)
    store.facts.record(fact, meeting=meeting, absent=two)
    assert told(store, two["ann"]) == [fact]
    assert told(store, two["bo"]) == [fact]


def test_who_joined_later_was_not_invited(store: Store, two: dict[str, PersonId]) -> None:
    meeting = store.meetings.add("m", "m@uid", replace(plan(two["ann"]), format=f.MeetingFormat.PHONE))
    agreed = replace(ABOUT_A_MEETING[0], pids=("ann",))  # type: ignore[call-arg]
    joined = f.Joined(mid="m", pid="bo", at=NOW)
    store.facts.record(agreed, meeting=meeting)
    store.meetings.invite(meeting, [two["bo"]])
    store.facts.record(joined, two["bo"], meeting=meeting)
    assert told(store, two["bo"]) == [agreed, joined]


def test_a_meeting_is_thanked_for_by_its_ref(store: Store, two: dict[str, PersonId]) -> None:
    meeting = add_meeting(store, two["ann"])
    ref = store.meetings.get(meeting).ref
    thanked = f.Thanked(mid=ref, pids=("ann",), how=f.ThanksHow.EMAIL, at=NOW)
    store.facts.record(thanked, two["ann"], meeting=meeting)
    assert told(store, two["ann"])[-1] == thanked


def test_promises_opportunities_and_referrals(store: Store, two: dict[str, PersonId]) -> None:
    made = f.PromiseMade(pid="ann", cid="c", by=f.Side.ME, text="the guide", due_on=DAY, at=NOW)
    kept = f.PromiseKept(cid="c", at=NOW)
    noted = f.OpportunityNoted(
        oid="o", state=f.OpportunityState.APPLIED, pid="bo", title="Award", deadline=DAY, helpers=("ann",), at=NOW
    )
    referred = f.Referred(by="ann", to="bo", at=NOW)
    promise = store.promises.add("c", two["ann"], f.Side.ME, "the guide", DAY)
    opportunity = store.opportunities.save("o", "Award", two["bo"], DAY, [two["ann"]])
    store.facts.record(made, two["ann"], promise=promise)
    store.facts.record(kept, two["ann"], promise=promise)
    store.facts.record(noted, opportunity=opportunity)
    store.facts.record(referred, two["ann"], other=two["bo"])
    assert told(store, two["ann"]) == [made, kept, noted, referred]
    assert told(store, two["bo"]) == [noted]
    assert store.facts.referrers_of([two["bo"]]) == [two["ann"]]
    assert store.facts.referrers_of([two["ann"]]) == []


def test_meetings_of_those_i_was_pointed_to_are_told_too(store: Store, two: dict[str, PersonId]) -> None:
    store.facts.record(f.Referred(by="ann", to="bo", at=NOW), two["ann"], other=two["bo"])
    add_meeting(store, two["bo"])
    assert [type(fact) for fact in told(store, two["ann"])] == [f.Referred, f.MeetingAgreed]


def test_what_has_a_table_of_its_own_is_a_fact_too(store: Store, two: dict[str, PersonId]) -> None:
    ann = two["ann"]
    store.research.save_purpose(ann, Purpose("placement", gate=f.Gate.ASKED), NOW)
    store.research.save_key_points(ann, (KeyPoint("x"),), NOW)
    store.messages.save_draft(Draft(ann, f.OutKind.INTRO), NOW)
    assert told(store, ann) == [
        f.PurposeSet(pid="ann", kind="placement", gate=f.Gate.ASKED, at=NOW),
        f.KeyPointNoted(pid="ann", at=NOW),
        f.DraftSaved(pid="ann", at=NOW),
    ]
    with pytest.raises(KeyError):
        pack(f.KeyPointNoted(pid="ann", at=NOW), {})


def test_everything_is_what_is_told_about_everyone(store: Store, two: dict[str, PersonId]) -> None:
    add_meeting(store, *two.values())
    store.facts.record(ABOUT_A_PERSON[0], two["ann"])
    assert store.facts.everything() == store.facts.about(list(two.values()))


def test_a_fact_can_be_taken_back(store: Store, two: dict[str, PersonId]) -> None:
    number = store.facts.record(ABOUT_A_PERSON[0], two["ann"])
    store.facts.forget(number)
    assert told(store, two["ann"]) == []


def test_every_type_of_fact_has_a_place() -> None:
    def leaves(kind: type[f.Fact]) -> set[str]:
        """By name, for a class with slots leaves its twin without behind."""
        return set().union(*(leaves(sub) for sub in kind.__subclasses__())) or {kind.__name__}

    told_by_tables = {"PersonAdded", "PurposeSet", "KeyPointNoted", "DraftSaved"}
    assert leaves(f.Fact) - {"PersonFact"} == {kind.__name__ for kind in FORMS} | told_by_tables
