"""The one next step for a person: what the most important reminder asks for, else what their stage calls for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from otnet_desktop.domain.people import Status
from otnet_desktop.domain.reminders import Ball, Kind, Outlook, Reminder, Stage
from otnet_desktop.domain.research import Research


class Action(StrEnum):
    """What to do next."""

    FOLLOW_UP = "follow_up"
    """What a reminder asks for."""
    SAY_WHY = "say_why"
    ASK_GATEKEEPER = "ask_gatekeeper"
    NOTE_ONE_THING = "note_one_thing"
    ADD_ADDRESS = "add_address"
    WRITE_FIRST = "write_first"
    WAIT = "wait"
    """It is their turn: an answer can be logged."""
    ANSWER = "answer"
    OFFER_TIMES = "offer_times"
    BOOK = "book"
    PREPARE = "prepare"
    SAY_HOW_IT_WENT = "say_how_it_went"
    THANK = "thank"
    CHOOSE_CADENCE = "choose_cadence"
    IN_TOUCH = "in_touch"
    TELL = "tell"
    """In touch, and there is a reason to write."""
    WAIT_UNTIL = "wait_until"
    """They asked to be written to later."""
    REST = "rest"
    NOTHING = "nothing"
    """Closed: archived, do not contact, or died."""


@dataclass(frozen=True, slots=True)
class Step:
    """An action, the reminder behind it if there is one, and the instant it belongs to if that is known.

    ``due`` is True only for an active reminder: nothing else asks for attention.
    """

    action: Action
    reminder: Reminder | None = None
    when: datetime | None = None
    due: bool = False


SAID_BY_THE_STAGE = frozenset(
    {Kind.FOLLOW_UP, Kind.ASK_AGAIN, Kind.KEEP_IN_TOUCH, Kind.MEETING_PREP, Kind.MEETING_SOON, Kind.MEETING_OUTCOME}
)
"""Upcoming reminders that only tell when: until they are due, the stage says better what there is to do."""

HOMEWORK = frozenset({Stage.IDEA, Stage.PREPARING, Stage.READY})
TALKING = frozenset({Stage.IN_CONVERSATION, Stage.SCHEDULING, Stage.RESCHEDULING})

ON_GOOD_TERMS = frozenset({Stage.THANKED, Stage.IN_TOUCH})

PLAIN = {
    Stage.AWAITING_REPLY: Action.WAIT,
    Stage.NUDGED: Action.WAIT,
    Stage.MET: Action.THANK,
    Stage.THANKED: Action.CHOOSE_CADENCE,
    Stage.ADDRESS_PROBLEM: Action.ADD_ADDRESS,
    Stage.IN_TOUCH: Action.IN_TOUCH,
    Stage.LATER: Action.WAIT_UNTIL,
    Stage.KIT_PAUSED: Action.REST,
    Stage.DECLINED: Action.REST,
    Stage.QUIET: Action.REST,
    Stage.WITHDRAWN: Action.REST,
}
"""Stages that call for the same thing whatever else is known."""


def next_step(
    outlook: Outlook, research: Research, *, reachable: bool, cadence: int | None = None, has_reason: bool = False
) -> Step:
    """What to do next about somebody.

    ``reachable``: there is an address or number that works. ``cadence``: the days chosen between two notes, 0 for
    never; ``None`` as long as nothing was chosen, and only then it is asked for. ``has_reason``: there is something to
    write about, to somebody one is on good terms with.
    """
    if outlook.status is not Status.ACTIVE:
        return Step(Action.NOTHING)
    first = outlook.reminders[0] if outlook.reminders else None
    if first is not None and (first.active or first.kind not in SAID_BY_THE_STAGE):
        return Step(Action.FOLLOW_UP, first, first.due, due=first.active)
    action = _called_for(outlook, research, reachable)
    if has_reason and outlook.stage in ON_GOOD_TERMS:
        return Step(Action.TELL)
    if action is Action.CHOOSE_CADENCE and cadence is not None:
        action = Action.REST
    if action is Action.PREPARE:
        return Step(action, first, outlook.next_meeting)
    return Step(action, first, first.due if first else None)


def _called_for(outlook: Outlook, research: Research, reachable: bool) -> Action:
    if outlook.stage in HOMEWORK:
        return _homework(research, reachable)
    if outlook.stage in TALKING:
        return _talking(outlook.stage, outlook.ball)
    if outlook.stage is Stage.SCHEDULED:
        return Action.PREPARE if outlook.next_meeting else Action.SAY_HOW_IT_WENT
    return PLAIN[outlook.stage]


def _homework(research: Research, reachable: bool) -> Action:
    purpose = research.purpose
    if purpose is None:
        return Action.SAY_WHY
    if purpose.asks_gatekeeper:
        return Action.ASK_GATEKEEPER
    if not research.key_points:
        return Action.NOTE_ONE_THING
    return Action.WRITE_FIRST if reachable else Action.ADD_ADDRESS


def _talking(stage: Stage, ball: Ball) -> Action:
    if ball is Ball.THEM:
        return Action.WAIT
    if ball is Ball.NONE:
        return Action.BOOK
    return Action.ANSWER if stage is Stage.IN_CONVERSATION else Action.OFFER_TIMES
