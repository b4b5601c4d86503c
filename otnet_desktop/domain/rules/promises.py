"""Reminders of what was promised, and of opportunities with a deadline."""

from __future__ import annotations

from datetime import date, timedelta

from otnet_desktop.domain.facts import OpportunityNoted, OpportunityState, PromiseMade, Side
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.rules.desk import Desk, Suggestion
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime

PROMISE_AGAIN_BD = 2
"""A promise still open so many business days after it was due is shown once more."""

DEADLINE_DAYS = (7, 1)
"""A deadline is told so many days ahead; the later reminder replaces the earlier."""

STILL_POSSIBLE = frozenset({OpportunityState.OPEN, OpportunityState.EXPLORING, OpportunityState.APPLYING})


def usual_day(made_on: date, timing: Timing) -> date:
    """By when a promise is to be kept that named no day."""
    return worktime(timing).add_business_days(made_on, timing.promise_default_bd)


def reminded_on(by: Side, day: date, timing: Timing) -> date:
    """When a promise for ``day`` is reminded of: mine on time, theirs only when it is late."""
    rhythm = worktime(timing)
    if by is Side.ME:
        return rhythm.last_business_day(day)
    return rhythm.add_business_days(day, timing.their_promise_grace_bd)


def promises(desk: Desk) -> None:
    """Mine when they come due, theirs when they are late."""
    for promise in desk.story.promises.values():
        day = promise.due_on or usual_day(desk.rhythm.day(promise.at), desk.timing)
        if promise.by is Side.ME:
            _mine(desk, promise, day)
        else:
            _theirs(desk, promise, day)


def _mine(desk: Desk, promise: PromiseMade, day: date) -> None:
    rhythm = desk.rhythm
    due = rhythm.at_work(reminded_on(Side.ME, day, desk.timing))
    desk.put(
        Suggestion(
            kind=Kind.PROMISE_DUE,
            key=f"PROMISE:{promise.cid}",
            due=due,
            since=promise.at,
            deadline=rhythm.end_of_work(day),
            again=(rhythm.business_days_after(due, PROMISE_AGAIN_BD),),
            values={"text": promise.text, "on": day.isoformat()},
        )
    )


def _theirs(desk: Desk, promise: PromiseMade, day: date) -> None:
    due = desk.rhythm.at_work(reminded_on(Side.THEM, day, desk.timing))
    if desk.story.reached_out_since(due):
        return  # one gentle reminder is enough, whatever it was about
    desk.put(
        Suggestion(
            kind=Kind.THEIR_PROMISE,
            key=f"THEIRS:{promise.cid}",
            due=due,
            since=promise.at,
            values={"text": promise.text, "on": day.isoformat()},
        )
    )


def deadlines(desk: Desk) -> None:
    """Opportunities that came through this person and can still be taken."""
    for oid in desk.case.opportunities_of.get(desk.story.person, ()):
        told = opportunity_so_far(desk, oid)
        if not told or told[-1].state not in STILL_POSSIBLE:
            continue
        came_through = [note.pid for note in told if note.pid]
        dated = [note for note in told if note.deadline is not None]
        if dated and (came_through[-1] if came_through else "") == desk.story.person:
            _deadline_near(desk, dated[-1], title_of(told))


def _deadline_near(desk: Desk, note: OpportunityNoted, title: str) -> None:
    if note.deadline is None:
        return
    rhythm = desk.rhythm
    tellings = [(d, rhythm.at_work(rhythm.last_business_day(note.deadline - timedelta(days=d)))) for d in DEADLINE_DAYS]
    for index, (days, due) in enumerate(tellings):
        if any(desk.moment.has_reached(later) for _, later in tellings[index + 1 :]):
            continue
        desk.put(
            Suggestion(
                kind=Kind.OPPORTUNITY_DEADLINE,
                key=f"OPP:{note.oid}:{days}",
                due=due,
                since=note.at,
                variant=f"{days}d",
                deadline=rhythm.end_of_work(note.deadline),
                expires=rhythm.midnight_after(note.deadline),
                values={"title": title, "on": note.deadline.isoformat()},
            )
        )


def opportunity_so_far(desk: Desk, oid: str) -> list[OpportunityNoted]:
    """What has been told of it up to the moment."""
    return [note for note in desk.case.opportunities[oid] if desk.moment.has_reached(note.at)]


def title_of(told: list[OpportunityNoted]) -> str:
    """The last title given."""
    return next((note.title for note in reversed(told) if note.title), "")
