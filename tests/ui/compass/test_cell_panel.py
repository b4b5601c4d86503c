"""The panel of one field of the compass, while its chart is older than what one thinks of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.compass import Cell, Compass, Mark
from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.services import compass
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.compass.cell_panel import NOTHING
from otnet_desktop.ui.compass.compass_page import CompassPage
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.autosave import PAUSE_MS
from otnet_desktop.ui.tasks import Task, Tasks
from tests.ui.compass.test_compass_page import CLINIC, SCHOOL, someone, stand_on

Gate = Callable[[], None]


@pytest.fixture
def before() -> Mark | None:
    """What one thought of the school before."""
    return Mark.CURIOUS


@pytest.fixture
def page(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks, before: Mark | None
) -> Iterator[CompassPage]:
    """Of so many people that a worker reads the chart; it was read, and one stands on the school."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compass, "LARGE", 1)
        someone(workspace, "Ann Ek")
        someone(workspace, "Bo Ek", "hand_clinic")
        if before is not None:
            workspace.compass.mark(SCHOOL, before)
        made = CompassPage(workspace, bridge, intents, tasks)
        qtbot.addWidget(made)
        made.resize(1100, 700)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        qtbot.waitUntil(lambda: not tasks.are_under_way())
        stand_on(made, SCHOOL)
        yield made


@pytest.fixture
def let_go(page: CompassPage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Charts read from now on come only after this."""
    gate, chart = Event(), page._chart

    def read(task: Task) -> Compass:
        gate.wait(5)
        return chart(task)

    monkeypatch.setattr(page, "_chart", read)
    yield gate.set
    gate.set()


def thoughts(workspace: Workspace) -> dict[Cell, tuple[Mark, str]]:
    return {mark.cell: (mark.mark, mark.why) for mark in workspace.store.compass.marks()}


def shown(page: CompassPage) -> tuple[str, str]:
    return page.panel.mark.chosen_key(), page.panel.why.toPlainText()


@pytest.mark.parametrize("before", [Mark.CURIOUS, None])
def test_a_choice_stands_and_its_why_is_typed_before_the_chart_comes(
    page: CompassPage, workspace: Workspace, tasks: Tasks, qtbot: QtBot, let_go: Gate
) -> None:
    page.panel.mark.choose(Mark.RULED_OUT.value)
    assert QApplication.focusWidget() is page.panel.why
    QTest.keyClicks(page.panel.why, "Too far")
    qtbot.wait(PAUSE_MS + 100)
    assert tasks.are_under_way(), "the chart is still read"
    assert thoughts(workspace) == {SCHOOL: (Mark.RULED_OUT, "Too far")}
    let_go()
    qtbot.waitUntil(lambda: not tasks.are_under_way())
    assert shown(page) == (Mark.RULED_OUT.value, "Too far")


@pytest.mark.usefixtures("let_go")
def test_a_mark_taken_off_stays_off_before_the_chart_comes(page: CompassPage, workspace: Workspace) -> None:
    QTest.keyClicks(page.panel.why, "Gardens")
    page.panel.mark.choose(NOTHING)
    page.panel.save_now()
    assert thoughts(workspace) == {}
    assert not page.panel.why.isVisible()


def test_letters_go_on_after_a_chart_from_before_them(page: CompassPage, workspace: Workspace) -> None:
    before = workspace.compass.chart()
    QTest.keyClicks(page.panel.why, "Gar")
    page.panel.save_now()
    page._take(before)
    QTest.keyClicks(page.panel.why, "dens")
    page.panel.save_now()
    assert thoughts(workspace) == {SCHOOL: (Mark.CURIOUS, "Gardens")}


@pytest.mark.usefixtures("let_go")
def test_who_comes_back_to_a_field_before_the_chart_finds_what_they_wrote(page: CompassPage) -> None:
    page.panel.mark.choose(Mark.RULED_OUT.value)
    QTest.keyClicks(page.panel.why, "Too far")
    stand_on(page, CLINIC)
    assert shown(page) == (NOTHING, "")
    stand_on(page, SCHOOL)
    assert shown(page) == (Mark.RULED_OUT.value, "Too far")


def test_a_chart_that_could_not_be_read_is_read_when_one_looks_again(
    page: CompassPage, workspace: Workspace, intents: Intents, tasks: Tasks, qtbot: QtBot
) -> None:
    def locked() -> Compass:
        raise DataUnavailable("Locked", "Try again.")

    with pytest.MonkeyPatch.context() as patch, qtbot.waitSignal(intents.failed):
        patch.setattr(workspace.compass, "chart", locked)
        workspace.compass.mark(CLINIC, Mark.CURIOUS)
        qtbot.waitUntil(lambda: not tasks.are_under_way())
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: not tasks.are_under_way())
    field = page.model.field_at(page.model.index_of(CLINIC))
    assert field is not None
    assert field.mark is not None
