"""Who is chosen when somebody goes, and when an undo brings somebody back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.roster import Chip
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.people.person_pane import PersonPane
from tests.ui.network import add
from tests.ui.real_window import RealWindow, real_window

MANY = 60


@pytest.fixture
def people(workspace: Workspace) -> list[PersonId]:
    return [add(workspace, f"Person{number:02} Meant") for number in range(MANY)]


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path, people: list[PersonId]) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def by_key(act: Act) -> Callable[[RealWindow], None]:
    def do(real: RealWindow) -> None:
        real.life.actions[act].trigger()

    return do


def delete_from_the_menu(real: RealWindow) -> None:
    pane = real.window.findChild(PersonPane)
    assert isinstance(pane, PersonPane)
    pane._actions._menu.delete_chosen.emit()


def is_in_sight(real: RealWindow, person: PersonId) -> bool:
    view = real.window.people.view
    row = view.currentIndex()
    return view.current_person() == person and view.viewport().rect().contains(view.visualRect(row).center())


def rows_of(real: RealWindow) -> list[str]:
    model = real.window.people.view.model()
    return [str(model.index(row, 0, QModelIndex()).data() or "") for row in range(model.rowCount())]


DELETING = pytest.mark.parametrize("delete", [by_key(Act.DELETE_PERSON), delete_from_the_menu], ids=["key", "menu"])


@DELETING
def test_after_a_deletion_the_next_in_the_list_is_shown(
    real: RealWindow, people: list[PersonId], delete: Callable[[RealWindow], None]
) -> None:
    real.window.show_person(people[50])
    delete(real)
    assert real.window.person == people[51]
    assert is_in_sight(real, people[51])
    real.window.show_person(people[-1])
    delete(real)
    assert real.window.person == people[-2]


@pytest.mark.parametrize(
    "put_away",
    [by_key(Act.DELETE_PERSON), delete_from_the_menu, by_key(Act.ARCHIVE)],
    ids=["delete", "menu", "archive"],
)
def test_whoever_comes_back_is_chosen_and_in_sight(
    real: RealWindow, people: list[PersonId], put_away: Callable[[RealWindow], None]
) -> None:
    real.window.show_person(people[50])
    put_away(real)
    real.window.show_person(people[0])
    real.life.actions[Act.UNDO].trigger()
    assert real.window.person == people[50]
    real.wait(lambda: is_in_sight(real, people[50]))


@pytest.mark.parametrize("narrowed", ["chip", "search"])
def test_also_where_the_list_is_narrowed_to_others(real: RealWindow, people: list[PersonId], narrowed: str) -> None:
    real.window.show_person(people[50])
    real.life.actions[Act.DELETE_PERSON].trigger()
    if narrowed == "chip":
        real.window.people.show_chip(Chip.WAITING)
    else:
        real.window.top.search.setText("Person07")
        real.wait(lambda: real.window.person == people[7])
    real.life.actions[Act.UNDO].trigger()
    real.wait(lambda: is_in_sight(real, people[50]))
    assert real.window.person == people[50]


def test_an_undo_of_something_else_stays_with_whoever_is_shown(
    real: RealWindow, workspace: Workspace, people: list[PersonId]
) -> None:
    workspace.research.save_notes(people[50], "Likes coffee")
    workspace.people.set_status(people[49], Status.DO_NOT_CONTACT)
    real.window.show_person(people[0])
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.research.of(people[50]).notes == ""
    assert real.window.person == people[0]


def test_the_keyboard_stays_with_the_person_when_one_is_deleted_from_their_menu(
    real: RealWindow, people: list[PersonId]
) -> None:
    real.wait(real.window.isActiveWindow)
    pane = real.window.findChild(PersonPane)
    assert isinstance(pane, PersonPane)
    pane._header.more.setFocus()
    delete_from_the_menu(real)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert pane.isAncestorOf(focused)


def test_whoever_is_added_and_undone_leaves_nobody_behind(
    real: RealWindow, workspace: Workspace, people: list[PersonId]
) -> None:
    newest = add(workspace, "Zoe Zimmer")
    real.window.show_person(newest)
    real.life.actions[Act.UNDO].trigger()
    assert real.window.person == people[-1]


def test_a_message_hides_nobody_who_was_chosen(real: RealWindow, people: list[PersonId]) -> None:
    view = real.window.people.view
    real.window.show_person(people[50])
    real.wait(lambda: is_in_sight(real, people[50]))
    before = view.viewport().height()
    real.window.intents.undoable.emit("Renata Ruiz was archived.")
    real.wait(lambda: view.viewport().height() < before)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_a_hit_that_is_deleted_leaves_no_empty_row(real: RealWindow, people: list[PersonId]) -> None:
    real.window.top.search.setText("Person0")
    real.wait(lambda: real.window.person == people[0])
    real.life.actions[Act.DELETE_PERSON].trigger()
    assert rows_of(real)[0] == "Person01 Meant"
    assert "" not in rows_of(real)
    assert real.window.person == people[1]
