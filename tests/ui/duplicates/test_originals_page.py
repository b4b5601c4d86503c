"""Whom somebody was made one of, reached from what changed about them, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import ContactKind, ContactPoint, Person, PersonId, Profile
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.duplicates.originals_page import OriginalsPage
from otnet_desktop.ui.people.changes_page import ChangesPage
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def emily(workspace: Workspace) -> PersonId:
    """One who was two."""
    two: list[Person] = []
    for family, number in (("Clark", "604 555 0102"), ("Novak", "604 555 0199")):
        points = (ContactPoint(ContactKind.PHONE, number),)
        profile = Profile(given="Emily", family=family, role="mentor", met_via="bo", contact_points=points)
        two.append(workspace.people.add(profile))
    workspace.people.add(Profile(given="Bo", family="Ito"), ref="bo")
    return workspace.merging.merge(workspace.merging.pair(two[0].id, two[1].id))


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, emily: PersonId, tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        made.window.show_person(emily)
        yield made


def reached(real: RealWindow) -> OriginalsPage:
    real.window.asides.leave()
    real.life.actions[Act.CHANGES].trigger()
    changes = real.window.asides.shown
    assert isinstance(changes, ChangesPage)
    QTest.mouseClick(changes.originals, Qt.MouseButton.LeftButton)
    page = real.window.asides.shown
    assert isinstance(page, OriginalsPage)
    return page


def texts(page: OriginalsPage) -> list[str]:
    return [label.text() for label in page.findChildren(PlainLabel) if label.text()]


def test_both_stand_side_by_side_with_what_each_brought(real: RealWindow) -> None:
    page = reached(real)
    shown = texts(page)
    for text in ("Emily Clark", "Emily Novak", "604 555 0102", "604 555 0199", "mentor"):
        assert text in shown
    assert shown.count("Bo Ito") == 2
    assert [card.accessibleName() for card in page.cards] == ["Emily Clark · Emily Novak"]


def test_a_merge_is_taken_back_where_it_is_shown(real: RealWindow, emily: PersonId) -> None:
    page = reached(real)
    assert page.undo_button is not None
    assert real.window.focusWidget() is page.undo_button
    QTest.mouseClick(page.undo_button, Qt.MouseButton.LeftButton)
    assert real.workspace.people.get(emily).profile.full_name == "Emily Clark"
    assert len(real.workspace.store.people.everyone()) == 3
    assert real.said[-1] == "They are different people again"
    assert real.window.asides.shown is None


def test_it_says_what_stands_before_the_way_back_and_where_it_ends(real: RealWindow, emily: PersonId) -> None:
    real.workspace.research.save_notes(emily, "Something new")
    page = reached(real)
    assert "Undo takes it back after 1 later change." in texts(page)
    assert page.undo_button is None
    real.workspace.store.database.sql("DELETE FROM journal_group")
    again = reached(real)
    assert "It can no longer be undone. Both stay to be seen here." in texts(again)


def test_of_several_made_one_in_a_step_one_button_takes_all_back(real: RealWindow, emily: PersonId) -> None:
    others = [real.workspace.people.add(Profile(given="Emily", family=family)).id for family in ("Roe", "Ray")]
    real.workspace.merging.join([emily, *others])
    page = reached(real)
    assert len(page.cards) == 3
    assert "It was done in the same step." in texts(page)
    (button,) = (b for b in page.findChildren(QPushButton) if b.text() == "Make different people of them again")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(page.cards) == 1
