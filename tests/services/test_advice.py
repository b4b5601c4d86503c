"""The advice ledger: received, tried, told them."""

from __future__ import annotations

from datetime import date

import pytest

from otnet_desktop.domain.advice import AdviceState, told_in, worth_telling
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from tests.services.clocks import SettableClock
from tests.ui.network import add, met


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


def test_advice_belongs_to_the_day_of_its_meeting(workspace: Workspace, renata: PersonId) -> None:
    meeting = met(workspace, renata, start="2026-03-10T22:30")
    workspace.advice.receive(renata, "  Join a\n journal club ", meeting.id)
    (advice,) = workspace.advice.in_meeting(meeting.id)
    assert (advice.text, advice.received_on) == ("Join a journal club", date(2026, 3, 10))
    assert workspace.advice.of(renata) == workspace.advice.ledger() == [advice]


def test_from_received_to_told(workspace: Workspace, renata: PersonId, clock: SettableClock) -> None:
    advice = workspace.advice.receive(renata, "Join a journal club")
    assert worth_telling(workspace.advice.ledger()) is None, "nothing was tried yet"
    clock.advance(days=3)
    workspace.advice.tried(advice, " Went twice ")
    reason = worth_telling(workspace.advice.ledger())
    assert reason is not None
    assert (reason.state, reason.outcome, reason.tried_on) == (AdviceState.TRIED, "Went twice", date(2026, 3, 21))
    workspace.advice.told(advice)
    assert worth_telling(workspace.advice.ledger()) is None
    assert [told.state for told in workspace.advice.ledger()] == [AdviceState.TOLD]
    workspace.history.undo()
    assert worth_telling(workspace.advice.ledger()) == reason


def test_what_was_tried_last_is_the_reason(workspace: Workspace, renata: PersonId) -> None:
    club, course = (workspace.advice.receive(renata, text) for text in ("Join a club", "Take a course"))
    workspace.advice.tried(course, on=date(2026, 3, 1))
    workspace.advice.tried(club, on=date(2026, 3, 9))
    reason = worth_telling(workspace.advice.ledger())
    assert reason is not None
    assert reason.text == "Join a club"


def test_not_tried_after_all_was_not_told_either(workspace: Workspace, renata: PersonId) -> None:
    advice = workspace.advice.receive(renata, "Join a club")
    workspace.advice.tried(advice, "Went")
    workspace.advice.told(advice)
    workspace.advice.untold(advice)
    assert worth_telling(workspace.advice.ledger()) is not None
    workspace.advice.untried(advice)
    (known,) = workspace.advice.ledger()
    assert (known.state, known.outcome) == (AdviceState.RECEIVED, "")


def test_a_letter_tells_what_it_names(workspace: Workspace, renata: PersonId) -> None:
    named, other, untried = (
        workspace.advice.receive(renata, text) for text in ("Join a journal club.", "Rest more", "Visit a school")
    )
    for advice in (named, other):
        workspace.advice.tried(advice)
    letter = "Since we spoke about “join a\njournal club”, I tried it. Next I visit a school."
    assert [advice.id for advice in told_in(letter, workspace.advice.of(renata))] == [named]
    draft = Draft(renata, OutKind.KEEP_IN_TOUCH, "A short update", letter)
    message = workspace.outreach.save_draft(draft)
    workspace.outreach.sent(message)
    told = {advice.id for advice in workspace.advice.ledger() if advice.told_on is not None}
    assert told == {named}
    assert untried not in told
    workspace.history.undo()
    assert not any(advice.told_on for advice in workspace.advice.ledger()), "sent and told are one step"


def test_nothing_is_no_advice(workspace: Workspace, renata: PersonId) -> None:
    with pytest.raises(BadInput):
        workspace.advice.receive(renata, " \n ")
    advice = workspace.advice.receive(renata, "Rest")
    with pytest.raises(BadInput):
        workspace.advice.reword(advice, "")
    workspace.advice.remove(advice)
    with pytest.raises(NotFound):
        workspace.advice.tried(advice)


def test_it_goes_and_comes_back_with_the_person(workspace: Workspace, renata: PersonId) -> None:
    kept = add(workspace, "Bo Ek")
    meeting = met(workspace, renata, kept, start="2026-03-10T10:00")
    workspace.advice.receive(renata, "Join a journal club", meeting.id)
    assert [hit.id for hit in workspace.roster.find("journal")] == [renata]
    workspace.people.remove(renata)
    assert workspace.advice.ledger() == []
    workspace.history.undo()
    assert [advice.text for advice in workspace.advice.in_meeting(meeting.id)] == ["Join a journal club"]
    assert [hit.id for hit in workspace.roster.find("journal")] == [renata]


def test_a_meeting_that_is_undone_leaves_the_advice_with_the_person(workspace: Workspace, renata: PersonId) -> None:
    advice = workspace.advice.receive(renata, "Rest")
    workspace.advice.reword(advice, "Rest more")
    workspace.history.undo()
    assert [known.text for known in workspace.advice.of(renata)] == ["Rest"]


@pytest.mark.parametrize(
    ("advice", "letter", "told"),
    [
        ("Rest", "Thank you for the rest of the list.", False),
        ("Rest", "I did what you said: “rest”.", True),
        ("Rest", 'You said "Rest."', False),
        ("Spend a day in a school", "I did spend a day in\na school last week", True),
        ("Spend a day in a school", "I did spend a day in a schoolhouse", False),
    ],
)
def test_a_few_words_count_only_between_quotation_marks(
    workspace: Workspace, renata: PersonId, advice: str, letter: str, told: bool
) -> None:
    workspace.advice.tried(workspace.advice.receive(renata, advice))
    assert bool(told_in(letter, workspace.advice.of(renata))) is told
