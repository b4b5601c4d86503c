"""Fields have names, and their words room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.widgets.calendar_popup import CalendarPopup
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.fields import number_field
from otnet_desktop.ui.widgets.time_field import TimeField

FIELDS = [
    lambda: number_field("Minutes", 5, 120, " min"),
    lambda: TimeField("Start"),
    lambda: DayField("Day", date(2026, 9, 30)),
]


@pytest.mark.parametrize("make", FIELDS, ids=["number", "time", "date"])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_a_field_shows_its_whole_text(
    theme: Theme, qtbot: QtBot, make: Callable[[], QAbstractSpinBox], text_scale: float
) -> None:
    theme.choose(Scheme.DARK, text_scale)
    field = make()
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    field.show()
    line = field.lineEdit()
    margins = line.textMargins()
    words = field.fontMetrics().horizontalAdvance(field.text())
    assert field.accessibleName()
    assert line.width() - margins.left() - margins.right() >= words
    assert line.height() >= field.fontMetrics().height()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_the_list_of_a_box_shows_every_line_that_has_room(theme: Theme, qtbot: QtBot, text_scale: float) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"Line {number}" for number in range(6)])
    box.show()
    box.setFocus()
    box.showPopup()
    view = box.view()
    assert view.verticalScrollBar().maximum() == 0
    assert view.visualRect(view.model().index(5, 0)).bottom() <= view.viewport().height()
    assert view.visualRect(view.model().index(0, 0)).height() >= 24


def test_weekends_are_days_like_any_other(qtbot: QtBot) -> None:
    field = number_field("Minutes", 5, 120)
    qtbot.addWidget(field)
    calendar = CalendarPopup(field).month
    assert calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground() == QBrush()
