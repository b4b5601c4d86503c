"""Why one writes: chosen, typed in place, and asked of the gatekeeper where it must be."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.letter_choice import GATEKEEPER
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import Purpose, PurposeState
from otnet_desktop.domain.vocabulary import Choice, Vocabulary
from otnet_desktop.services.material import Material
from otnet_desktop.services.vocabulary import VocabularyService
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.people.purpose_strip import PurposeStrip
from tests.factories import profile
from tests.services.clocks import SettableClock

PURPOSES = (
    Choice("setting_info", "Learn about a setting"),
    Choice("fieldwork_placement", "Fieldwork / practice placement"),
)


@pytest.fixture
def ada(workspace: Workspace) -> PersonId:
    workspace.material = Material(vocabulary=Vocabulary(purposes=PURPOSES))
    workspace.vocabulary = VocabularyService(workspace.steps, workspace.material)
    return workspace.people.add(profile("Ada Lin")).id


@pytest.fixture
def pane(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, ada: PersonId) -> PersonPane:
    made = PersonPane(workspace, bridge, intents)
    qtbot.addWidget(made)
    made.show()
    made.show_person(ada)
    return made


@pytest.fixture
def strip(pane: PersonPane) -> PurposeStrip:
    return pane._purpose


def purpose_of(workspace: Workspace, person: PersonId) -> Purpose:
    purpose = workspace.research.of(person).purpose
    assert purpose is not None
    return purpose


def choose(strip: PurposeStrip, code: str) -> None:
    index = strip._kind.findData(code)
    strip._kind.setCurrentIndex(index)
    strip._kind.activated.emit(index)


def test_a_kind_and_a_statement_are_one_purpose(
    qtbot: QtBot, strip: PurposeStrip, workspace: Workspace, ada: PersonId
) -> None:
    QTest.keyClicks(strip._statement, "How a week looks")
    choose(strip, "setting_info")

    assert [(p.kind, p.statement) for p in workspace.research.of(ada).purposes] == [
        ("setting_info", "How a week looks")
    ]
    assert strip._kind.currentText() == "Learn about a setting"


def test_the_statement_saves_itself_as_one_step(
    qtbot: QtBot, strip: PurposeStrip, workspace: Workspace, ada: PersonId
) -> None:
    workspace.research.say_why(ada, "setting_info")
    QTest.keyClicks(strip._statement, "How")
    qtbot.waitUntil(lambda: purpose_of(workspace, ada).statement == "How", timeout=2000)
    QTest.keyClicks(strip._statement, " a week")
    qtbot.waitUntil(lambda: purpose_of(workspace, ada).statement == "How a week", timeout=2000)

    workspace.history.undo()

    assert purpose_of(workspace, ada).statement == ""
    assert strip._statement.toPlainText() == ""


def test_a_placement_asks_first_and_sending_waits(strip: PurposeStrip, workspace: Workspace, ada: PersonId) -> None:
    assert not strip._gate.isVisible()
    choose(strip, "fieldwork_placement")

    assert strip._gate.isVisible()
    assert strip._gate._question.text() == "Does your programme let you contact sites yourself?"
    workspace.outreach.may_write(ada)
    with pytest.raises(NotAllowed):
        workspace.outreach.may_send(ada)


def test_yes_is_kept_with_its_day(strip: PurposeStrip, workspace: Workspace, ada: PersonId) -> None:
    choose(strip, "fieldwork_placement")
    strip._gate.day.show_day(date(2026, 3, 12))
    strip._gate.yes.click()

    purpose = purpose_of(workspace, ada)
    assert (purpose.gate, purpose.gate_on) == (Gate.CLEARED, date(2026, 3, 12))
    assert not strip._gate.isVisible()
    workspace.outreach.may_send(ada)


def test_what_was_answered_is_told_and_can_be_changed(
    qtbot: QtBot, strip: PurposeStrip, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    choose(strip, "fieldwork_placement")
    strip._gate.day.show_day(date(2026, 3, 2))
    with qtbot.waitSignal(intents.undoable):
        strip._gate.yes.click()
    assert strip._answered.isVisible()
    assert strip._answered._said.text() == "Cleared by your coordinator: 2 Mar"
    assert strip._answered.change.accessibleName() == "Change, Cleared by your coordinator: 2 Mar"

    strip._answered.change.click()
    assert strip._gate.isVisible()
    assert not strip._answered.isVisible()
    assert strip._gate.day.day() == date(2026, 3, 2)
    strip._gate.leave.click()
    assert (strip._gate.isVisible(), strip._answered.isVisible()) == (False, True)

    strip._answered.change.click()
    strip._gate.yes.click()
    assert (strip._gate.isVisible(), strip._answered.isVisible()) == (False, True)

    strip._answered.change.click()
    strip._gate.day.show_day(date(2026, 3, 9))
    strip._gate.yes.click()
    assert purpose_of(workspace, ada).gate_on == date(2026, 3, 9)
    assert "9 Mar" in strip._answered._said.text()
    workspace.history.undo()
    assert "2 Mar" in strip._answered._said.text()


def test_where_nobody_need_be_asked_it_says_so(strip: PurposeStrip, workspace: Workspace, ada: PersonId) -> None:
    workspace.research.save_purpose(ada, Purpose("capstone_site", gate=Gate.NOT_NEEDED))
    assert strip._answered._said.text() == "Your coordinator need not be asked."
    workspace.research.say_why(ada, "setting_info")
    assert not strip._answered.isVisible()


def test_a_day_being_chosen_stays_while_something_else_changes(
    strip: PurposeStrip, workspace: Workspace, ada: PersonId
) -> None:
    choose(strip, "fieldwork_placement")
    strip._gate.day.show_day(date(2026, 3, 2))
    workspace.research.save_notes(ada, "Likes coffee")
    assert strip._gate.day.day() == date(2026, 3, 2)


@pytest.mark.parametrize("answer", ["yes", "only_ask"])
def test_the_page_stays_where_it_is_when_one_answers(
    qtbot: QtBot, pane: PersonPane, strip: PurposeStrip, answer: str
) -> None:
    pane.resize(560, 420)
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    choose(strip, "fieldwork_placement")
    button = getattr(strip._gate, answer)
    bar = pane._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    pane._scroll.ensureWidgetVisible(button)
    before = bar.value()
    assert before > 0

    QTest.keyClick(button, Qt.Key.Key_Space)

    assert QApplication.focusWidget() is (strip._answered.change if answer == "yes" else strip._kind)
    assert bar.value() <= before
    qtbot.waitUntil(lambda: pane._scroll.viewport().rect().contains(_middle(strip, pane)))


def _middle(strip: PurposeStrip, pane: PersonPane) -> QPoint:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused.mapTo(pane._scroll.viewport(), focused.rect().center())


def test_a_day_to_come_cannot_be_chosen(strip: PurposeStrip) -> None:
    choose(strip, "fieldwork_placement")
    strip._gate.day.selectAll()
    QTest.keyClicks(strip._gate.day, "tomorrow")
    strip._gate.yes.click()

    assert strip._gate.isVisible()
    assert strip._gate.day.accessibleDescription() == "That day is still to come."


def test_not_yet_opens_a_note_to_the_coordinator(
    qtbot: QtBot, strip: PurposeStrip, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    choose(strip, "fieldwork_placement")
    with qtbot.waitSignal(intents.compose_wanted) as wanted:
        strip._gate.not_yet.click()

    assert wanted.args == [ada, "", GATEKEEPER]
    assert purpose_of(workspace, ada).gate is Gate.ASKED
    assert strip._gate._question.text() == "Has your coordinator cleared it?"
    assert "today" in strip._gate._why.text()


def test_only_information_needs_nobody(strip: PurposeStrip, workspace: Workspace, ada: PersonId) -> None:
    choose(strip, "fieldwork_placement")
    strip._gate.only_ask.click()

    assert purpose_of(workspace, ada).kind == "setting_info"
    assert not strip._gate.isVisible()
    workspace.outreach.may_send(ada)


def test_met_and_dropped_make_room_and_are_counted(
    qtbot: QtBot, strip: PurposeStrip, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    choose(strip, "setting_info")
    QTest.keyClicks(strip._statement, "How a week looks")
    assert (strip._close.text(), strip._close.accessibleName()) == ("Finish", "Finish this purpose")
    with qtbot.waitSignal(intents.undoable):
        strip._close.menu().actions()[0].trigger()

    (closed,) = workspace.research.of(ada).purposes
    assert (closed.state, closed.statement) == (PurposeState.MET, "How a week looks")
    assert strip._statement.toPlainText() == ""
    assert strip._kind.currentIndex() == -1
    assert strip._others.fold.text() == "1 other purpose"


def test_a_purpose_that_was_met_is_told_and_can_be_taken_up_again(
    strip: PurposeStrip, workspace: Workspace, ada: PersonId
) -> None:
    choose(strip, "setting_info")
    QTest.keyClicks(strip._statement, "How a week looks")
    strip._close.menu().actions()[0].trigger()
    assert not strip._another.isVisible()  # with none open, the box above begins one
    strip._others.fold.click()
    (row,) = strip._others.rows
    assert row.label.text() == "Met · Learn about a setting: How a week looks · today"
    assert row.button.accessibleName().startswith("Take up again, Met")

    row.button.click()

    assert purpose_of(workspace, ada).statement == "How a week looks"
    assert strip._statement.toPlainText() == "How a week looks"
    assert not strip._others.isVisible()
    workspace.history.undo()
    assert workspace.research.of(ada).purpose is None


def test_another_purpose_counts_and_the_first_waits_below(
    strip: PurposeStrip, workspace: Workspace, clock: SettableClock, ada: PersonId
) -> None:
    choose(strip, "setting_info")
    QTest.keyClicks(strip._statement, "How a week looks")
    clock.advance(days=1)
    strip._another.menu().actions()[1].trigger()

    assert strip._kind.currentText() == "Fieldwork / practice placement"
    assert strip._statement.toPlainText() == ""
    assert strip._gate.isVisible()
    (row,) = strip._others.rows
    assert row.label.text() == "Open · Learn about a setting: How a week looks · yesterday"
    assert row.button.text() == "This one now"
    clock.advance(days=1)
    row.button.click()
    assert purpose_of(workspace, ada).kind == "setting_info"
    assert not strip._gate.isVisible()


def test_a_kind_nobody_knows_is_kept(strip: PurposeStrip, workspace: Workspace, ada: PersonId) -> None:
    workspace.research.save_purpose(ada, Purpose("apprenticeship"))

    assert strip._kind.currentText() == "apprenticeship"


def test_leaving_an_empty_statement_makes_no_purpose(
    qtbot: QtBot, strip: PurposeStrip, workspace: Workspace, ada: PersonId
) -> None:
    QTest.keyClicks(strip._statement, " ")
    strip.save_now()

    assert workspace.research.of(ada).purposes == ()
