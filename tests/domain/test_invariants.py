"""What holds in every world, whatever happens in it and in whatever order it is told."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.outlook import in_order, look, look_all
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.reminders import Kind, Outlook, Reminder, Stage
from otnet_desktop.domain.timing import NUDGE_CAP
from otnet_desktop.domain.worktime import worktime
from tests.domain.worlds import World, worlds

NEVER_ASKED = {Kind.FOLLOW_UP, Kind.ASK_AGAIN, Kind.KEEP_IN_TOUCH, Kind.RESCHEDULE}
ANY_DAY = {Kind.MEETING_SOON, Kind.MEETING_PREP, Kind.MEETING_OUTCOME, Kind.APOLOGY}
REQUESTS = {f.OutKind.INTRO, f.OutKind.ASK, f.OutKind.SLOTS}


def _outlooks(world: World) -> dict[str, Outlook]:
    return look_all(world.facts, world.timing, world.now)


def _all(outlook: Outlook) -> tuple[Reminder, ...]:
    return outlook.reminders + outlook.held_back


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_telling_does_not_matter(world: World, chance: random.Random) -> None:
    shuffled = list(world.facts)
    chance.shuffle(shuffled)
    assert look_all(shuffled, world.timing, world.now) == _outlooks(world)


@given(worlds(), st.randoms(use_true_random=False))
def test_nor_does_it_among_facts_of_one_instant(world: World, chance: random.Random) -> None:
    at_once = [replace(fact, at=world.facts[0].at, seq=0) for fact in world.facts]
    outlooks = look_all(at_once, world.timing, world.now)
    chance.shuffle(at_once)
    assert look_all(at_once, world.timing, world.now) == outlooks


@given(worlds())
def test_one_person_looks_the_same_alone_and_among_all(world: World) -> None:
    for person, outlook in _outlooks(world).items():
        assert look(person, world.facts, world.timing, world.now) == outlook


@given(worlds())
def test_keys_are_unique(world: World) -> None:
    outlooks = _outlooks(world)
    for outlook in outlooks.values():
        assert max(Counter(r.key for r in _all(outlook)).values(), default=1) == 1
    assert max(Counter(r.key for r in in_order(outlooks)).values(), default=1) == 1


@given(worlds())
def test_a_list_begins_with_what_is_due_and_matters_most(world: World) -> None:
    listed = in_order(_outlooks(world))
    places = [(not r.active, r.kind.priority, r.due) for r in listed]
    assert places == sorted(places)


@given(worlds())
def test_nothing_is_suggested_about_people_put_aside(world: World) -> None:
    for outlook in _outlooks(world).values():
        assert outlook.status is Status.ACTIVE or not _all(outlook)


@given(worlds())
def test_one_relationship_nudge_at_a_time_and_none_beside_a_thank_you(world: World) -> None:
    for outlook in _outlooks(world).values():
        nudges = [r for r in outlook.active if r.kind.is_relationship_nudge]
        thanks = [r for r in outlook.reminders if r.kind is Kind.THANK_YOU]
        assert len(nudges) <= 1
        assert not (nudges and thanks)
        assert len(thanks) <= 1


@given(worlds())
def test_what_is_held_back_waits_for_a_reason(world: World) -> None:
    for outlook in _outlooks(world).values():
        for held in outlook.held_back:
            assert held.active
            assert held.kind.is_relationship_nudge
            before = [r for r in outlook.reminders if r.kind is Kind.THANK_YOU]
            before += [
                r for r in outlook.active if r.kind.is_relationship_nudge and r.kind.priority <= held.kind.priority
            ]
            assert before or outlook.next_meeting is not None


@given(worlds())
def test_nothing_is_due_at_night(world: World) -> None:
    rhythm = worktime(world.timing)
    for outlook in _outlooks(world).values():
        for reminder in _all(outlook):
            assert reminder.kind is Kind.MEETING_SOON or not rhythm.is_quiet(reminder.due), reminder
            assert all(reminder.kind is Kind.MEETING_SOON or not rhythm.is_quiet(p) for p in reminder.popups)


@given(worlds())
def test_what_can_wait_is_due_on_a_business_day(world: World) -> None:
    rhythm = worktime(world.timing)
    for outlook in _outlooks(world).values():
        for reminder in _all(outlook):
            fits_any_day = reminder.kind in ANY_DAY or reminder.variant in ("meeting", "both", "no_show_them")
            if not fits_any_day and not reminder.snoozes:
                assert all(rhythm.is_business_day(rhythm.day(at)) for at in (reminder.due, *reminder.popups)), reminder


@given(worlds())
def test_nobody_is_nudged_more_than_twice_or_than_the_user_wants(world: World) -> None:
    allowed = min(world.timing.max_nudges, NUDGE_CAP)
    for person, outlook in _outlooks(world).items():
        if any(r.kind is Kind.FOLLOW_UP for r in _all(outlook)):
            assert outlook.nudges < allowed
            assert _nudges_in_a_row(world, person) < allowed


def _nudges_in_a_row(world: World, person: str) -> int:
    """Counted from the end, back to a request or anything they said or did."""
    nudges = 0
    for fact in reversed([fact for fact in world.facts if fact.at <= world.now]):
        if isinstance(fact, f.Sent) and fact.pid == person:
            if fact.kind in REQUESTS or fact.needs_reply:
                break
            nudges += fact.kind is f.OutKind.NUDGE
        elif isinstance(fact, f.GatheringFact) or (isinstance(fact, f.PersonFact) and fact.pid == person):
            break
    return nudges


@given(worlds())
def test_who_said_no_or_rests_is_asked_for_nothing(world: World) -> None:
    for outlook in _outlooks(world).values():
        if outlook.stage in (Stage.DECLINED, Stage.WITHDRAWN, Stage.QUIET, Stage.KIT_PAUSED):
            assert not NEVER_ASKED & {r.kind for r in _all(outlook)}


@given(worlds())
def test_the_last_word_of_a_stranger_who_said_no_ends_it(world: World) -> None:
    for person, outlook in _outlooks(world).items():
        past = [fact for fact in world.facts if fact.at <= world.now]
        theirs = [x for x in past if isinstance(x, f.Sent | f.Received) and x.pid == person]
        said_no = bool(theirs) and isinstance(theirs[-1], f.Received) and theirs[-1].kind is f.InKind.NO
        if said_no and not any(isinstance(x, f.MeetingAgreed | f.Encountered | f.Joined | f.Withdrawn) for x in past):
            helped = any(isinstance(x, f.Received) and x.kind is f.InKind.ANSWER for x in theirs)
            assert helped or outlook.stage is Stage.DECLINED


@given(worlds())
def test_three_popups_at_most_the_first_when_it_is_due(world: World) -> None:
    for outlook in _outlooks(world).values():
        for reminder in _all(outlook):
            assert len(reminder.popups) <= 3
            assert reminder.popups[0] == reminder.due
            assert list(reminder.popups) == sorted(set(reminder.popups))


@given(worlds())
def test_what_is_yet_to_happen_changes_nothing(world: World) -> None:
    past = [fact for fact in world.facts if fact.at <= world.now]
    known = look_all(past, world.timing, world.now)
    for person, outlook in _outlooks(world).items():
        without = known.get(person) or look(person, past, world.timing, world.now)
        assert replace(outlook, valid_until=None) == replace(without, valid_until=None)


@given(worlds(), st.floats(0, 1, exclude_max=True))
def test_an_outlook_holds_until_it_says(world: World, share: float) -> None:
    for person, outlook in _outlooks(world).items():
        until = outlook.valid_until
        assert until is None or until > world.now
        later = world.now + share * ((until or world.now + timedelta(days=400)) - world.now)
        last = until - timedelta(seconds=1) if until else later
        for instant in {min(later, last), max(last, world.now)}:
            assert look(person, world.facts, world.timing, instant) == outlook


@given(worlds())
def test_active_means_due_and_overdue_means_past_the_deadline(world: World) -> None:
    for outlook in _outlooks(world).values():
        for reminder in _all(outlook):
            assert reminder.active == (reminder.due <= world.now)
            assert reminder.overdue == (reminder.deadline is not None and reminder.deadline <= world.now)
            assert reminder.expires is None or reminder.expires > world.now


@given(worlds())
def test_thank_yous_end_when_they_are_given(world: World) -> None:
    """Thanking for what the reminder names settles it, and nothing older comes up instead."""
    for person, outlook in _outlooks(world).items():
        for reminder in outlook.reminders:
            if reminder.kind is Kind.THANK_YOU:
                mid = reminder.key.split(":")[1]
                thanks = f.Thanked(at=world.now, seq=999, mid=mid, pids=(person,), how=f.ThanksHow.CARD)
                past = [fact for fact in world.facts if fact.at <= world.now]
                after = look(person, [*past, thanks], world.timing, world.now)
                assert not any(r.kind is Kind.THANK_YOU for r in after.reminders)
                assert after.stage is not Stage.MET
