"""Exactly one next step for everybody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.next_step import Action, next_step
from otnet_desktop.domain.people import Status
from otnet_desktop.domain.reminders import Ball, Kind, Outlook, Reminder, Stage
from otnet_desktop.domain.research import KeyPoint, Purpose, Research

NOW = datetime(2026, 3, 18, 14, tzinfo=UTC)
TOMORROW = NOW + timedelta(days=1)
KNOWN = Research(purposes=(Purpose("setting_info", id=1),), key_points=(KeyPoint("Wrote a guide"),))


def reminder(kind: Kind, *, active: bool) -> Reminder:
    return Reminder("key", kind, "ada", NOW if active else TOMORROW, active)


@pytest.mark.parametrize(
    ("stage", "action"),
    [
        (Stage.AWAITING_REPLY, Action.WAIT),
        (Stage.NUDGED, Action.WAIT),
        (Stage.SCHEDULED, Action.SAY_HOW_IT_WENT),
        (Stage.MET, Action.THANK),
        (Stage.THANKED, Action.CHOOSE_CADENCE),
        (Stage.IN_TOUCH, Action.IN_TOUCH),
        (Stage.KIT_PAUSED, Action.REST),
        (Stage.LATER, Action.WAIT_UNTIL),
        (Stage.DECLINED, Action.REST),
        (Stage.QUIET, Action.REST),
        (Stage.WITHDRAWN, Action.REST),
        (Stage.ADDRESS_PROBLEM, Action.ADD_ADDRESS),
    ],
)
def test_each_stage_calls_for_one_thing(stage: Stage, action: Action) -> None:
    assert next_step(Outlook("ada", stage), KNOWN, reachable=True).action is action


@pytest.mark.parametrize(("cadence", "action"), [(None, Action.CHOOSE_CADENCE), (0, Action.REST)])
def test_how_often_is_asked_only_as_long_as_nothing_was_chosen(cadence: int | None, action: Action) -> None:
    outlook = Outlook("ada", Stage.THANKED)
    assert next_step(outlook, KNOWN, reachable=True, cadence=cadence).action is action


@pytest.mark.parametrize(
    ("stage", "action"),
    [
        (Stage.IN_TOUCH, Action.TELL),
        (Stage.THANKED, Action.TELL),
        (Stage.KIT_PAUSED, Action.REST),
        (Stage.MET, Action.THANK),
        (Stage.AWAITING_REPLY, Action.WAIT),
        (Stage.DECLINED, Action.REST),
    ],
)
def test_a_reason_to_write_counts_only_among_those_on_good_terms(stage: Stage, action: Action) -> None:
    assert next_step(Outlook("ada", stage), KNOWN, reachable=True, has_reason=True).action is action


def test_what_is_due_comes_before_a_reason_to_write() -> None:
    outlook = Outlook("ada", Stage.IN_TOUCH, reminders=(reminder(Kind.THANK_YOU, active=True),))
    assert next_step(outlook, KNOWN, reachable=True, has_reason=True).action is Action.FOLLOW_UP


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("ball", list(Ball))
def test_no_stage_is_without_a_step(stage: Stage, ball: Ball) -> None:
    step = next_step(Outlook("ada", stage, ball=ball), KNOWN, reachable=True)

    assert step.action is not Action.NOTHING
    assert not step.due


@pytest.mark.parametrize("stage", [Stage.IDEA, Stage.PREPARING, Stage.READY])
def test_homework_is_asked_for_in_its_order(stage: Stage) -> None:
    outlook = Outlook("ada", stage)
    gated = Purpose("fieldwork_placement", gate=Gate.OPEN, id=1)
    free = Purpose("setting_info", id=1)
    point = KeyPoint("Wrote a guide")

    steps = [
        next_step(outlook, Research(), reachable=False),
        next_step(outlook, Research(purposes=(gated,), key_points=(point,)), reachable=True),
        next_step(outlook, Research(purposes=(free,)), reachable=False),
        next_step(outlook, Research(purposes=(free,), key_points=(point,)), reachable=False),
        next_step(outlook, Research(purposes=(free,), key_points=(point,)), reachable=True),
    ]

    assert [step.action for step in steps] == [
        Action.SAY_WHY,
        Action.ASK_GATEKEEPER,
        Action.NOTE_ONE_THING,
        Action.ADD_ADDRESS,
        Action.WRITE_FIRST,
    ]


@pytest.mark.parametrize(
    ("stage", "ball", "action"),
    [
        (Stage.IN_CONVERSATION, Ball.ME, Action.ANSWER),
        (Stage.IN_CONVERSATION, Ball.THEM, Action.WAIT),
        (Stage.IN_CONVERSATION, Ball.NONE, Action.BOOK),
        (Stage.SCHEDULING, Ball.ME, Action.OFFER_TIMES),
        (Stage.SCHEDULING, Ball.THEM, Action.WAIT),
        (Stage.RESCHEDULING, Ball.ME, Action.OFFER_TIMES),
    ],
)
def test_whose_turn_it_is_decides(stage: Stage, ball: Ball, action: Action) -> None:
    assert next_step(Outlook("ada", stage, ball=ball), KNOWN, reachable=True).action is action


def test_a_meeting_ahead_is_prepared_for_with_its_time() -> None:
    outlook = Outlook(
        "ada", Stage.SCHEDULED, next_meeting=TOMORROW, reminders=(reminder(Kind.MEETING_PREP, active=False),)
    )

    step = next_step(outlook, KNOWN, reachable=True)

    assert (step.action, step.when, step.due) == (Action.PREPARE, TOMORROW, False)


def test_what_is_due_comes_before_what_the_stage_calls_for() -> None:
    due = reminder(Kind.KEEP_IN_TOUCH, active=True)

    step = next_step(Outlook("ada", Stage.IN_TOUCH, reminders=(due,)), KNOWN, reachable=True)

    assert (step.action, step.reminder, step.due) == (Action.FOLLOW_UP, due, True)


def test_an_upcoming_thank_you_is_the_step_before_it_is_due() -> None:
    upcoming = reminder(Kind.THANK_YOU, active=False)

    step = next_step(Outlook("ada", Stage.MET, reminders=(upcoming,)), KNOWN, reachable=True)

    assert (step.action, step.when, step.due) == (Action.FOLLOW_UP, TOMORROW, False)


def test_an_upcoming_follow_up_only_tells_when() -> None:
    upcoming = reminder(Kind.FOLLOW_UP, active=False)

    step = next_step(Outlook("ada", Stage.AWAITING_REPLY, reminders=(upcoming,)), KNOWN, reachable=True)

    assert (step.action, step.when) == (Action.WAIT, TOMORROW)


@pytest.mark.parametrize("status", [Status.ARCHIVED, Status.DO_NOT_CONTACT, Status.DECEASED])
def test_nothing_is_suggested_about_somebody_closed(status: Status) -> None:
    due = reminder(Kind.THANK_YOU, active=True)

    assert (
        next_step(Outlook("ada", Stage.MET, status, reminders=(due,)), KNOWN, reachable=True).action is Action.NOTHING
    )
