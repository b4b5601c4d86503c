"""How far somebody has come: which stops are ticked, which one is due."""

from __future__ import annotations

from otnet_desktop.domain.reminders import Kind, Outlook, Reminder, Stage
from otnet_desktop.domain.research import KeyPoint, Research
from otnet_desktop.ui.people.journey_stops import stops_of
from otnet_desktop.ui.widgets.journey_bar import StopState
from tests.factories import NOW


def due(kind: Kind) -> tuple[Reminder, ...]:
    return (Reminder("KEY", kind, "p", NOW, active=True),)


def test_asking_again_is_due_where_one_asked() -> None:
    resting = Outlook("p", Stage.LATER, approach=1)
    assert stops_of(resting, Research()).asked is StopState.DONE
    asks = Outlook("p", Stage.LATER, approach=1, reminders=due(Kind.ASK_AGAIN))
    assert stops_of(asks, Research()).asked is StopState.DUE


def test_only_what_was_done_is_ticked() -> None:
    booked = Outlook("p", Stage.SCHEDULED)
    stops = stops_of(booked, Research())
    assert (stops.homework, stops.asked, stops.met) == (StopState.PASSED, StopState.PASSED, StopState.CURRENT)
    asked = Outlook("p", Stage.SCHEDULED, approach=1)
    stops = stops_of(asked, Research(key_points=(KeyPoint("A sensory path"),)))
    assert (stops.homework, stops.asked, stops.met) == (StopState.DONE, StopState.DONE, StopState.CURRENT)
