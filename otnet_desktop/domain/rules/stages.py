"""Where a person stands on the journey, and whose turn it is."""

from __future__ import annotations

from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.reminders import Ball, Stage
from otnet_desktop.domain.rules.desk import Desk
from otnet_desktop.domain.rules.exchange import State
from otnet_desktop.domain.rules.gatherings import Gathering
from otnet_desktop.domain.rules.outreach import follow_up_key
from otnet_desktop.domain.rules.story import Story
from otnet_desktop.domain.rules.thanks import open_occasions

ENDED = {
    State.DECLINED: Stage.DECLINED,
    State.WITHDRAWN: Stage.WITHDRAWN,
    State.RESTING: Stage.QUIET,
    State.ADDRESS_PROBLEM: Stage.ADDRESS_PROBLEM,
}
"""States that say so even while a meeting is in the calendar."""

UNDER_WAY = {
    State.AWAITING: Stage.AWAITING_REPLY,
    State.SCHEDULING: Stage.SCHEDULING,
    State.CONVERSATION: Stage.IN_CONVERSATION,
    State.RESCHEDULING: Stage.RESCHEDULING,
    State.LATER: Stage.LATER,
}

OPEN_GATES = frozenset({Gate.NOT_NEEDED, Gate.CLEARED})
"""A placement is not asked for past the school's gatekeeper."""


def meetings_ahead(desk: Desk) -> list[Gathering]:
    """Agreed and not over, the next first."""
    ahead = [meeting for meeting in desk.story.gatherings.open if not desk.moment.has_reached(meeting.end)]
    return sorted(ahead, key=lambda meeting: (meeting.start, meeting.mid))


def stage_of(desk: Desk) -> Stage:
    """The stage at the moment."""
    story, exchange = desk.story, desk.story.exchange
    if exchange.state in ENDED:
        return ENDED[exchange.state]
    if meetings_ahead(desk):
        return Stage.SCHEDULED
    if exchange.state is not State.NONE and not _has_run_out(story):
        return _stage_of_conversation(desk)
    if story.gatherings.open:
        return Stage.SCHEDULED  # it is over, but nobody has said how it went
    return _stage_between_conversations(story, desk.timing.kit_unanswered_pause)


def _stage_of_conversation(desk: Desk) -> Stage:
    if _is_resting(desk):
        return Stage.QUIET
    exchange = desk.story.exchange
    if exchange.state is State.AWAITING and exchange.nudges:
        return Stage.NUDGED
    return UNDER_WAY[exchange.state]


def _is_resting(desk: Desk) -> bool:
    """Nobody answered, nothing more is to be sent, and time has passed."""
    exchange, timing = desk.story.exchange, desk.timing
    if exchange.ball is Ball.ME or exchange.asked_at is None or exchange.state is State.LATER:
        return False
    may_still_nudge = (
        exchange.is_waiting
        and exchange.nudges < timing.nudges_allowed
        and not desk.is_dismissed(follow_up_key(desk), since=exchange.asked_at)
    )
    if may_still_nudge:
        return False
    return desk.moment.has_reached(desk.rhythm.business_days_after(exchange.asked_at, timing.quiet_after_bd))


def _has_run_out(story: Story) -> bool:
    """A chat with somebody I know in which nobody owes an answer is over."""
    return story.met and story.exchange.state is State.CONVERSATION and story.exchange.ball is Ball.NONE


def _stage_between_conversations(story: Story, pause_after: int) -> Stage:
    if open_occasions(story):
        return Stage.MET
    if story.cadence_days:
        return Stage.KIT_PAUSED if story.notes_unanswered >= pause_after else Stage.IN_TOUCH
    if story.met:
        return Stage.THANKED
    if story.has_purpose and story.has_key_point and story.is_reachable and story.gate in OPEN_GATES:
        return Stage.READY
    has_begun = story.has_purpose or story.has_key_point or story.has_begun
    return Stage.PREPARING if has_begun else Stage.IDEA


def whose_turn(story: Story, stage: Stage) -> Ball:
    """Mine, theirs or nobody's."""
    match stage:
        case Stage.MET:
            return Ball.ME
        case Stage.AWAITING_REPLY | Stage.NUDGED | Stage.SCHEDULING | Stage.IN_CONVERSATION | Stage.RESCHEDULING:
            return story.exchange.ball
        case Stage.ADDRESS_PROBLEM:
            return Ball.ME
    return Ball.NONE
