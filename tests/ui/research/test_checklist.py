"""The research checklist: folded, ticked, kept for each person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.research.checklist import Checklist
from tests.factories import profile


@pytest.fixture
def checklist(pane: PersonPane) -> Checklist:
    return pane._research._checklist


def test_it_is_folded_until_one_wants_it(checklist: Checklist) -> None:
    assert checklist.fold.text() == "Checklist: 0 of 10"
    assert not checklist.rows[0].isVisible()
    checklist.fold.click()
    assert checklist.rows[0].isVisible()


def test_the_action_of_a_screen_reader_ticks(checklist: Checklist, workspace: Workspace, ada: PersonId) -> None:
    checklist.fold.click()
    box = QAccessible.queryAccessibleInterface(checklist.rows[0].box)
    box.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    assert workspace.research.ticked(ada) == {checklist.rows[0].text}


def test_a_tick_is_kept_for_this_person_and_undone(
    checklist: Checklist, pane: PersonPane, workspace: Workspace, ada: PersonId
) -> None:
    checklist.fold.click()
    first, second = checklist.rows[:2]
    QTest.keyClick(first.box, Qt.Key.Key_Space)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)  # the text is part of the box

    assert workspace.research.ticked(ada) == {first.text, second.text}
    assert checklist.fold.text() == "Checklist: 2 of 10"
    bo = workspace.people.add(profile("Bo Ek")).id
    pane.show_person(bo)
    assert not first.box.isChecked()
    pane.show_person(ada)
    workspace.history.undo()  # Bo was added last
    workspace.history.undo()
    assert (first.box.isChecked(), second.box.isChecked()) == (True, False)
