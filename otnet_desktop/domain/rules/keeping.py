"""Reminders that keep a relationship alive: closing the loop, telling the news, congratulating, keeping in touch."""

from __future__ import annotations

from datetime import datetime, timedelta

from otnet_desktop.domain.facts import OpportunityState
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.rules.desk import Desk, Suggestion
from otnet_desktop.domain.rules.promises import opportunity_so_far, title_of
from otnet_desktop.domain.rules.reading import read

NEWS_EXPIRE = CONGRATULATE_EXPIRE = timedelta(days=30)
"""Later than this a note would come out of the blue."""

KEEP_IN_TOUCH_AGAIN = timedelta(days=14)
"""Keep in touch is shown a second and last time so much later."""


def close_loops(desk: Desk) -> None:
    """I met somebody this person pointed me to, and have not told them."""
    for referred, pointed_at in desk.story.referrals.items():
        met_at = _first_met(desk, referred, pointed_at)
        if met_at is None or desk.story.reached_out_since(met_at):
            continue
        due = desk.rhythm.business_days_after(met_at, desk.timing.close_loop_bd)
        desk.put(
            Suggestion(
                kind=Kind.CLOSE_LOOP,
                key=f"LOOP:{desk.story.person}:{referred}",
                due=due,
                since=met_at,
                expires=due + timedelta(days=desk.timing.close_loop_expire_days),
                values={"referred": referred},
            )
        )


def _first_met(desk: Desk, person: str, since: datetime) -> datetime | None:
    theirs = read(person, desk.case.story_of(person), desk.moment, desk.timing)
    if theirs.status is Status.DECEASED:
        return None
    talks = [talk.known_at for talk in theirs.gatherings.occasions() if talk.known_at >= since]
    return min(talks, default=None)


def tell_news(desk: Desk) -> None:
    """Something this person helped with came true."""
    for oid in desk.case.opportunities_of.get(desk.story.person, ()):
        told = opportunity_so_far(desk, oid)
        if not told or told[-1].state is not OpportunityState.ACCEPTED:
            continue
        helpers = next((note.helpers for note in reversed(told) if note.helpers), ())
        accepted_at = told[-1].at
        for note in reversed(told):
            if note.state is not OpportunityState.ACCEPTED:
                break
            accepted_at = note.at
        if desk.story.person not in helpers or desk.story.reached_out_since(accepted_at):
            continue
        due = desk.rhythm.business_days_after(accepted_at, desk.timing.news_bd)
        desk.put(
            Suggestion(
                kind=Kind.TELL_NEWS,
                key=f"NEWS:{oid}:{desk.story.person}",
                due=due,
                since=accepted_at,
                expires=due + NEWS_EXPIRE,
                values={"title": title_of(told)},
            )
        )


def congratulate(desk: Desk) -> None:
    """Somebody I know changed jobs and can still be reached."""
    moved_at = desk.story.moved_at
    if moved_at is None or not desk.story.met or desk.story.reached_out_since(moved_at):
        return
    due = desk.rhythm.business_days_after(moved_at, desk.timing.congrats_bd)
    desk.put(
        Suggestion(
            kind=Kind.CONGRATULATE,
            key=desk.key("CONGRATS", desk.story.person, moved_at),
            due=due,
            since=moved_at,
            expires=due + CONGRATULATE_EXPIRE,
            values={"when": moved_at.isoformat()},
        )
    )


def keep_in_touch(desk: Desk) -> None:
    """The cadence has gone by since we last had contact, and nothing else is going on."""
    story, rhythm, timing = desk.story, desk.rhythm, desk.timing
    last = story.in_touch_at or story.cadence_set_at
    if not story.cadence_days or last is None or story.cadence_set_at is None:
        return
    if story.notes_unanswered >= timing.kit_unanswered_pause:
        return
    day = rhythm.day(last) + timedelta(days=story.cadence_days)
    if story.refused_at is not None:
        day = max(day, rhythm.day(story.refused_at) + timedelta(days=timing.decline_rest_days))
    due = rhythm.at_work(rhythm.first_business_day(day))
    desk.put(
        Suggestion(
            kind=Kind.KEEP_IN_TOUCH,
            key=desk.key("KIT", story.person, last),
            due=due,
            since=last,
            again=(rhythm.at_work(rhythm.first_business_day(rhythm.day(due) + KEEP_IN_TOUCH_AGAIN)),),
            values={"when": last.isoformat()},
        )
    )
