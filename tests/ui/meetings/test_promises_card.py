"""Promises both ways on the page of a meeting, and whoever brought the two together."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import OutKind, Side
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.introducer_card import IntroducerCard
from otnet_desktop.ui.meetings.promises_card import PromisesCard
from tests.ui.meetings.test_meeting_sheet import Opener, opener
from tests.ui.network import add, met

__all__ = ["opener"]


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


def told(card: PromisesCard | IntroducerCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_both_ways_are_noted_by_a_line_and_enter(
    opener: Opener, workspace: Workspace, qtbot: QtBot, renata: PersonId
) -> None:
    card = opener.open(met(workspace, renata, start="2026-03-18T08:00")).promises
    QTest.keyClicks(card.mine, "Send the article")
    QTest.keyClick(card.mine, Qt.Key.Key_Return)
    QTest.keyClicks(card.theirs, "A name in Leeds")
    QTest.keyClick(card.theirs, Qt.Key.Key_Return)
    assert [(one.by, one.text) for one in workspace.promises.of(renata)] == [
        (Side.ME, "Send the article"),
        (Side.THEM, "A name in Leeds"),
    ]
    qtbot.waitUntil(lambda: "I promised: Send the article" in told(card))
    assert card.mine.text() == ""


def test_an_open_promise_is_settled_here(opener: Opener, workspace: Workspace, renata: PersonId) -> None:
    workspace.promises.make(renata, Side.ME, "Send the article", date(2026, 3, 19))
    card = opener.open(met(workspace, renata, start="2026-03-18T08:00")).promises
    assert "I promised: Send the article · by tomorrow" in told(card)
    (done,) = [button for button in card.findChildren(QPushButton) if button.text() == "Done"]
    done.click()
    assert [one.kept for one in workspace.promises.of(renata)] == [True]
    assert not any("article" in text for text in told(card))


def test_in_a_group_one_promises_everyone_or_somebody(
    opener: Opener, workspace: Workspace, qtbot: QtBot, renata: PersonId
) -> None:
    noor = add(workspace, "Noor Haddad")
    card = opener.open(met(workspace, renata, noor, start="2026-03-18T08:00")).promises
    assert card.mine.accessibleName() == "I promised everyone …"
    QTest.keyClicks(card.mine, "Send the slides")
    QTest.keyClick(card.mine, Qt.Key.Key_Return)
    for person in (renata, noor):
        assert [one.text for one in workspace.promises.of(person)] == ["Send the slides"]
    qtbot.waitUntil(lambda: "I promised: Send the slides · Renata Okafor, Noor Haddad" in told(card))
    card.whom.choose(str(noor))
    assert card.theirs.placeholderText() == "Noor Haddad offered …"
    QTest.keyClicks(card.theirs, "A visit")
    QTest.keyClick(card.theirs, Qt.Key.Key_Return)
    assert [(one.by, one.text) for one in workspace.promises.of(noor)][1:] == [(Side.THEM, "A visit")]
    assert len(workspace.promises.of(renata)) == 1
    qtbot.waitUntil(lambda: "They offered: A visit · Noor Haddad" in told(card))
    slides, _visit = [b for b in card.findChildren(QPushButton) if b.text() == "Done" and b.isVisible()]
    slides.click()
    assert workspace.promises.of(renata)[0].kept
    assert [one.kept for one in workspace.promises.of(noor)] == [True, False]
    assert workspace.history.undo() == "Keep promise"
    workspace.history.undo()
    assert workspace.history.undo() == "Note promise"
    assert workspace.promises.of(renata) == workspace.promises.of(noor) == []


def test_in_a_group_the_form_asks_whose_it_is(
    opener: Opener, workspace: Workspace, intents: Intents, qtbot: QtBot, renata: PersonId
) -> None:
    noor = add(workspace, "Noor Haddad")
    workspace.promises.make(noor, Side.THEM, "A visit")
    card = opener.open(met(workspace, renata, noor, start="2026-03-18T08:00")).promises
    assert "They offered: A visit · Noor Haddad" in told(card)
    with qtbot.waitSignal(intents.promise_wanted) as wanted:
        card.more.click()
    assert wanted.args == [0]
    card.whom.choose(str(noor))
    with qtbot.waitSignal(intents.promise_wanted) as wanted:
        card.more.click()
    assert wanted.args == [noor]


@pytest.mark.parametrize("as_fact", [True, False])
def test_who_introduced_them_is_told_once(
    opener: Opener, workspace: Workspace, intents: Intents, qtbot: QtBot, renata: PersonId, as_fact: bool
) -> None:
    via = "" if as_fact else workspace.people.get(renata).ref
    noor = add(workspace, "Noor Haddad", met_via=via)
    if as_fact:
        workspace.people.referred(renata, noor)
    card = opener.open(met(workspace, noor, start="2026-03-18T08:00")).introducer
    assert "Renata Okafor introduced you to Noor Haddad, and would be glad to hear that you met." in told(card)
    (tell,) = card.findChildren(QPushButton)
    with qtbot.waitSignal(intents.compose_wanted) as wanted:
        tell.click()
    key = f"LOOP:{workspace.people.get(renata).ref}:{workspace.people.get(noor).ref}" if as_fact else ""
    assert wanted.args == [int(renata), key, "close_loop"]
    workspace.outreach.log_sent(Draft(renata, OutKind.CLOSE_LOOP, "", "We met", reminder=key))
    assert not card.isVisible()


def test_nobody_is_told_of_what_was_not(opener: Opener, workspace: Workspace, renata: PersonId) -> None:
    sheet = opener.open(met(workspace, renata, start="2026-03-18T08:00"))
    assert not sheet.introducer.isVisible()
