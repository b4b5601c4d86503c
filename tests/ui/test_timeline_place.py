"""On the Timeline place: whom the keys are about, and the way back from what one opened there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.meetings.meeting_form import MeetingForm
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.outreach.composer import Composer
from otnet_desktop.ui.person_place import PersonPlace
from otnet_desktop.ui.timeline.everyone_page import EveryonePage
from otnet_desktop.ui.timeline.story_view import StoryView
from otnet_desktop.ui.timeline.timeline_pane import TimelinePane
from tests.ui.network import add, book
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def ann(workspace: Workspace) -> PersonId:
    return add(workspace, "Ann Archer")


@pytest.fixture
def bea(workspace: Workspace) -> PersonId:
    return add(workspace, "Bea Brown")


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path, ann: PersonId, bea: PersonId) -> Iterator[RealWindow]:
    """Ann is chosen in the list; one meets Bea on Friday, and both of them a week later."""
    book(workspace, bea, start="2026-03-20T16:00")
    book(workspace, ann, bea, start="2026-03-27T16:00")
    with real_window(qtbot, workspace, tmp_path) as made:
        made.window.show_person(ann)
        made.wait(made.window.isActiveWindow)
        made.window.go_to("timeline")
        yield made


def view_of(real: RealWindow) -> StoryView:
    page = real.window.pages["timeline"]
    assert isinstance(page, EveryonePage)
    return page.story.view


def stand_on(view: StoryView, title: str) -> None:
    """Walk to an entry as with the arrows."""
    view.setFocus(Qt.FocusReason.TabFocusReason)
    model = view.model()
    (row,) = (row for row in range(model.rowCount()) if str(model.index(row, 0).data()).startswith(title))
    view.setCurrentIndex(model.index(row, 0))


def sheet_of(real: RealWindow) -> object:
    place = real.window.findChild(PersonPlace)
    assert isinstance(place, PersonPlace)
    return place.sheet


@pytest.mark.parametrize(
    ("entry", "whom"), [("", []), ("Video call: Bea Brown", ["bea"]), ("Video call: Ann Archer and Bea", [])]
)
def test_a_meeting_is_planned_with_whom_one_stands_on_or_one_is_asked(
    real: RealWindow, bea: PersonId, entry: str, whom: list[str]
) -> None:
    if entry:
        stand_on(view_of(real), entry)
    real.life.actions[Act.MEETING].trigger()
    (form,) = real.window.findChildren(MeetingForm)
    assert list(form.people.people()) == [bea for _ in whom]
    form.reject()


def test_what_needs_one_person_is_off_while_none_is_meant(real: RealWindow, ann: PersonId) -> None:
    one = (Act.WRITE, Act.EDIT_PERSON, Act.ARCHIVE, Act.DELETE_PERSON)
    assert [real.life.actions[act].isEnabled() for act in one] == [False] * 4
    stand_on(view_of(real), "Video call: Bea Brown")
    assert [real.life.actions[act].isEnabled() for act in one] == [True] * 4
    stand_on(view_of(real), "Video call: Ann Archer and Bea")
    assert [real.life.actions[act].isEnabled() for act in one] == [False] * 4
    real.window.go_to("people")
    assert [real.life.actions[act].isEnabled() for act in one] == [True] * 4
    real.life.actions[Act.ARCHIVE].trigger()
    assert real.said == ["Ann Archer was archived."]


def test_esc_goes_back_to_the_timeline_from_a_meeting_opened_there(real: RealWindow) -> None:
    view = view_of(real)
    stand_on(view, "Video call: Bea Brown")
    QTest.keyClick(view, Qt.Key.Key_Return)
    sheet = sheet_of(real)
    assert isinstance(sheet, MeetingSheet)
    QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Escape)
    assert real.window.rail.chosen_key() == "timeline"
    assert view.isVisible()
    assert view.hasFocus()
    assert str(view.currentIndex().data()).startswith("Video call: Bea Brown")


def test_also_from_a_letter_begun_in_that_meeting(real: RealWindow, bea: PersonId) -> None:
    view = view_of(real)
    stand_on(view, "Video call: Bea Brown")
    QTest.keyClick(view, Qt.Key.Key_Return)
    real.window.intents.compose_wanted.emit(bea, "", "")
    letter = sheet_of(real)
    assert isinstance(letter, Composer)
    QTest.keyClick(QApplication.focusWidget() or letter, Qt.Key.Key_Escape)
    assert real.window.rail.chosen_key() == "timeline"
    assert view.hasFocus()


def test_whoever_goes_on_to_somebody_else_is_not_sent_back(real: RealWindow, ann: PersonId) -> None:
    view = view_of(real)
    stand_on(view, "Video call: Bea Brown")
    QTest.keyClick(view, Qt.Key.Key_Return)
    real.window.show_person(ann)
    assert real.window.rail.chosen_key() == "people"


def test_in_a_small_window_esc_goes_back_to_the_timeline_tab(real: RealWindow, ann: PersonId) -> None:
    window = real.window
    window.resize(1024, 768)
    window.go_to("people")
    real.wait(window.page.is_folded)
    real.life.actions[Act.SHOW_TIMELINE].trigger()
    pane = window.findChild(TimelinePane)
    assert isinstance(pane, TimelinePane)
    stand_on(pane.story.view, "Video call")
    QTest.keyClick(pane.story.view, Qt.Key.Key_Return)
    assert not pane.isVisible()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert pane.isVisible()
    assert pane.story.view.hasFocus()
