"""Finding people by a few letters while filling in a form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import Affiliation
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.people_field import PeopleField
from tests.ui.network import add


@pytest.fixture
def field(qtbot: QtBot, workspace: Workspace) -> PeopleField:
    add(workspace, "Ana Lee", affiliations=(Affiliation("Hillside", "Hand therapist"),))
    add(workspace, "Ana Leeson")
    made = PeopleField(workspace, "With whom", most=1)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_suggestion_that_is_taken_becomes_the_person(qtbot: QtBot, field: PeopleField) -> None:
    QTest.keyClicks(field.line, "ana")
    assert field.line.found() == 2
    completer = field.line.completer()
    first = completer.completionModel().index(0, 0)
    assert first.data() == "Ana Lee · Hand therapist · Hillside"
    completer.activated.emit(first.data())
    completer.activated[type(first)].emit(first)  # type: ignore[index]
    qtbot.waitUntil(lambda: len(field.people()) == 1)
    assert field.line.text() == ""
    assert not field.line.isVisible(), "there is room for one"


def test_only_what_is_certain_is_taken_without_a_choice(field: PeopleField) -> None:
    field.line.setText("ana")
    field.settle()
    assert field.people() == ()
    assert field.problem() == "Several people match ana: choose one."
    field.line.setText("Ana  LEE")
    field.settle()
    assert len(field.people()) == 1
    assert field.problem() == ""


def test_enter_takes_the_first_and_the_button_takes_out_again(field: PeopleField) -> None:
    QTest.keyClicks(field.line, "lees")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    (person,) = field.people()
    token = field._chosen[person]
    assert token.accessibleName() == "Take out Ana Leeson"
    QTest.keyClick(token, Qt.Key.Key_Space)
    assert field.people() == ()
    assert field.line.isVisible()
    assert field.problem() == "Choose a person."


def test_suggestions_are_rows_one_can_hit(field: PeopleField) -> None:
    completer = field.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    popup.ensurePolished()
    assert popup.property("kind") == "suggestions", "the style sheet knows them by it"
    QTest.keyClicks(field.line, "ana")
    assert popup.sizeHintForRow(0) >= 24, "a row is a target"
