"""Times that suit, in a letter: by one key, in the gaps or where one writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.availability import FreeTime
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import MessageState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.slots import USUAL_LENGTH
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.outreach.letter_text import translated
from tests.ui.network import add

MORNINGS = tuple(FreeTime(day, 600, 720) for day in range(5))
LINES = (
    "Fri 20 March, 10:00-10:20 (your time 14:00)",
    "Mon 23 March, 11:30-11:50 (your time 15:30)",
    "Tue 24 March, 10:00-10:20 (your time 14:00)",
)


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    workspace.preferences.change(me=Me("Jordan Avery", "OT student", "Harbor State"))
    return add(workspace, "Renata Okafor", zone="Europe/London")


class Desk:
    """Letters laid out one after the other."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> None:
        self._made = (qtbot, workspace, bridge, intents)
        self.sheets: list[Composer] = []

    def letter(self, person: PersonId, letter: str) -> Composer:
        qtbot, workspace, bridge, intents = self._made
        composer = Composer(workspace, bridge, intents, workspace.composing.begin(person, "", letter, translated))
        qtbot.addWidget(composer)
        composer.show()
        composer.activateWindow()
        qtbot.waitUntil(composer.isActiveWindow)
        composer.page.body.setFocus()
        self.sheets.append(composer)
        return composer


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> Iterator[Desk]:
    made = Desk(qtbot, workspace, bridge, intents)
    yield made
    for sheet in made.sheets:
        sheet.close()


def add_times(composer: Composer) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(composer.page.body, Qt.Key.Key_T, keys)


def test_one_key_fills_the_gaps_and_keeps_the_offer(workspace: Workspace, desk: Desk, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    composer = desk.letter(renata, "offer_times")
    assert "‹two or three times that suit you›" in composer.page.body.toPlainText()
    add_times(composer)
    body = composer.page.body.toPlainText()
    assert "\n".join(f"- {line}" for line in LINES) in body
    assert "All times are New York time." in body
    assert len(workspace.offers.open(renata)) == 3
    composer.page.body.undo()
    assert "‹two or three times that suit you›" in composer.page.body.toPlainText()


def test_a_first_letter_gets_two_of_them(workspace: Workspace, desk: Desk, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    composer = desk.letter(renata, "intro.setting_info")
    add_times(composer)
    assert f"{LINES[0]} or {LINES[1]}, New York time, would work" in composer.page.body.toPlainText()
    assert composer.begun.draft.kind is OutKind.INTRO


def test_elsewhere_a_sentence_stands_where_one_writes(workspace: Workspace, desk: Desk, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    composer = desk.letter(renata, "promise_delivered")
    composer.page.body.setPlainText("Dear Renata,")
    composer.page.body.moveCursor(QTextCursor.MoveOperation.End)
    composer.page.times.click()
    said = f"Dear Renata, Would one of these times suit you: {LINES[0]}; {LINES[1]} or {LINES[2]}?"
    assert composer.page.body.toPlainText() == said


@pytest.mark.parametrize(("letter", "offered"), [("thank_you.meeting", False), ("decline_ack", False), ("nudge", True)])
def test_no_times_are_offered_where_nothing_is_asked_for(
    desk: Desk, renata: PersonId, letter: str, offered: bool
) -> None:
    assert desk.letter(renata, letter).page.times.isVisible() is offered


def test_what_was_offered_before_fills_the_letter_by_itself(workspace: Workspace, desk: Desk, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    early = desk.letter(renata, "offer_times")
    QTest.keyClicks(early.page.subject, "!")
    early.close()
    (draft,) = workspace.outreach.of(renata)
    assert "‹two or three times" in draft.body
    workspace.offers.offer(renata, workspace.offers.times(USUAL_LENGTH)[:2])
    again = desk.letter(renata, "offer_times")
    body = again.page.body.toPlainText()
    assert "- Fri 20 March, 10:00-10:20 (your time 14:00)\n- Fri 20 March, 10:30-10:50" in body
    again.close()
    (kept,) = workspace.outreach.of(renata)
    assert (kept.id, kept.body, kept.state) == (draft.id, body, MessageState.DRAFT)


def test_with_nothing_free_the_scheduler_opens(
    qtbot: QtBot, workspace: Workspace, intents: Intents, desk: Desk, renata: PersonId
) -> None:
    composer = desk.letter(renata, "offer_times")
    before = composer.page.body.toPlainText()
    with qtbot.waitSignal(intents.times_wanted) as asked:
        add_times(composer)
    assert asked.args == [renata]
    assert composer.page.body.toPlainText() == before


def test_an_answer_that_offers_times_counts_as_one(workspace: Workspace, desk: Desk, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    composer = desk.letter(renata, "")
    begun = composer.begun
    composer._begun = replace(begun, draft=replace(begun.draft, kind=OutKind.REPLY))
    add_times(composer)
    assert composer.begun.draft.kind is OutKind.SLOTS
