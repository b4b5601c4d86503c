"""Homework about a place, on the page of each of its people."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.domain.places import KnownPlace
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.research.place_card import PlaceCard
from tests.factories import profile
from tests.services.clocks import SettableClock

CLINIC = "Harbor Kids Clinic"


def at(workspace: Workspace, name: str, place: str = CLINIC) -> PersonId:
    return workspace.people.add(profile(name, affiliations=(Affiliation(place, "OT"),))).id


@pytest.fixture
def ada(workspace: Workspace) -> PersonId:
    return at(workspace, "Ada Lin")


@pytest.fixture
def card(pane: PersonPane) -> PlaceCard:
    return pane._place


def known(workspace: Workspace, name: str = CLINIC) -> KnownPlace:
    place = workspace.places.named(name)
    assert place is not None
    return place


def test_it_stands_under_everybody_who_is_there(pane: PersonPane, card: PlaceCard, workspace: Workspace) -> None:
    assert card.isVisible()
    assert card.accessibleName() == "About Harbor Kids Clinic"
    QTest.keyClicks(card.points.line, "Has a sensory garden")
    QTest.keyClick(card.points.line, Qt.Key.Key_Return)
    QTest.keyClicks(card.notes._source, "Quiet rooms")
    bo = at(workspace, "Bo Ek")

    pane.show_person(bo)  # what was typed is saved on the way

    assert [point.text for point in known(workspace).research.key_points] == ["Has a sensory garden"]
    assert card.notes._source.toPlainText() == "Quiet rooms"
    assert len(card.points._rows) == 1
    assert card._caption.accessibleName() == "shared by 2 people you know"
    pane.show_person(workspace.people.add(profile("Cy Cole")).id)
    assert not card.isVisible()
    assert card.name == ""


def test_what_is_typed_reaches_no_other_place(pane: PersonPane, card: PlaceCard, workspace: Workspace) -> None:
    dee = at(workspace, "Dee Dunn", "Larchmont USD")
    QTest.keyClicks(card.notes._source, "About the clinic")
    pane.show_person(dee)
    assert card.notes._source.toPlainText() == ""
    assert known(workspace).research.notes == "About the clinic"
    assert known(workspace, "Larchmont USD").research.notes == ""


def test_old_homework_is_looked_at_again(card: PlaceCard, workspace: Workspace, clock: SettableClock) -> None:
    workspace.places.save_notes(CLINIC, "Quiet rooms")
    assert not card._age.isVisible()
    clock.advance(days=180)
    workspace.reminders.look_at_everyone()
    assert card._age.isVisible()
    card._age.button.click()
    assert not card._age.isVisible()


def test_another_name_is_kept_by_enter_and_left_by_escape(card: PlaceCard, workspace: Workspace, ada: PersonId) -> None:
    workspace.places.save_notes(CLINIC, "Quiet rooms")
    card.rename.click()
    card.naming.line.setText("Nonsense")
    QTest.keyClick(card.naming.line, Qt.Key.Key_Escape)
    assert not card.naming.isVisible()
    assert card.name == CLINIC

    card.rename.click()
    assert card.naming.line.text() == CLINIC
    card.naming.line.setText("Harbor Children's Clinic")
    QTest.keyClick(card.naming.line, Qt.Key.Key_Return)

    assert not card.naming.isVisible()
    assert card.name == "Harbor Children's Clinic"
    assert card.notes._source.toPlainText() == "Quiet rooms"
    assert workspace.people.get(ada).profile.current.organisation == "Harbor Children's Clinic"


def test_the_name_of_another_place_says_that_both_become_one(card: PlaceCard, workspace: Workspace) -> None:
    at(workspace, "Bo Ek", "Harbour Clinic")
    card.rename.click()
    assert "one" not in card.naming._hint.text().split()
    card.naming.line.setText("Harbour Clinic")
    assert card.naming._hint.text() == "Both become one: notes and people of both are kept."
    card.naming.keep.click()
    assert len(known(workspace, "Harbour Clinic").people) == 2


def test_whom_to_ask_first_is_chosen_where_a_placement_is_asked_for(
    card: PlaceCard, workspace: Workspace, ada: PersonId
) -> None:
    assert not card.gate.isVisible()
    workspace.research.say_why(ada, "fieldwork_placement")
    assert card.gate.isVisible()
    gia = at(workspace, "Gia Gate")

    card.gate.choose(gia)
    assert known(workspace).gate == gia
    workspace.research.say_why(ada, "setting_info")
    assert card.gate.isVisible()  # it is known, so it is shown
    workspace.history.undo()
    workspace.history.undo()
    assert card.gate.people() == ()
    assert known(workspace).gate is None
