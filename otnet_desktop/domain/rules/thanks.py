"""Thank-yous: one at a time per person, once per occasion."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from otnet_desktop.domain.facts import Fact, Thanked
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.rules.casefile import in_order
from otnet_desktop.domain.rules.desk import Desk, Suggestion
from otnet_desktop.domain.rules.gatherings import Occasion
from otnet_desktop.domain.rules.story import Story

NOTE_DUE_BD, NOTE_DEADLINE_BD = 1, 2
"""A note after an encounter or an answer is due, and still on time until the evening, so many business days later."""

AGAIN_DAYS = (1, 3)
"""A thank-you still due is shown again when work begins so many days later."""

NEVER = datetime.min.replace(tzinfo=UTC)


def open_occasions(story: Story) -> list[Occasion]:
    """What has not been thanked for. A note for one occasion covers the earlier ones known when it was given."""
    occasions = story.occasions
    known = {occasion.mid for occasion in occasions}
    noted: dict[str, datetime] = {}
    for settled in story.settlements:
        noted[settled.mid] = max(settled.at, noted.get(settled.mid, settled.at))
    loose = [settled for settled in story.settlements if settled.mid not in known]
    everything = max((settled.at for settled in loose if settled.for_everything), default=NEVER)
    answers = max((settled.at for settled in loose if settled.mid == ""), default=NEVER)
    last = everything
    still_open: list[Occasion] = []
    for occasion in reversed(occasions):  # of somebody met for years there are thousands: each is looked at once
        last = max(last, noted.get(occasion.mid, NEVER))
        covering = max(last, answers) if occasion.kind == "answer" else last
        if occasion.mid not in noted and occasion.known_at > covering:  # noted: also where its outcome came later
            still_open.append(occasion)
    return still_open[::-1]


def thank_you(desk: Desk) -> None:
    """One reminder for everything still open, timed by the latest occasion."""
    on_list = timedelta(days=desk.timing.thank_list_days)
    waiting = [o for o in open_occasions(desk.story) if not desk.moment.has_reached(o.when + on_list)]
    if not waiting:
        return
    latest = waiting[-1]
    timed = _after_a_meeting(desk, latest) if latest.kind == "meeting" else _short_note(desk, latest)
    desk.put(
        Suggestion(
            kind=Kind.THANK_YOU,
            key=f"THANKS:{latest.mid}:{desk.story.person}",
            due=timed.due,
            since=latest.known_at,
            variant="both" if len(waiting) > 1 else latest.kind,
            meeting="" if latest.kind == "answer" else latest.mid,
            deadline=timed.deadline,
            expires=latest.when + on_list,
            again=timed.again,
            popups=desk.timing.thank_popups,
            values={"when": latest.when.isoformat(), "event": latest.event},
        )
    )


class Timed(NamedTuple):
    """When a thank-you is due, when it is late, and when it is shown again."""

    due: datetime
    deadline: datetime
    again: tuple[datetime, ...]


def _after_a_meeting(desk: Desk, occasion: Occasion) -> Timed:
    """The same day, or when it was recorded; quiet days do not matter."""
    timing, rhythm = desk.timing, desk.rhythm
    due = max(occasion.when + timedelta(minutes=timing.thank_delay_min), occasion.known_at)
    due = rhythm.shift(due, any_day=True)
    day = rhythm.day(due)
    again = tuple(rhythm.at_work(day + timedelta(days=days)) for days in AGAIN_DAYS)
    return Timed(due, occasion.when + timedelta(hours=timing.thank_deadline_h), again)


def _short_note(desk: Desk, occasion: Occasion) -> Timed:
    """The next business day."""
    rhythm = desk.rhythm
    due = rhythm.business_days_after(occasion.known_at, NOTE_DUE_BD)
    day = rhythm.day(due)
    again = tuple(rhythm.at_work(rhythm.first_business_day(day + timedelta(days=days))) for days in AGAIN_DAYS)
    deadline = rhythm.end_of_work(rhythm.add_business_days(rhythm.day(occasion.when), NOTE_DEADLINE_BD))
    return Timed(due, deadline, again)


def ledger(facts: Iterable[Fact]) -> dict[tuple[str, str], Thanked]:
    """Which thank-you counts for (mid, person): the first one, unless a later one was forced."""
    given: dict[tuple[str, str], Thanked] = {}
    for fact in in_order(fact for fact in facts if isinstance(fact, Thanked)):
        for pid in fact.pids:
            if fact.forced or (fact.mid, pid) not in given:
                given[fact.mid, pid] = fact
    return given
