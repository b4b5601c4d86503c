"""A day that may be unknown."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.widgets.optional_date import OptionalDate


@pytest.mark.parametrize("day", [None, date(2026, 3, 18)])
def test_a_day_comes_back_as_it_was_shown(qtbot: QtBot, day: date | None) -> None:
    field = OptionalDate("Seen on", "not noted")
    qtbot.addWidget(field)
    field.show_day(date(2020, 1, 1))
    field.show_day(day)

    assert field.day() == day
    assert ("not noted" in field.text()) is (day is None)


@pytest.mark.parametrize("day", [None, date(2026, 3, 18)])
def test_tab_leaves_the_field_either_way(qtbot: QtBot, day: date | None) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    before, field, after = QLineEdit(), OptionalDate("Seen on", "not noted"), QLineEdit()
    for widget in (before, field, after):
        column.addWidget(widget)
    field.show_day(day)
    qtbot.addWidget(page)
    page.show()
    before.setFocus()

    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert page.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert page.focusWidget() is after
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert page.focusWidget() is field
