"""A letter that could not be kept when its sheet was left: it comes back, and never over what is newer."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.messages import MessageId, MessageState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.set_aside import set_aside_in
from otnet_desktop.ui.unsaved import unsaved_texts
from tests.ui.real_window import RealWindow


def letter(made: RealWindow) -> Composer:
    (sheet,) = [found for found in made.window.findChildren(Composer) if found.isVisible()]
    return sheet


def leave_unsaved(made: RealWindow, renata: PersonId) -> None:
    """Write to her, and leave while the disk is full."""
    connection = made.workspace.store.database.connection
    made.window.intents.compose_wanted.emit(renata, "", "")
    connection.execute("PRAGMA query_only = ON")
    letter(made).page.body.setPlainText("Second words")
    letter(made).finished.emit()
    connection.execute("PRAGMA query_only = OFF")


def kept_before(made: RealWindow, renata: PersonId) -> MessageId:
    made.window.intents.compose_wanted.emit(renata, "", "")
    letter(made).page.body.setPlainText("First words")
    letter(made).finished.emit()
    (message,) = made.workspace.outreach.of(renata)
    return message.id


@pytest.mark.parametrize("was_kept", [True, False])
def test_a_letter_that_was_set_aside_comes_back_and_never_over_what_is_newer(
    made: RealWindow, renata: PersonId, was_kept: bool
) -> None:
    if was_kept:
        kept_before(made, renata)
    leave_unsaved(made, renata)
    made.window.intents.compose_wanted.emit(renata, "", "")
    assert letter(made).page.body.toPlainText() == "Second words"
    letter(made).page.body.setPlainText("Third words")
    assert letter(made)._keeper.flush()
    set_aside_in(made.window.intents).flush()
    assert [message.body for message in made.workspace.outreach.of(renata)] == ["Third words"]
    assert unsaved_texts() == []


def test_a_letter_that_came_back_is_kept_without_another_word(made: RealWindow, renata: PersonId) -> None:
    leave_unsaved(made, renata)
    made.window.intents.compose_wanted.emit(renata, "", "")
    letter(made).finished.emit()
    assert [message.body for message in made.workspace.outreach.of(renata)] == ["Second words"]


@pytest.mark.parametrize("state", [MessageState.HANDED_OVER, MessageState.SENT, None])
def test_a_letter_that_is_no_draft_any_more_stays_as_it_is(
    made: RealWindow, renata: PersonId, state: MessageState | None
) -> None:
    outreach, message = made.workspace.outreach, kept_before(made, renata)
    leave_unsaved(made, renata)
    if state is MessageState.HANDED_OVER:
        outreach.hand_over(message)
    elif state is MessageState.SENT:
        outreach.sent(message)
    else:
        outreach.changed_my_mind(message)
    set_aside_in(made.window.intents).flush()
    assert [(kept.body, kept.state) for kept in outreach.of(renata)] == ([("First words", state)] if state else [])
    assert [unsaved.text for unsaved in unsaved_texts()] == ["Second words"]
