"""The Compass place: a map one walks by keyboard, the same as a table, and who introduced whom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.compass import Cell, Mark
from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.services import compass
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.compass.compass_page import INTRODUCTIONS, TABLE, CompassPage
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.theme.theme import Scheme, Theme
from tests.ui.network import add, book, met

AREA = "Mental Health"
SCHOOL, CLINIC = Cell(AREA, "school"), Cell(AREA, "hand_clinic")
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def someone(workspace: Workspace, name: str, setting: str = "school", area: str = AREA) -> PersonId:
    return add(workspace, name, affiliations=(Affiliation("Somewhere", setting=setting),), practice_areas=(area,))


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks) -> CompassPage:
    made = CompassPage(workspace, bridge, intents, tasks)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    return made


def spoken(page: CompassPage, cell: Cell) -> str:
    return str(page.model.index_of(cell).data(SPOKEN))


def texts(within: QWidget) -> list[str]:
    shown = [w for w in within.findChildren(QWidget) if w.isVisible()]
    return [w.accessibleName() or w.text() for w in shown if isinstance(w, QLabel | QAbstractButton)]


def stand_on(page: CompassPage, cell: Cell) -> None:
    page.map.setCurrentIndex(page.model.index_of(cell))


def test_each_cell_is_said_in_a_sentence(page: CompassPage, workspace: Workspace) -> None:
    ann, bo = someone(workspace, "Ann Ek"), someone(workspace, "Bo Ek")
    met(workspace, ann, start="2026-03-10T10:00")
    book(workspace, bo, start="2026-03-20T10:00")
    workspace.compass.mark(SCHOOL, Mark.CURIOUS, "Sensory rooms")
    page.show()
    said = "Mental Health in School system, curious, 1 person met, 1 person to meet, Sensory rooms"
    assert spoken(page, SCHOOL) == said
    assert page.model.headerData(0, Qt.Orientation.Vertical) == "School system"
    page.every.setChecked(True)
    assert spoken(page, CLINIC) == "Mental Health in Hand and upper-limb clinic, open"


def test_own_words_are_rows_and_columns(page: CompassPage, workspace: Workspace) -> None:
    someone(workspace, "Ann Ek", "Care farm", "Animals")
    page.show()
    heads = [page.model.headerData(column, Qt.Orientation.Horizontal) for column in range(page.model.columnCount())]
    assert heads[-1] == "Animals"
    assert page.model.headerData(0, Qt.Orientation.Vertical) == "Care farm"


def test_by_keyboard_from_cell_to_cell_and_into_what_is_said(
    page: CompassPage, workspace: Workspace, qtbot: QtBot
) -> None:
    met(workspace, someone(workspace, "Ann Ek"), start="2026-03-10T10:00")
    workspace.compass.mark(CLINIC, Mark.CURIOUS)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.map.setFocus()
    stand_on(page, CLINIC)
    assert "Could introduce you" in texts(page.panel)
    assert "Ann Ek" in texts(page.panel)
    QTest.keyClick(page.map, Qt.Key.Key_Down)
    assert page.panel.where.text() == "Mental Health in School system"
    assert "Met" in texts(page.panel)
    QTest.keyClick(page.map, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.accessibleName() == "Ann Ek"


def test_a_mark_and_its_why_are_kept_and_taken_back(page: CompassPage, workspace: Workspace) -> None:
    someone(workspace, "Ann Ek")
    page.show()
    stand_on(page, SCHOOL)
    page.panel.mark.choose(Mark.RULED_OUT.value)
    QTest.keyClicks(page.panel.why, "Too far")
    page.panel.save_now()
    mark = workspace.compass.chart().at(SCHOOL).mark
    assert mark is not None
    assert (mark.mark, mark.why) == (Mark.RULED_OUT, "Too far")
    assert "ruled out" in spoken(page, SCHOOL)
    workspace.history.undo()
    assert page.panel.why.toPlainText() == ""
    workspace.history.undo()
    assert workspace.compass.chart().at(SCHOOL).mark is None
    assert page.panel.mark.chosen_key() == "nothing"


def test_what_is_typed_stays_with_its_cell(page: CompassPage, workspace: Workspace) -> None:
    for cell in (SCHOOL, CLINIC):
        workspace.compass.mark(cell, Mark.CURIOUS)
    page.show()
    stand_on(page, SCHOOL)
    QTest.keyClicks(page.panel.why, "Gardens")
    stand_on(page, CLINIC)
    assert page.panel.why.toPlainText() == ""
    whys = {mark.cell: mark.why for mark in workspace.store.compass.marks()}
    assert whys == {SCHOOL: "Gardens", CLINIC: ""}


def test_a_blank_outlives_the_save_before_the_next_word(page: CompassPage, workspace: Workspace) -> None:
    workspace.compass.mark(SCHOOL, Mark.CURIOUS)
    page.show()
    stand_on(page, SCHOOL)
    for word in ("Too ", "far"):
        QTest.keyClicks(page.panel.why, word)
        page.panel.save_now()
    assert workspace.store.compass.marks()[0].why == "Too far"


def test_it_is_calm_and_counts_nothing(page: CompassPage, workspace: Workspace) -> None:
    workspace.compass.mark(CLINIC, Mark.CURIOUS)
    page.show()
    assert "Nobody sees every field" in page.sentence.text()
    assert "Mental Health in Hand and upper-limb clinic" in page.sentence.text()
    assert not any("%" in text or "/ " in text for text in texts(page))


def test_the_table_says_the_same(page: CompassPage, workspace: Workspace) -> None:
    met(workspace, someone(workspace, "Ann Ek"), start="2026-03-10T10:00")
    workspace.compass.mark(CLINIC, Mark.CURIOUS, "Splints")
    page.show()
    stand_on(page, SCHOOL)
    page.kind.choose(TABLE)
    table = page.table
    assert table.cell() == SCHOOL, "one stays in the field one was in"
    model, columns = table.model(), range(table.columnCount())
    rows = [[model.index(row, column).data() for column in columns] for row in range(table.rowCount())]
    assert rows == [
        [AREA, "Hand and upper-limb clinic", "curious", "", "", "Splints", "Ann Ek"],
        [AREA, "School system", "met", "Ann Ek", "", "", ""],
    ]
    table.setCurrentCell(0, 0)
    assert page.panel.where.text() == "Mental Health in Hand and upper-limb clinic"


def test_nobody_yet_leads_on(page: CompassPage) -> None:
    page.show()
    assert page.model.rowCount() > 30, "all settings, to begin with"
    assert any("An association or a school" in text for text in texts(page.panel))
    page.kind.choose(INTRODUCTIONS)
    assert "No introductions yet" in texts(page.introductions)
    assert not page.panel.isVisible()


def test_a_name_is_no_markup_in_the_tip_of_an_introduction(page: CompassPage, workspace: Workspace) -> None:
    ann, bo = add(workspace, "Ann Ek"), add(workspace, "<img src=x> Ek")
    workspace.people.referred(ann, bo)
    page.show()
    page.kind.choose(INTRODUCTIONS)
    first = page.introductions.list.topLevelItem(0)
    assert first is not None
    child = first.child(0)
    assert child is not None
    assert child.toolTip(0) == "<span>&lt;img src=x&gt; Ek, introduced by Ann Ek</span>"


def test_introductions_are_a_list_and_a_picture_of_the_same(
    page: CompassPage, workspace: Workspace, intents: Intents, qtbot: QtBot
) -> None:
    ann, bo, cid = (add(workspace, name) for name in ("Ann Ek", "Bo Ek", "Cid Ek"))
    workspace.people.referred(ann, bo)
    workspace.people.referred(cid, bo)
    page.show()
    page.kind.choose(INTRODUCTIONS)
    part = page.introductions
    first = part.list.topLevelItem(0)
    assert first is not None
    child = first.child(0)
    assert child is not None
    assert (first.text(0), child.text(0)) == ("Ann Ek", "Bo Ek")
    assert child.data(0, SPOKEN) == "Bo Ek, introduced by Ann Ek, Cid Ek"
    spot = next(spot for spot in part.picture._tree.spots if spot.person == bo)
    point: QPoint = part.picture._seen(part.picture._box(spot)).center()
    QTest.mouseClick(part.picture.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert part.list.currentItem() is child
    with qtbot.waitSignal(intents.person_wanted) as wanted:
        QTest.mouseDClick(part.picture.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert wanted.args == [int(bo)]
    with qtbot.waitSignal(intents.person_wanted) as again:
        part.list.itemActivated.emit(first, 0)
    assert again.args == [int(ann)]


def test_a_picture_of_hundreds_scrolls_to_whoever_is_chosen(page: CompassPage, workspace: Workspace) -> None:
    people = [add(workspace, f"P{number}") for number in range(120)]
    with workspace.steps.together("Many"):
        for person in people[1:]:
            workspace.people.referred(people[0], person)
    page.show()
    page.kind.choose(INTRODUCTIONS)
    picture = page.introductions.picture
    item = page.introductions._items[people[-1]]
    page.introductions.list.setCurrentItem(item)
    spot = next(spot for spot in picture._tree.spots if spot.person == people[-1])
    assert picture.viewport().rect().contains(picture._seen(picture._box(spot)))
    assert picture.verticalScrollBar().maximum() > picture.viewport().height()


def test_it_asks_for_no_higher_window_where_letters_are_twice_as_large(
    page: CompassPage, workspace: Workspace, qapp: QApplication, theme: Theme
) -> None:
    someone(workspace, "Ann Ek")
    theme.choose(Scheme.LIGHT, 2.0)
    page.resize(840, 500)
    page.show()
    assert page.minimumSizeHint().height() < 300
    assert page.map.viewport().height() > 2 * page.map.rowHeight(0)
    page.map.setFocus()
    QTest.keyClick(page.map, Qt.Key.Key_Return)
    field = page.panel.first_field()
    assert page.rect().contains(field.mapTo(page, field.rect().bottomRight()))


def test_of_very_many_the_map_is_drawn_by_a_worker_and_again_for_what_changed_meanwhile(
    page: CompassPage, workspace: Workspace, tasks: Tasks, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(compass, "LARGE", 1)
    met(workspace, someone(workspace, "Ann Ek"), start="2026-03-10T10:00")
    someone(workspace, "Bo Ek")
    page.show()
    assert tasks.are_under_way()
    assert page.model.rowCount() == 0
    workspace.compass.mark(SCHOOL, Mark.CURIOUS)
    qtbot.waitUntil(lambda: not tasks.are_under_way())
    assert spoken(page, SCHOOL).startswith("Mental Health in School system, curious, 1 person met")
