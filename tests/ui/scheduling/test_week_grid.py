"""Painting the week, with the mouse and with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.availability import FreeTime
from otnet_desktop.ui.scheduling.minutes import week_days
from otnet_desktop.ui.scheduling.week_grid import WeekGrid
from otnet_desktop.ui.scheduling.week_model import WeekModel

TUESDAY = 1


@pytest.fixture
def grid(qtbot: QtBot) -> WeekGrid:
    grid = WeekGrid("Free times")
    qtbot.addWidget(grid)
    grid.resize(600, 500)
    grid.show()
    grid.setFocus()
    grid.scrollTo(grid.model().index(20, 0), WeekGrid.ScrollHint.PositionAtTop)
    return grid


def column(weekday: int) -> int:
    return week_days().index(weekday)


def middle(grid: WeekGrid, weekday: int, row: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, column(weekday))).center()


def drag(grid: WeekGrid, begin: tuple[int, int], end: tuple[int, int]) -> None:
    room, left = grid.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(room, left, Qt.KeyboardModifier.NoModifier, middle(grid, *begin))
    QTest.mouseMove(room, middle(grid, *begin) + QPoint(1, 1))
    QTest.mouseMove(room, middle(grid, *end))
    QTest.mouseRelease(room, left, Qt.KeyboardModifier.NoModifier, middle(grid, *end))


def test_dragging_paints_everything_between(grid: WeekGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignals([grid.painted]):
        drag(grid, (TUESDAY, 20), (TUESDAY + 1, 23))
    assert grid.weekly() == (FreeTime(1, 600, 720), FreeTime(2, 600, 720))
    drag(grid, (TUESDAY, 22), (TUESDAY, 25))
    assert grid.weekly() == (FreeTime(1, 600, 660), FreeTime(2, 600, 720)), "a stroke that begins on paint clears"


def test_a_stroke_that_goes_back_leaves_no_trace(grid: WeekGrid) -> None:
    room, left, none = grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(room, left, none, middle(grid, TUESDAY, 20))
    for row in (26, 21):
        QTest.mouseMove(room, middle(grid, TUESDAY, row))
    QTest.mouseRelease(room, left, none, middle(grid, TUESDAY, 21))
    assert grid.weekly() == (FreeTime(1, 600, 660),)


def test_the_keyboard_paints_as_well(grid: WeekGrid) -> None:
    grid.setCurrentIndex(grid.model().index(20, column(TUESDAY)))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert grid.weekly() == (FreeTime(1, 600, 720),)
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.weekly() == (FreeTime(1, 600, 720),), "walking paints nothing"
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert grid.weekly() == (FreeTime(1, 600, 630), FreeTime(1, 690, 720))


def test_every_cell_has_a_name(grid: WeekGrid) -> None:
    grid.show_weekly([FreeTime(1, 600, 660)])
    index = grid.model().index(20, column(TUESDAY))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Tuesday 10:00, free"
    table = QAccessible.queryAccessibleInterface(grid)
    across = grid.model().columnCount() + 1  # headers are cells as well
    for row, said in ((20, "Tuesday 10:00, free"), (22, "Tuesday 11:00, not free")):
        cell = table.child((row + 1) * across + column(TUESDAY) + 1)
        assert cell.text(QAccessible.Text.Name) == said


def test_times_to_the_minute_stay_until_somebody_paints_there() -> None:
    model = WeekModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_weekly([FreeTime(1, 610, 640), FreeTime(3, 615, 700)])
    model.paint({*model.free_cells(), (30, column(4))})
    assert model.weekly() == (FreeTime(1, 610, 640), FreeTime(3, 615, 700), FreeTime(4, 900, 930))
    model.paint(model.free_cells() - {(20, column(3))})
    assert model.weekly() == (FreeTime(1, 610, 640), FreeTime(3, 630, 720), FreeTime(4, 900, 930))
