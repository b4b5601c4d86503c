"""Everything on the person's page and in the form can be reached by Tab and says what it is."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.research import KeyPoint
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.moved_form import MovedForm
from otnet_desktop.ui.people.person_form import PersonForm
from otnet_desktop.ui.people.person_pane import PersonPane
from tests.factories import school_ot


def tab_stops(page: QWidget) -> list[QWidget]:
    """What Tab goes through, from the first stop until it is there again."""
    found: list[QWidget] = []
    page.activateWindow()
    page.setFocus()
    for _ in range(300):
        QTest.keyClick(found[-1] if found else page, Qt.Key.Key_Tab)
        stop = page.focusWidget()
        if found and stop is found[-1]:
            continue  # day, month and year of a date are stops of their own
        if stop in found:
            break
        found.append(stop)
    top = min(range(len(found)), key=lambda n: found[n].mapTo(page, found[n].rect().topLeft()).y())
    return found[top:] + found[:top]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def goes_down(page: QWidget) -> bool:
    """Whether no stop is much higher than the one before."""
    stops = [stop for stop in tab_stops(page) if not isinstance(stop, QLabel)]
    tops = [stop.mapTo(page, stop.rect().topLeft()).y() for stop in stops]
    return all(after >= before - 40 for before, after in pairwise(tops))


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> PersonPane:
    renata = workspace.people.add(school_ot()).id
    workspace.research.say_why(renata, "fieldwork_placement")
    workspace.research.save_key_points(renata, (KeyPoint("1"), KeyPoint("2"), KeyPoint("3", url="https://example.org")))
    pane = PersonPane(workspace, bridge, intents)
    pane.show_person(renata)
    shown(qtbot, pane)
    return pane


def test_every_stop_of_the_page_has_a_name(page: PersonPane) -> None:
    stops = [stop for stop in tab_stops(page) if not isinstance(stop, QLabel)]

    assert len(stops) > 15
    assert [stop for stop in stops if not name_of(stop)] == []


def test_tab_goes_from_top_to_bottom(page: PersonPane) -> None:
    assert goes_down(page)


def test_every_field_of_the_forms_has_a_name_and_its_place(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents
) -> None:
    renata = workspace.people.add(school_ot())
    for form in (
        PersonForm(workspace, intents),
        PersonForm(workspace, intents, renata),
        MovedForm(workspace, intents, renata),
    ):
        shown(qtbot, form)
        if isinstance(form, PersonForm):
            form.unfold(True)
            assert len(tab_stops(form)) > 40
        assert [stop for stop in tab_stops(form) if not name_of(stop)] == []
        qtbot.waitUntil(partial(goes_down, form))
