"""Several people chosen in the list: one strip, and everything in it is one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.people.several_bar import SeveralBar
from otnet_desktop.ui.people.tag_form import TagForm
from tests.factories import profile
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def people(workspace: Workspace) -> list[PersonId]:
    """Ann, Bo and Cy, the last two with a tag."""
    tags = {"Ann": (), "Bo": ("alumni",), "Cy": ("alumni", "mentor")}
    return [workspace.people.add(profile(name, tags=told)).id for name, told in tags.items()]


@pytest.fixture
def made(qtbot: QtBot, workspace: Workspace, people: list[PersonId], tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as window:
        yield window


def choose(made: RealWindow, *rows: int) -> SeveralBar:
    view = made.window.people.view
    view.go_to(rows[0])
    for row in rows[1:]:
        view.selectionModel().select(view.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    assert made.window.people.several is not None
    return made.window.people.several


def tags(workspace: Workspace) -> list[tuple[str, ...]]:
    return [person.profile.tags for person in workspace.people.many(workspace.store.people.everyone())]


def test_it_is_there_only_for_several(made: RealWindow) -> None:
    bar = choose(made, 0)
    assert bar.isHidden()
    choose(made, 0, 2)
    assert bar.isVisible()
    QTest.keyClick(made.window.people.view, Qt.Key.Key_Home)
    assert bar.isHidden()


def test_shift_and_an_arrow_choose_several_with_the_keyboard(made: RealWindow) -> None:
    bar = choose(made, 0)
    QTest.keyClick(made.window.people.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert bar.isVisible()
    assert len(made.window.people.view.chosen_people()) == 2


def test_a_tag_is_given_and_taken_off(made: RealWindow, workspace: Workspace, qtbot: QtBot) -> None:
    bar = choose(made, 0, 1)
    bar.tag.menu().actions()[0].trigger()
    (form,) = made.window.findChildren(TagForm)
    form.accept_button.click()
    assert form.isVisible()
    form.tag.setText("mentor")
    with qtbot.waitSignal(made.window.intents.undoable) as told:
        form.accept_button.click()
    assert told.args == ["2 people got the tag “mentor”."]
    assert tags(workspace) == [("mentor",), ("alumni", "mentor"), ("alumni", "mentor")]
    choose(made, 1, 2)
    off = bar.tags_off
    off.aboutToShow.emit()
    assert [action.text() for action in off.actions()] == ["alumni", "mentor"]
    with qtbot.waitSignal(made.window.intents.undoable):
        off.actions()[0].trigger()
    assert tags(workspace) == [("mentor",), ("mentor",), ("mentor",)]
    made.life.actions[Act.UNDO].trigger()
    made.life.actions[Act.UNDO].trigger()
    assert tags(workspace) == [(), ("alumni",), ("alumni", "mentor")]


def test_a_tag_is_told_as_it_is(made: RealWindow, qtbot: QtBot) -> None:
    choose(made, 0, 1).tag.menu().actions()[0].trigger()
    (form,) = made.window.findChildren(TagForm)
    form.tag.setText("{n} {tag} {0.x}")
    with qtbot.waitSignal(made.window.intents.undoable) as told:
        form.accept_button.click()
    assert told.args == ["2 people got the tag “{n} {tag} {0.x}”."]


def test_the_keyboard_goes_back_to_the_list(made: RealWindow, qtbot: QtBot) -> None:
    bar = choose(made, 0, 1)
    bar.remove.setFocus()
    with qtbot.waitSignal(made.window.intents.deleted):
        bar.remove.click()
    assert made.window.focusWidget() is made.window.people.view


def test_they_are_archived_and_what_changes_nothing_says_so(
    made: RealWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    bar = choose(made, 0, 1)
    archive, reopen, *_others = bar.status.menu().actions()
    with qtbot.waitSignal(made.window.intents.said) as told:
        reopen.trigger()
    assert told.args == ["Nothing had to be changed."]
    with qtbot.waitSignal(made.window.intents.undoable) as told:
        archive.trigger()
    assert told.args == ["2 people were archived."]
    statuses = [person.status for person in workspace.people.many(workspace.store.people.everyone())]
    assert statuses == [Status.ARCHIVED, Status.ARCHIVED, Status.ACTIVE]


def test_the_keys_for_one_delete_all_that_are_chosen(
    made: RealWindow, workspace: Workspace, people: list[PersonId], qtbot: QtBot
) -> None:
    choose(made, 0, 1)
    with qtbot.waitSignal(made.window.intents.deleted) as told:
        made.life.actions[Act.DELETE_PERSON].trigger()
    assert told.args == ["2 people were deleted."]
    assert workspace.store.people.everyone() == [people[2]]
    assert made.window.people.several is not None
    assert made.window.people.several.isHidden()
    made.life.actions[Act.UNDO].trigger()
    assert workspace.store.people.everyone() == people


def test_a_failure_is_told_and_the_strip_can_be_used_again(
    made: RealWindow, workspace: Workspace, people: list[PersonId], qtbot: QtBot
) -> None:
    bar = choose(made, 0, 1)
    workspace.store.backups.folder.write_text("a file in its place")
    with qtbot.waitSignal(made.window.intents.failed):
        bar.remove.click()
    assert bar.isEnabled()
    assert workspace.store.people.everyone() == people
