"""The contact list as somebody uses it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, timedelta, tzinfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.own_letters import OwnLetter
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.roster import Chip, Hit
from otnet_desktop.services.vocabulary import OwnList
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.found_letters import FoundLetters
from otnet_desktop.ui.people.list_pane import ListPane
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.widgets.accessible_rows import OBJECT_ROLE
from otnet_desktop.ui.widgets.chip import Chip as ChipButton
from tests.factories import NOW, profile
from tests.services.clocks import SettableClock


@pytest.fixture
def ann(workspace: Workspace) -> PersonId:
    return workspace.people.add(profile("Ann Archer", tags=("alumni",))).id


@pytest.fixture
def bea(workspace: Workspace) -> PersonId:
    return workspace.people.add(profile("Bea Brown", note="Asked about caseload in spring.")).id


@pytest.fixture
def cleo(workspace: Workspace) -> PersonId:
    return workspace.people.add(profile("Cleo Cruz")).id


@pytest.fixture
def pane(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks, ann: int, bea: int, cleo: int
) -> ListPane:
    return open_pane(qtbot, workspace, bridge, intents, tasks)


@pytest.fixture
def empty(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks) -> ListPane:
    """Nobody yet."""
    return open_pane(qtbot, workspace, bridge, intents, tasks)


def open_pane(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks) -> ListPane:
    def moment() -> tuple[object, tzinfo]:
        return NOW, UTC

    pane = ListPane(intents, moment)  # type: ignore[arg-type]
    qtbot.addWidget(pane, before_close_func=lambda _pane: tasks.close())  # nobody is told once it is gone
    pane.attach(workspace, bridge, tasks)
    pane.resize(360, 700)
    pane.show()
    return pane


def names(pane: ListPane) -> list[str]:
    model = pane.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def offered(pane: ListPane) -> dict[str, QAction]:
    """What the list can be narrowed to, as it is written, without marks for where a name ends."""
    return {action.text().translate({0x2068: None, 0x2069: None}): action for action in pane.filters._menu.actions()}


def chosen(pane: ListPane) -> str:
    return str(pane.view.currentIndex().data() or "")


def chips(pane: ListPane) -> list[str]:
    return [chip.accessibleName() for chip in pane.filters.findChildren(ChipButton) if chip.isVisible()]


def press(pane: ListPane, text: str) -> None:
    buttons = {button.text(): button for button in pane.findChildren(QPushButton) if button.isVisible()}
    buttons[text].click()


def test_everybody_by_name_with_counts(qtbot: QtBot, pane: ListPane) -> None:
    assert names(pane) == ["Ann Archer", "Bea Brown", "Cleo Cruz"]
    qtbot.waitUntil(lambda: chips(pane)[0] == "All, 3 people")


def test_a_click_is_told_also_on_who_is_chosen(qtbot: QtBot, pane: ListPane, intents: Intents, ann: PersonId) -> None:
    pane.show_person(ann)
    there = pane.view.visualRect(pane.view.currentIndex()).center()
    with qtbot.waitSignal(intents.person_clicked) as clicked:
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert clicked.args == [ann]


def test_rows_reach_from_edge_to_edge(pane: ListPane) -> None:
    assert pane.view.viewport().width() == pane.width()


def test_walking_with_the_keys_shows_the_person_where_one_stops(qtbot: QtBot, pane: ListPane, cleo: int) -> None:
    shown: list[int] = []
    pane.person_chosen.connect(shown.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(pane.view, key)
    qtbot.waitUntil(lambda: bool(shown))
    assert (shown, chosen(pane)) == ([cleo], "Cleo Cruz")


def test_letters_jump_to_a_name(qtbot: QtBot, pane: ListPane) -> None:
    QTest.keyClicks(pane.view, "be")
    assert chosen(pane) == "Bea Brown"


def test_enter_goes_to_the_person(qtbot: QtBot, pane: ListPane, bea: int) -> None:
    pane.show_person(bea)
    with qtbot.waitSignal(pane.person_opened) as opened:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened.args == [bea]


def test_somebody_new_comes_in_order_and_the_choice_stays(pane: ListPane, workspace: Workspace, bea: int) -> None:
    pane.show_person(bea)
    workspace.people.add(profile("Abe Aalto"))
    assert names(pane)[0] == "Abe Aalto"
    assert chosen(pane) == "Bea Brown"


def test_another_name_moves_the_row_and_not_the_choice(
    pane: ListPane, workspace: Workspace, ann: PersonId, bea: int
) -> None:
    pane.show_person(ann)
    workspace.people.save(ann, profile("Zoe Zhang"))
    assert names(pane) == ["Bea Brown", "Cleo Cruz", "Zoe Zhang"]
    assert chosen(pane) == "Zoe Zhang"


def test_who_leaves_the_list_is_not_replaced_by_a_neighbour(
    qtbot: QtBot, pane: ListPane, workspace: Workspace, bea: PersonId
) -> None:
    pane.show_person(bea)
    with qtbot.assertNotEmitted(pane.person_chosen, wait=200):
        workspace.people.set_status(bea, Status.ARCHIVED)
    assert names(pane) == ["Ann Archer", "Cleo Cruz"]
    assert chosen(pane) == ""


def test_with_nothing_due_that_is_said(pane: ListPane) -> None:
    pane.show_chip(Chip.DUE)
    assert names(pane) == []
    said = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert "Nothing is due" in said
    press(pane, "Show everyone")
    assert len(names(pane)) == 3


def test_a_chip_narrows_and_leads_back_when_nobody_is_there(
    qtbot: QtBot, pane: ListPane, workspace: Workspace, clock: SettableClock, ann: PersonId
) -> None:
    workspace.outreach.log_sent(Draft(ann, OutKind.INTRO), needs_reply=True)
    qtbot.waitUntil(lambda: any(chip.startswith("Waiting, 1 ") for chip in chips(pane)))
    pane.show_chip(Chip.WAITING)
    assert names(pane) == ["Ann Archer"]
    pane.show_chip(Chip.RESTING)
    press(pane, "Show everyone")
    assert len(names(pane)) == 3


def test_times_are_told_by_the_clock_of_the_data(
    pane: ListPane, workspace: Workspace, clock: SettableClock, ann: PersonId
) -> None:
    workspace.outreach.log_sent(Draft(ann, OutKind.INTRO), needs_reply=True)
    clock.advance(days=3)
    workspace.reminders.look_at_everyone()
    assert pane.view.model().index(0, 0).data(OBJECT_ROLE).pill_text == "waiting 3 d"
    clock.advance(days=1)
    pane.look_at_clock()
    assert pane.view.model().index(0, 0).data(OBJECT_ROLE).pill_text == "waiting 4 d"


def test_the_chip_counts_the_rows_it_shows(
    qtbot: QtBot, pane: ListPane, workspace: Workspace, clock: SettableClock, ann: PersonId, bea: PersonId
) -> None:
    """One meeting with two people: one thing to do, in two rows."""
    start = clock.now() + timedelta(hours=1)
    workspace.meetings.book(MeetingPlan((ann, bea), start, start + timedelta(minutes=20)))
    clock.advance(days=1)
    workspace.reminders.tick()
    assert workspace.reminders.due_count() == 1
    pane.show_chip(Chip.DUE)
    assert names(pane) == ["Ann Archer", "Bea Brown"]
    qtbot.waitUntil(lambda: "Due, 2 people" in chips(pane))


def test_what_comes_due_appears_under_its_chip(
    pane: ListPane, workspace: Workspace, clock: SettableClock, ann: PersonId
) -> None:
    workspace.outreach.log_sent(Draft(ann, OutKind.INTRO), needs_reply=True)
    pane.show_chip(Chip.DUE)
    assert names(pane) == []
    clock.advance(days=14)
    workspace.reminders.tick()
    assert names(pane) == ["Ann Archer"]
    assert pane.view.model().index(0, 0).data(OBJECT_ROLE).due


def test_a_tag_narrows_as_well(pane: ListPane) -> None:
    pane.filters._menu.aboutToShow.emit()
    (tag,) = [action for action in pane.filters._menu.actions() if "alumni" in action.text()]
    tag.trigger()
    assert names(pane) == ["Ann Archer"]
    assert "alumni" in pane.filters._button.accessibleName()
    pane.show_everyone()
    assert len(names(pane)) == 3


def test_a_word_of_ones_own_narrows_the_list(pane: ListPane, workspace: Workspace, ann: PersonId) -> None:
    workspace.vocabulary.add(OwnList.AREAS, "Animals")
    workspace.vocabulary.add(OwnList.SETTINGS, "Care farm")
    pane.filters._menu.aboutToShow.emit()
    assert "Care farm (0)" in offered(pane)
    record = workspace.people.get(ann)
    workspace.people.save(ann, replace(record.profile, practice_areas=("Animals", "mental_health")))
    pane.filters._menu.aboutToShow.emit()
    offered(pane)["Animals (1)"].trigger()
    assert names(pane) == ["Ann Archer"]
    assert "Animals" in pane.filters._button.accessibleName()


def test_a_first_start_leads_somewhere(qtbot: QtBot, empty: ListPane, intents: Intents) -> None:
    for text, wanted in (
        ("Import contacts…", intents.import_wanted),
        ("Add the first person", intents.add_person_wanted),
        ("Look at a sample network", intents.sample_wanted),
    ):
        with qtbot.waitSignal(wanted):
            press(empty, text)


def test_each_letter_finds_at_once_and_the_first_is_chosen(qtbot: QtBot, pane: ListPane, cleo: int) -> None:
    pane.search("c")
    pane.search("cr")
    assert names(pane)[0] == "Cleo Cruz"
    assert chosen(pane) == "Cleo Cruz"
    with qtbot.waitSignal(pane.person_chosen) as shown:
        pane.search("cru")
    assert shown.args == [cleo]


def test_a_letter_of_ones_own_is_found_below_the_people(
    qtbot: QtBot, pane: ListPane, workspace: Workspace, intents: Intents
) -> None:
    kept = workspace.letters.add(OwnLetter("", "Caseload & co", "", "May I ask about your week?"))
    pane.search("week")
    (button,) = pane.findChildren(FoundLetters)[0].buttons()
    assert button.isVisible()
    assert button.accessibleName() == "My letter: Caseload & co"
    assert "your week" in button.toolTip()
    with qtbot.waitSignal(intents.letters_wanted) as wanted:
        button.click()
    assert wanted.args == [kept.ref]
    pane.search("")
    assert not pane.findChildren(FoundLetters)[0].isVisible()


def test_notes_are_found_a_moment_later_with_the_line(qtbot: QtBot, pane: ListPane) -> None:
    pane.search("caseload")
    qtbot.waitUntil(lambda: names(pane) == ["Bea Brown"])
    row = pane.view.model().index(0, 0).data(OBJECT_ROLE)
    first, last = row.matched.spans[0]
    assert row.matched.text[first:last] == "caseload"
    assert chosen(pane) == "Bea Brown"


def test_an_answer_to_an_older_text_is_dropped(
    qtbot: QtBot, pane: ListPane, workspace: Workspace, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    find_words = workspace.roster.find_words

    def slowly(text: str) -> list[Hit]:
        if text == "caseload":
            go_on.wait(10)
        return find_words(text)

    monkeypatch.setattr(workspace.roster, "find_words", slowly)
    pane.search("caseload")
    qtbot.waitUntil(lambda: bool(tasks._under_way))
    pane.search("cleo")
    go_on.set()
    qtbot.waitUntil(lambda: not tasks._under_way)
    assert names(pane) == ["Cleo Cruz"]


def test_leaving_a_search_goes_back_to_whom_one_came_from(qtbot: QtBot, pane: ListPane, ann: int) -> None:
    pane.show_person(ann)
    with qtbot.waitSignal(pane.person_chosen):
        pane.search("cleo")
    with qtbot.waitSignal(pane.person_chosen) as shown:
        pane.search("")
    assert (shown.args, chosen(pane), len(names(pane))) == ([ann], "Ann Archer", 3)


def test_leaving_a_search_shows_everybody_as_they_are_by_now(pane: ListPane, workspace: Workspace, cleo: int) -> None:
    pane.search("bea")
    workspace.people.save(PersonId(cleo), profile("Al Able"))
    pane.search("")
    assert names(pane) == ["Al Able", "Ann Archer", "Bea Brown"]


def test_whom_one_opened_in_a_search_stays(qtbot: QtBot, pane: ListPane, ann: int) -> None:
    pane.show_person(ann)
    pane.search("cleo")
    pane.open_current()
    pane.search("")
    assert chosen(pane) == "Cleo Cruz"


def test_nobody_found_offers_to_add_them(qtbot: QtBot, pane: ListPane, intents: Intents) -> None:
    pane.search("Dora Dietz")
    qtbot.waitUntil(lambda: any(b.text() == "Clear search" and b.isVisible() for b in pane.findChildren(QPushButton)))
    with qtbot.waitSignal(intents.add_named_wanted) as wanted:
        press(pane, "Add as a new person")
    assert wanted.args == ["Dora Dietz"]
    with qtbot.waitSignal(pane.search_left):
        press(pane, "Clear search")
