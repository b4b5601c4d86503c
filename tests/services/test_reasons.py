"""A reason to write: advice tried and not told, or a new place; shown at the next step, prefilled in the letter."""

from __future__ import annotations

from datetime import date

import pytest

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.domain.reasons import Because, Reason, letter_values
from otnet_desktop.services.workspace import Workspace
from tests.services.clocks import SettableClock
from tests.ui.network import add


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


def test_advice_that_was_tried_comes_before_a_new_place(workspace: Workspace, renata: PersonId) -> None:
    assert workspace.reasons.of(renata) is None
    workspace.people.moved(renata, Affiliation("Harbor Hands"))
    assert workspace.reasons.of(renata) == Reason(Because.MOVED, "Harbor Hands")
    advice = workspace.advice.receive(renata, "Join a journal club.")
    workspace.advice.tried(advice, "Went twice.", on=date(2026, 3, 1))
    assert workspace.reasons.of(renata) == Reason(Because.ADVICE, "Join a journal club", "Went twice")
    workspace.advice.told(advice)
    assert workspace.reasons.of(renata) == Reason(Because.MOVED, "Harbor Hands")


def test_a_new_place_is_news_until_one_wrote_and_for_half_a_year(
    workspace: Workspace, renata: PersonId, clock: SettableClock
) -> None:
    workspace.people.moved(renata, Affiliation("Harbor Hands"))
    clock.advance(days=181)
    assert workspace.reasons.of(renata) is None
    workspace.people.moved(renata, Affiliation("Larch"))
    clock.advance(days=1)
    workspace.outreach.log_sent(Draft(renata, OutKind.OTHER))
    assert workspace.reasons.of(renata) is None


@pytest.mark.parametrize(
    ("reason", "values"),
    [
        (None, {}),
        (Reason(Because.ADVICE, "Rest"), {"topic": "“Rest”", "change": "tried it"}),
        (Reason(Because.ADVICE, "Rest", "Slept well"), {"topic": "“Rest”", "change": "tried it: slept well"}),
        (Reason(Because.ADVICE, "Rest", "I slept"), {"topic": "“Rest”", "change": "tried it: I slept"}),
        (Reason(Because.ADVICE, "Rest", "OTs knew"), {"topic": "“Rest”", "change": "tried it: OTs knew"}),
        (
            Reason(Because.MOVED, "Larch"),
            {"optional_resource": "I saw that you are at Larch now: congratulations!"},
        ),
    ],
)
def test_what_the_letter_says_because_of_it(reason: Reason | None, values: dict[str, str]) -> None:
    assert letter_values(reason) == values
