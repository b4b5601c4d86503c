"""A reason to write: advice tried and not told, or a new place; shown at the next step, prefilled in the letter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from otnet_desktop.domain.facts import OutKind, ThanksHow
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.domain.reasons import Because, Reason, letter_values
from otnet_desktop.domain.research import KeyPoint
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


def test_whatever_was_noted_since_one_wrote_is_news(
    workspace: Workspace, renata: PersonId, clock: SettableClock
) -> None:
    homework = KeyPoint("Runs a garden", seen_on=date(2026, 3, 18))
    workspace.research.save_key_points(renata, (homework,))
    assert workspace.reasons.of(renata) is None, "before the first word it is homework"
    workspace.outreach.log_sent(Draft(renata, OutKind.ASK))
    assert workspace.reasons.of(renata) is None
    clock.advance(days=7)
    undated, old = KeyPoint("Has a dog"), KeyPoint("Spoke in Oslo", seen_on=date(2026, 3, 20))
    news = KeyPoint("Opened a second garden.", seen_on=date(2026, 3, 25))
    workspace.research.save_key_points(renata, (homework, undated, news, old))
    assert workspace.reasons.of(renata) == Reason(Because.NEWS, "Opened a second garden")
    workspace.people.moved(renata, Affiliation("Larch"))
    assert workspace.reasons.of(renata) == Reason(Because.MOVED, "Larch")
    workspace.history.undo()
    workspace.outreach.log_sent(Draft(renata, OutKind.KEEP_IN_TOUCH))
    assert workspace.reasons.of(renata) is None
    clock.advance(days=190)
    workspace.research.save_key_points(renata, (KeyPoint("Old news", seen_on=date(2026, 3, 28)),))
    assert workspace.reasons.of(renata) is None


def test_what_was_noted_on_the_day_of_the_thanks_is_not_news(
    workspace: Workspace, renata: PersonId, clock: SettableClock
) -> None:
    workspace.outreach.log_sent(Draft(renata, OutKind.ASK), at=clock.now() - timedelta(days=9))
    met = workspace.meetings.met_by_chance([renata])
    workspace.research.save_key_points(renata, (KeyPoint("Swims", seen_on=date(2026, 3, 18)),))
    assert workspace.reasons.of(renata) == Reason(Because.NEWS, "Swims")
    workspace.thanks.thank([renata], met.ref, ThanksHow.CARD)
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
            Reason(Because.NEWS, "Swims"),
            {"optional_resource": "I came across news of your work: “Swims”."},
        ),
        (
            Reason(Because.MOVED, "Larch"),
            {"optional_resource": "I saw that you are at Larch now: congratulations!"},
        ),
    ],
)
def test_what_the_letter_says_because_of_it(reason: Reason | None, values: dict[str, str]) -> None:
    assert letter_values(reason) == values
