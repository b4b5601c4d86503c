"""The timeline of everyone, near and from afar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.density import Grain
from otnet_desktop.domain.facts import Side
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.timeline.everyone_page import DAYS, EveryonePage
from tests.ui.network import add, book, met

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> EveryonePage:
    ann, bo = add(workspace, "Ann Ek"), add(workspace, "Bo Ek")
    met(workspace, ann, start="2025-06-10T10:00")
    met(workspace, ann, bo, start="2026-02-28T23:30")  # in UTC it is March already
    met(workspace, bo, start="2026-02-03T10:00")
    off = book(workspace, ann, start="2026-02-05T10:00")
    workspace.meetings.cancel(off.id, Side.ME)
    book(workspace, ann, start="2026-05-10T10:00")
    made = EveryonePage(workspace, bridge, intents)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def afar(page: EveryonePage) -> list[str]:
    rows = page.afar.rows
    return [str(rows.index(row).data(SPOKEN)) for row in range(rows.rowCount())]


def near(page: EveryonePage) -> list[str]:
    model = page.story.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_months_and_years_are_counted_on_the_users_calendar(page: EveryonePage) -> None:
    page.grain.choose(Grain.MONTH.value)
    assert afar(page) == [
        "May 2026, 1 meeting with 1 person",
        "February 2026, 2 meetings with 2 people",
        "June 2025, 1 meeting with 1 person",
    ]
    page.grain.choose(Grain.YEAR.value)
    assert afar(page) == ["2026, 3 meetings with 2 people", "2025, 1 meeting with 1 person"]
    year = page.afar.rows.stretch_at(0)
    assert year is not None
    assert year.months == (0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)


def test_enter_goes_nearer_from_a_year_to_its_months_to_their_days(page: EveryonePage) -> None:
    page.grain.choose(Grain.YEAR.value)
    page.afar.setCurrentIndex(page.afar.rows.index(1))
    QTest.keyClick(page.afar, Qt.Key.Key_Return)
    assert page.grain.chosen_key() == Grain.MONTH
    assert page.afar.currentIndex().data() == "June 2025"
    QTest.keyClick(page.afar, Qt.Key.Key_Return)
    assert page.grain.chosen_key() == DAYS
    assert page.story.isVisible()
    told = near(page)
    assert [row for row in told if "Ann" in row or "Bo" in row] == ["Video call: Ann Ek"]
    assert page.today.isVisible()
    page.today.click()
    assert "Video call: Bo Ek" in near(page)
    assert not page.today.isVisible()


def test_one_stays_near_where_one_was(page: EveryonePage) -> None:
    page.grain.choose(Grain.MONTH.value)
    assert page.afar.currentIndex().data() == "February 2026", "the month of the last meeting before today"
    page.afar.setCurrentIndex(page.afar.rows.index(2))
    page.grain.choose(Grain.YEAR.value)
    assert page.afar.currentIndex().data() == "2025"


def test_it_follows_what_changes(page: EveryonePage, workspace: Workspace) -> None:
    page.grain.choose(Grain.YEAR.value)
    met(workspace, add(workspace, "Cid"), start="2024-01-01T10:00")
    assert afar(page)[-1] == "2024, 1 meeting with 1 person"


def test_who_comes_by_keyboard_begins_in_the_list(page: EveryonePage) -> None:
    assert page.first_field() is page.story.view
    page.grain.choose(Grain.YEAR.value)
    assert page.first_field() is page.afar
