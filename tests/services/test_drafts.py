"""Letters that wait: found, the newest first, and gone on with."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.errors import NotAllowed, NotFound
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Channel, Draft, MessageId, MessageState
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.workspace import Workspace
from tests.factories import add_person
from tests.services.clocks import SettableClock


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add_person(workspace.store, "Renata Núñez", "renata")


def test_what_waits_is_found_the_newest_first(workspace: Workspace, renata: PersonId, clock: SettableClock) -> None:
    other = add_person(workspace.store, "Bo Ek", "bo")
    first = workspace.outreach.save_draft(Draft(renata, OutKind.INTRO, "One", "Dear Renata"))
    clock.advance(days=1)
    second = workspace.outreach.save_draft(Draft(other, OutKind.ASK, "", "Dear Bo"))
    sent = workspace.outreach.save_draft(Draft(other, OutKind.ASK, "Three", ""))
    workspace.outreach.hand_over(first)
    workspace.outreach.sent(sent)
    assert [(m.id, m.state) for m in workspace.drafts.waiting()] == [
        (second, MessageState.DRAFT),
        (first, MessageState.HANDED_OVER),
    ]


def test_just_that_letter_is_gone_on_with(workspace: Workspace, renata: PersonId, clock: SettableClock) -> None:
    older = workspace.outreach.save_draft(Draft(renata, OutKind.THANKS, "One", "Thank you", Channel.CARD))
    clock.advance(days=1)
    newer = workspace.outreach.save_draft(Draft(renata, OutKind.ASK, "Two", "Dear Renata"))
    begun = workspace.drafts.go_on(older)
    assert begun.draft == Draft(renata, OutKind.THANKS, "One", "Thank you", Channel.CARD)
    assert (begun.message, begun.state) == (older, MessageState.DRAFT)
    assert workspace.drafts.go_on(newer).message == newer


def test_what_cannot_be_gone_on_with(workspace: Workspace, renata: PersonId) -> None:
    draft = workspace.outreach.save_draft(Draft(renata, OutKind.INTRO, "One", "Dear Renata"))
    with pytest.raises(NotFound):
        workspace.drafts.go_on(MessageId(99))
    workspace.people.set_status(renata, Status.DO_NOT_CONTACT)
    with pytest.raises(NotAllowed):
        workspace.drafts.go_on(draft)


def test_what_is_on_its_way_is_not_asked_about(workspace: Workspace, renata: PersonId) -> None:
    draft = workspace.outreach.save_draft(Draft(renata, OutKind.INTRO, "One", "Dear Renata"))
    assert workspace.outreach.leave(draft)
    assert not workspace.outreach.leave(draft)
    workspace.outreach.hand_over(draft)
    assert workspace.outreach.waiting_for_word() == []
    workspace.outreach.stay(draft)
    assert [m.id for m in workspace.outreach.waiting_for_word()] == [draft]
