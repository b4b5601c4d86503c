"""When meetings are: found by the index, however many there ever were."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from otnet_desktop.domain.meetings import LONGEST, MeetingPlan
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, plan


def test_what_lasts_longest_is_found_from_its_last_minute_on(store: Store) -> None:
    ann, begin = add_person(store), NOW - LONGEST
    number = store.meetings.add("m", "m@uid", replace(plan(ann), start=begin, end=NOW))
    last_minute = NOW - timedelta(minutes=1), NOW + timedelta(hours=1)
    assert [meeting.id for meeting in store.meetings.between(*last_minute)] == [number]
    assert store.meeting_times.planned(*last_minute) == [(number, begin, NOW)]
    assert store.meeting_times.is_any(*last_minute)
    for afterwards in (store.meetings.between, store.meeting_times.planned, store.meeting_times.is_any):
        assert not afterwards(NOW, NOW + timedelta(hours=1))


def test_the_nth_meeting_on_either_side_of_a_moment(store: Store) -> None:
    ann = add_person(store)
    for days in (3, 1, 2):
        add_meeting(store, ann, in_days=days)
    second = NOW + timedelta(days=2)
    assert [store.meeting_times.nth_from(second, nth) for nth in (1, 2, 3)] == [second, NOW + timedelta(days=3), None]
    assert [store.meeting_times.nth_before(second, nth) for nth in (1, 2)] == [NOW + timedelta(days=1), None]


@pytest.mark.parametrize("ask", ["between", "planned", "is_any"])
def test_what_is_on_at_a_time_is_found_without_looking_at_what_ever_was(store: Store, ask: str) -> None:
    ann = add_person(store)
    for days in range(-400, 0):
        store.meetings.add(f"m{days}", f"m{days}@uid", plan_at(days, ann))
    connection, steps = store.database.connection, 0

    def count() -> None:
        nonlocal steps
        steps += 1

    connection.set_progress_handler(count, 100)
    rows = store.meetings if ask == "between" else store.meeting_times
    getattr(rows, ask)(NOW, NOW + timedelta(days=14))
    connection.set_progress_handler(None, 0)
    assert steps < 10


def plan_at(days: int, *people: PersonId) -> MeetingPlan:
    """An hour with them, so many days from now."""
    start = NOW + timedelta(days=days)
    return replace(plan(*people), start=start, end=start + timedelta(hours=1))
