"""A time is typed over at once, in many ways, or stepped through."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.widgets.time_field import TimeField


@pytest.fixture
def field(qtbot: QtBot) -> TimeField:
    made = TimeField("Start")
    qtbot.addWidget(made)
    made.show_time(time(10, 10, 30))
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_typing_writes_over_and_is_read_at_once(field: TimeField, qtbot: QtBot) -> None:
    assert field.text() == "10:10"
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field, "930")
    assert field.time_of_day() == time(9, 30)
    with qtbot.waitSignal(field.settled):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "09:30"


def test_arrows_go_to_the_next_quarter_and_pages_by_an_hour(field: TimeField) -> None:
    for key, at in (
        (Qt.Key.Key_Up, time(10, 15)),
        (Qt.Key.Key_Up, time(10, 30)),
        (Qt.Key.Key_PageDown, time(9, 30)),
        (Qt.Key.Key_PageUp, time(10, 30)),
        (Qt.Key.Key_Down, time(10, 15)),
    ):
        QTest.keyClick(field, key)
        assert field.time_of_day() == at
    field.show_time(time(23, 50))
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.time_of_day() == time(23, 50), "a day has an end"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.time_of_day() == time(23, 45)
    field.show_time(time(0, 5))
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.time_of_day() == time(0)


def test_what_cannot_be_read_is_said(field: TimeField) -> None:
    QTest.keyClicks(field, "later")
    assert not field.settle()
    assert field.accessibleDescription() == "Write it as “14:30” or “9”."
    assert field.time_of_day() == time(10, 10)
