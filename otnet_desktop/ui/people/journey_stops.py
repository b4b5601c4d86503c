"""How far somebody has come, as the five stops of the journey bar.

Public: ``stops_of(outlook, research)``.
"""

from __future__ import annotations

from otnet_desktop.domain.reminders import Kind, Outlook, Stage
from otnet_desktop.domain.research import Research
from otnet_desktop.ui.widgets.journey_bar import JourneyStops, StopState

_REACHED = {
    Stage.IDEA: 0,
    Stage.PREPARING: 0,
    Stage.READY: 0,
    Stage.AWAITING_REPLY: 1,
    Stage.NUDGED: 1,
    Stage.IN_CONVERSATION: 1,
    Stage.LATER: 1,
    Stage.DECLINED: 1,
    Stage.QUIET: 1,
    Stage.WITHDRAWN: 1,
    Stage.ADDRESS_PROBLEM: 1,
    Stage.SCHEDULING: 2,
    Stage.SCHEDULED: 2,
    Stage.RESCHEDULING: 2,
    Stage.MET: 3,
    Stage.THANKED: 4,
    Stage.IN_TOUCH: 4,
    Stage.KIT_PAUSED: 4,
}
"""The stop somebody stands at, counted from the first."""

_RESTING = frozenset({Stage.LATER, Stage.DECLINED, Stage.QUIET, Stage.WITHDRAWN})
"""Stages in which the stop was reached and nothing goes on there, until a reminder comes."""


def stops_of(outlook: Outlook, research: Research) -> JourneyStops:
    """What is before the present stop is done, or was passed over; the present one is due where a reminder says so."""
    at = _REACHED[outlook.stage]
    prepared = bool(research.purposes or research.key_points or research.notes)
    behind = [StopState.DONE if done else StopState.PASSED for done in (prepared, outlook.approach > 0, True, True)]
    states = behind[:at] + [_present(outlook)] + [StopState.AHEAD] * (4 - at)
    return JourneyStops(*states)


def _present(outlook: Outlook) -> StopState:
    if outlook.active and (outlook.stage is not Stage.MET or outlook.active[0].kind is Kind.THANK_YOU):
        return StopState.DUE
    return StopState.DONE if outlook.stage in _RESTING else StopState.CURRENT
