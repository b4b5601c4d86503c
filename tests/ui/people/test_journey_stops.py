"""How far somebody has come: which stops are ticked, which one is due."""

from __future__ import annotations

from otnet_desktop.domain.reminders import Kind, Outlook, Reminder, Stage
from otnet_desktop.ui.people.journey_stops import stops_of
from otnet_desktop.ui.widgets.journey_bar import StopState
from tests.factories import NOW


def due(kind: Kind) -> tuple[Reminder, ...]:
    return (Reminder("KEY", kind, "p", NOW, active=True),)


def test_asking_again_is_due_where_one_asked() -> None:
    resting = Outlook("p", Stage.LATER, approach=1)
    assert stops_of(resting).asked is StopState.DONE
    asks = Outlook("p", Stage.LATER, approach=1, reminders=due(Kind.ASK_AGAIN))
    assert stops_of(asks).asked is StopState.DUE
