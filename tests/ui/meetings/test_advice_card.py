"""The card of a meeting's advice: lines of the ledger, written and reworded in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.advice_card import AdviceCard
from tests.ui.network import add, met


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


def card_of(qtbot: QtBot, workspace: Workspace, intents: Intents, *people: PersonId) -> AdviceCard:
    card = AdviceCard(workspace, intents)
    qtbot.addWidget(card)
    card.show_meeting(met(workspace, *people, start="2026-03-10T10:00"))
    card.show()
    return card


def write(card: AdviceCard, text: str) -> None:
    QTest.keyClicks(card.line, text)
    QTest.keyClick(card.line, Qt.Key.Key_Return)


def test_a_line_is_a_row_of_the_ledger(qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId) -> None:
    card = card_of(qtbot, workspace, intents, renata)
    write(card, "Join a club")
    (advice,) = workspace.advice.of(renata)
    assert (advice.text, card.line.text()) == ("Join a club", "")
    assert card._meeting is not None
    card.show_meeting(card._meeting)
    (row,) = card._rows
    QTest.keyClicks(row.field, "Please: ")
    row.autosave.flush()
    assert [known.text for known in workspace.advice.of(renata)] == ["Please: Join a club"]
    row._remove.click()
    assert workspace.advice.of(renata) == []


def test_an_emptied_line_stays_what_it_was(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    card = card_of(qtbot, workspace, intents, renata)
    write(card, "Join a club")
    assert card._meeting is not None
    card.show_meeting(card._meeting)
    card._rows[0].field.selectAll()
    QTest.keyClick(card._rows[0].field, Qt.Key.Key_Delete)
    card.save_now()
    assert [known.text for known in workspace.advice.of(renata)] == ["Join a club"]


def test_in_a_group_one_says_whose_it_is(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    bo = add(workspace, "Bo Ek")
    card = card_of(qtbot, workspace, intents, renata, bo)
    assert card._giver is not None
    write(card, "Rest")
    card._giver.choose(str(bo))
    write(card, "Read")
    assert [known.text for known in workspace.advice.of(renata)] == ["Rest"]
    assert [known.text for known in workspace.advice.of(bo)] == ["Read"]
