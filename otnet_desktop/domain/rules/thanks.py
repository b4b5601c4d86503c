"""Thank-yous: one at a time per person, once per occasion."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from otnet_desktop.domain.facts import Fact, Thanked
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.rules.casefile import in_order
from otnet_desktop.domain.rules.desk import Desk
from otnet_desktop.domain.rules.gatherings import Occasion
from otnet_desktop.domain.rules.story import Settlement, Story

NOTE_DEADLINE_BD = 2
"""A note after an encounter or an answer is on time until the evening so many business days later."""

AGAIN_DAYS = (1, 3)
"""A thank-you still due is shown again when work begins so many days later."""


def open_occasions(story: Story) -> list[Occasion]:
    """What has not been thanked for. A note for one occasion covers the earlier ones known when it was given."""
    occasions = story.occasions
    by_mid = {occasion.mid: occasion for occasion in occasions}
    covered: set[str] = set()
    for settled in story.settlements:
        about = by_mid.get(settled.mid)
        if about is not None:
            covered.add(about.mid)
        covered.update(
            earlier.mid
            for earlier in occasions
            if earlier.known_at <= settled.at
            and (earlier.when < about.when if about is not None else _is_meant(settled, earlier))
        )
    return [occasion for occasion in occasions if occasion.mid not in covered]


def _is_meant(settled: Settlement, occasion: Occasion) -> bool:
    return settled.for_everything or (settled.mid == "" and occasion.kind == "answer")


def thank_you(desk: Desk) -> None:
    """One reminder for everything still open, timed by the latest occasion."""
    on_list = timedelta(days=desk.timing.thank_list_days)
    waiting = [o for o in open_occasions(desk.story) if not desk.moment.has_reached(o.when + on_list)]
    if not waiting:
        return
    latest = waiting[-1]
    if latest.kind == "meeting":
        _after_a_meeting(desk, latest, "both" if len(waiting) > 1 else latest.kind, on_list)
    else:
        _short_note(desk, latest, "both" if len(waiting) > 1 else latest.kind, on_list)


def _after_a_meeting(desk: Desk, occasion: Occasion, variant: str, on_list: timedelta) -> None:
    timing, rhythm = desk.timing, desk.rhythm
    due = max(occasion.when + timedelta(minutes=timing.thank_delay_min), occasion.known_at)
    due = rhythm.shift(due, any_day=True)
    day = rhythm.day(due)
    again = [rhythm.at_work(day + timedelta(days=days)) for days in AGAIN_DAYS]
    deadline = occasion.when + timedelta(hours=timing.thank_deadline_h)
    _put(desk, occasion, variant, due, deadline, again, on_list)


def _short_note(desk: Desk, occasion: Occasion, variant: str, on_list: timedelta) -> None:
    rhythm = desk.rhythm
    due = rhythm.business_days_after(occasion.known_at, 1)
    day = rhythm.day(due)
    again = [rhythm.at_work(rhythm.first_business_day(day + timedelta(days=days))) for days in AGAIN_DAYS]
    deadline = rhythm.end_of_work(rhythm.add_business_days(rhythm.day(occasion.when), NOTE_DEADLINE_BD))
    _put(desk, occasion, variant, due, deadline, again, on_list)


def _put(
    desk: Desk,
    occasion: Occasion,
    variant: str,
    due: datetime,
    deadline: datetime,
    again: list[datetime],
    on_list: timedelta,
) -> None:
    desk.put(
        Kind.THANK_YOU,
        f"THANKS:{occasion.mid}:{desk.story.person}",
        due,
        since=occasion.known_at,
        variant=variant,
        meeting="" if occasion.kind == "answer" else occasion.mid,
        deadline=deadline,
        expires=occasion.when + on_list,
        again=again,
        popups=desk.timing.thank_popups,
        values={"when": occasion.when.isoformat(), "event": occasion.event},
    )


def ledger(facts: Iterable[Fact]) -> dict[tuple[str, str], Thanked]:
    """Which thank-you counts for (mid, person): the first one, unless a later one was forced."""
    given: dict[tuple[str, str], Thanked] = {}
    for fact in in_order(fact for fact in facts if isinstance(fact, Thanked)):
        for pid in fact.pids:
            if fact.forced or (fact.mid, pid) not in given:
                given[fact.mid, pid] = fact
    return given
