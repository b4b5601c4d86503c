"""Reminders of the conversation by message: answers owed, follow-ups, coming back, courtesy, drafts, addresses."""

from __future__ import annotations

from datetime import datetime, timedelta

from otnet_desktop.domain.reminders import Ball, Kind, Stage
from otnet_desktop.domain.rules.desk import Desk, Suggestion
from otnet_desktop.domain.rules.exchange import State

REPLY_AGAIN_BD = 3
"""An answer still owed so many business days after it was first due is shown once more."""

AWAY_GRACE_BD = 2
"""Nobody is nudged on the day they come back."""

NO_SHOW_PAUSE = timedelta(hours=2)
"""Time for them to write first."""


def answer_owed(desk: Desk) -> None:
    """They wrote, and it is my turn."""
    exchange = desk.story.exchange
    if exchange.ball is not Ball.ME or exchange.owed_at is None:
        return
    if exchange.state is State.SCHEDULING:
        variant = Stage.SCHEDULING
    elif exchange.state is State.CONVERSATION:
        variant = Stage.IN_CONVERSATION
    else:
        return
    wrote_at = exchange.owed_at
    proposed = exchange.they_proposed and variant is Stage.SCHEDULING
    due = desk.rhythm.business_days_after(wrote_at, desk.timing.reply_bd)
    desk.put(
        Suggestion(
            kind=Kind.REPLY_NEEDED,
            key=f"REPLY:{desk.story.person}:{desk.rhythm.local(wrote_at):%Y%m%d%H%M}",
            due=due,
            since=wrote_at,
            variant=variant,
            again=(desk.rhythm.business_days_after(due, REPLY_AGAIN_BD),),
            values={"when": wrote_at.isoformat()} | ({"they": "proposed"} if proposed else {}),
        )
    )


def follow_up_key(desk: Desk) -> str:
    """Names the next nudge of this approach."""
    exchange = desk.story.exchange
    return f"FOLLOWUP:{desk.story.person}:{exchange.approach}:{exchange.nudges}"


def follow_up(desk: Desk) -> None:
    """They have not answered, and one more message is still kind."""
    exchange, rhythm = desk.story.exchange, desk.rhythm
    if not exchange.is_waiting or exchange.asked_at is None or exchange.nudges >= desk.timing.nudges_allowed:
        return
    due = rhythm.business_days_after(exchange.asked_at, desk.timing.follow_up_bd)
    if exchange.away_until is not None:
        due = max(due, rhythm.at_work(rhythm.add_business_days(exchange.away_until, AWAY_GRACE_BD)))
    is_last = exchange.nudges + 1 >= desk.timing.nudges_allowed
    place = "more" if not is_last else "last" if exchange.nudges else "only"
    desk.put(
        Suggestion(
            kind=Kind.FOLLOW_UP,
            key=follow_up_key(desk),
            due=due,
            since=exchange.asked_at,
            variant=exchange.waiting_for,
            values={"sent": exchange.asked_at.isoformat(), "place": place},
        )
    )


def ask_again(desk: Desk) -> None:
    """They asked me to come back later, and it is later."""
    exchange, rhythm = desk.story.exchange, desk.rhythm
    if exchange.state is not State.LATER or exchange.put_off_at is None:
        return
    day = exchange.ask_again_on
    if day is None:
        day = rhythm.day(exchange.put_off_at) + timedelta(days=desk.timing.later_default_days)
    desk.put(
        Suggestion(
            kind=Kind.ASK_AGAIN,
            key=f"ASKAGAIN:{desk.story.person}:{day:%Y%m%d}",
            due=rhythm.at_work(rhythm.first_business_day(day)),
            since=exchange.put_off_at,
            values={"when": exchange.put_off_at.isoformat(), "on": day.isoformat()},
        )
    )


def thank_for_honest_answer(desk: Desk) -> None:
    """They said no; one courteous line, or nothing."""
    exchange, rhythm = desk.story.exchange, desk.rhythm
    if exchange.said_no_at is None:
        return
    due = rhythm.business_days_after(exchange.said_no_at, desk.timing.decline_ack_bd)
    desk.put(
        Suggestion(
            kind=Kind.DECLINE_ACK,
            key=f"DECLACK:{desk.story.person}:{exchange.approach}",
            due=due,
            since=exchange.said_no_at,
            expires=rhythm.business_days_after(due, desk.timing.decline_ack_expire_bd),
            values={"when": exchange.said_no_at.isoformat()},
        )
    )


def draft_waiting(desk: Desk) -> None:
    """A message was written and not sent. A time one chose for it while writing may come before the usual one."""
    draft_at = desk.story.draft_at
    if draft_at is None:
        return
    key = desk.key("DRAFT", desk.story.person, draft_at)
    usual = desk.rhythm.business_days_after(draft_at, desk.timing.stale_draft_bd)
    desk.put(
        Suggestion(
            kind=Kind.STALE_DRAFT,
            key=key,
            due=min(usual, desk.put_off_to(key, since=draft_at) or usual),
            since=draft_at,
            values={"when": draft_at.isoformat()},
        )
    )


def address_to_fix(desk: Desk) -> None:
    """A message came back, or the address went with the job."""
    exchange, lost_at = desk.story.exchange, desk.story.address_lost_at
    if exchange.state is State.ADDRESS_PROBLEM and exchange.bounced_at is not None:
        _fix_address(desk, exchange.bounced_at, "bounced")
    elif lost_at is not None:
        _fix_address(desk, lost_at, "moved")


def _fix_address(desk: Desk, noticed_at: datetime, variant: str) -> None:
    desk.put(
        Suggestion(
            kind=Kind.FIX_ADDRESS,
            key=desk.key("ADDR", desk.story.person, noticed_at),
            due=desk.rhythm.shift(noticed_at, any_day=False),
            since=noticed_at,
            variant=variant,
            values={"when": noticed_at.isoformat()},
        )
    )


def meeting_to_replace(desk: Desk) -> None:
    """A meeting fell through, and it is on me to write."""
    exchange, rhythm, timing = desk.story.exchange, desk.rhythm, desk.timing
    at = exchange.broken_off_at
    if exchange.state is not State.RESCHEDULING or exchange.ball is not Ball.ME or at is None:
        return
    gatherings = desk.story.gatherings
    values = {"times": str(max(gatherings.cancels, 1))}
    if exchange.was_planned_for is not None:
        values["when"] = exchange.was_planned_for.isoformat()
    match exchange.broken_off_why:
        case "no_show_me":
            key = desk.key("APOLOGY", desk.story.person, at)
            desk.put(
                Suggestion(kind=Kind.APOLOGY, key=key, due=rhythm.shift(at, any_day=True), since=at, values=values)
            )
            return
        case "cancelled_by_them":
            due = rhythm.business_days_after(at, timing.resched_them_bd)
        case "cancelled_by_me":
            due = rhythm.business_days_after(at, timing.resched_me_bd)
        case _:
            due = rhythm.shift(at + NO_SHOW_PAUSE, any_day=True)
    key = desk.key("RESCHED", desk.story.person, at)
    desk.put(
        Suggestion(kind=Kind.RESCHEDULE, key=key, due=due, since=at, variant=exchange.broken_off_why, values=values)
    )
