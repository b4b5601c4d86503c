"""A pile of overdue things becomes a little each day."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.fresh_start import A_DAY, NOT_MOVED, PILE, afresh, is_a_pile
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime

NOW = datetime(2026, 3, 19, 14, 0, tzinfo=UTC)
"""A Thursday."""
TIMING = Timing()


def thing(kind: Kind, days_ago: float, number: int = 0) -> Reminder:
    due = NOW - timedelta(days=days_ago)
    return Reminder(f"{kind}:{number}", kind, f"p{number}", due, active=True)


def test_a_pile_is_a_number_of_things_left_lying() -> None:
    lying = [thing(Kind.THANK_YOU, 3, number) for number in range(PILE)]
    assert is_a_pile(lying, NOW)
    assert not is_a_pile([*lying[1:], thing(Kind.THANK_YOU, 1)], NOW)


def test_three_today_and_three_on_each_coming_working_day() -> None:
    due = [thing(Kind.REPLY_NEEDED, 40, number) for number in range(8)]
    plan = afresh(due, NOW, TIMING)
    assert plan.today == tuple(due[:3])
    days = [(reminder.key, day.date().isoformat()) for reminder, day in plan.later]
    assert days == [
        ("REPLY_NEEDED:3", "2026-03-20"),
        ("REPLY_NEEDED:4", "2026-03-20"),
        ("REPLY_NEEDED:5", "2026-03-20"),
        ("REPLY_NEEDED:6", "2026-03-23"),
        ("REPLY_NEEDED:7", "2026-03-23"),
    ]
    assert plan.let_go == ()


def test_only_ones_own_ideas_fade_and_only_after_a_while() -> None:
    old, fresh, owed = thing(Kind.KEEP_IN_TOUCH, 20), thing(Kind.FOLLOW_UP, 13), thing(Kind.THANK_YOU, 50)
    plan = afresh([owed, fresh, old], NOW, TIMING)
    assert (plan.let_go, plan.today) == ((old,), (owed, fresh))
    assert afresh([owed, fresh, old], NOW, TIMING, frozenset({old.key})).today == (owed, fresh, old)


@given(st.lists(st.tuples(st.sampled_from(list(Kind)), st.floats(0, 90)), max_size=40))
def test_nothing_is_lost_and_no_day_gets_too_much(told: list[tuple[Kind, float]]) -> None:
    due = [thing(kind, days, number) for number, (kind, days) in enumerate(told)]
    plan = afresh(due, NOW, TIMING)
    dealt = [*plan.today, *(reminder for reminder, _day in plan.later), *plan.let_go]
    assert sorted(r.key for r in dealt) == sorted(r.key for r in due if r.kind not in NOT_MOVED)
    assert len(plan.today) <= A_DAY
    assert max(Counter(day for _reminder, day in plan.later).values(), default=0) <= A_DAY
    assert all(day > NOW and worktime(TIMING).is_business_day(worktime(TIMING).day(day)) for _r, day in plan.later)
    assert all(reminder.kind.is_relationship_nudge for reminder in plan.let_go)
