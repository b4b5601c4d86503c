"""A day is typed over at once, stepped through, or picked; what cannot be understood is said."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.widgets.day_field import AnyDayField, DayField, OptionalDayField

TODAY = date(2026, 3, 18)


class Page(QWidget):
    """A day between two lines."""

    def __init__(self, field: AnyDayField) -> None:
        super().__init__()
        self.before, self.field, self.after = QLineEdit(), field, QLineEdit()
        column = QVBoxLayout(self)
        for widget in (self.before, self.field, self.after):
            column.addWidget(widget)


def shown(qtbot: QtBot, field: AnyDayField) -> Page:
    page = Page(field)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.before.setFocus()
    qtbot.waitUntil(page.before.hasFocus)
    return page


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return shown(qtbot, DayField("Day", TODAY))


def day_of(field: AnyDayField) -> date | None:
    assert isinstance(field, DayField | OptionalDayField)
    return field.day()


def typed(page: Page, text: str) -> None:
    """From the line before, by keyboard alone."""
    page.before.setFocus()
    QTest.keyClick(page.before, Qt.Key.Key_Tab)
    QTest.keyClicks(page.field, text)


def test_it_is_today_at_first_written_so_that_nobody_can_misread_it(page: Page) -> None:
    assert day_of(page.field) == TODAY
    assert page.field.text() == "Wed 18 Mar 2026"
    assert page.field.accessibleName() == "Day"


@pytest.mark.parametrize("way", ["tab", "backtab", "asked"])
def test_one_types_over_at_once_and_leaves_with_one_tab(page: Page, way: str) -> None:
    match way:
        case "tab":
            QTest.keyClick(page.before, Qt.Key.Key_Tab)
        case "backtab":
            page.after.setFocus()
            QTest.keyClick(page.after, Qt.Key.Key_Backtab)
        case _:
            page.field.setFocus()
    QTest.keyClicks(page.field, "2 apr")
    assert page.field.text() == "2 apr"
    assert day_of(page.field) == date(2026, 4, 2), "read while one types"
    QTest.keyClick(page.field, Qt.Key.Key_Tab)
    assert page.after.hasFocus()
    assert page.field.text() == "Thu 2 Apr 2026"


def test_arrows_step_by_day_and_pages_by_month(page: Page, qtbot: QtBot) -> None:
    page.field.show_day(date(2026, 1, 30))
    QTest.keyClick(page.before, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.field.settled):
        QTest.keyClick(page.field, Qt.Key.Key_Up)
    assert page.field.text() == "Sat 31 Jan 2026"
    QTest.keyClick(page.field, Qt.Key.Key_PageUp)
    assert day_of(page.field) == date(2026, 2, 28)
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    QTest.keyClick(page.field, Qt.Key.Key_PageDown)
    assert day_of(page.field) == date(2026, 1, 27)
    QTest.keyClicks(page.field, "tomorrow")
    assert day_of(page.field) == date(2026, 3, 19), "after a step one types over as well"


def test_what_cannot_be_read_stays_marked_until_it_can(page: Page, qtbot: QtBot) -> None:
    typed(page, "somewhen")
    with qtbot.waitSignal(page.field.misread) as told:
        QTest.keyClick(page.field, Qt.Key.Key_Tab)
    assert told.args == ["Write it as “12 Mar” or “Monday”."]
    assert page.field.accessibleDescription() == page.field.toolTip() == told.args[0]
    assert page.field.property("wrong")
    assert page.field.text() == "somewhen", "nobody's words are thrown away"
    assert day_of(page.field) == TODAY
    assert not page.field.settle()
    typed(page, "mon")
    assert not page.field.property("wrong")
    assert page.field.settle()
    assert page.field.accessibleDescription() == ""


def test_an_empty_day_is_no_day_where_one_is_needed(page: Page) -> None:
    typed(page, " ")
    QTest.keyClick(page.field, Qt.Key.Key_Backspace)
    assert not page.field.settle()


def test_the_keyboard_opens_the_calendar_and_picks_from_it(page: Page, qtbot: QtBot) -> None:
    QTest.keyClick(page.before, Qt.Key.Key_Tab)
    QTest.keyClick(page.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = page.field._popup
    assert popup is not None
    assert popup.isVisible()
    assert popup.month.selectedDate() == QDate(2026, 3, 18)
    assert popup.month.accessibleName() == "Day"
    view = popup.month.findChild(QWidget, "qt_calendar_calendarview")
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.field.settled):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert day_of(page.field) == date(2026, 3, 19)
    QTest.keyClick(page.field, Qt.Key.Key_F4)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert day_of(page.field) == date(2026, 3, 19)


def test_the_button_of_the_calendar_has_a_name_and_is_no_stop_of_tab(page: Page) -> None:
    button = page.field.findChild(QToolButton)
    assert button is not None
    assert button.accessibleName() == "Day: choose from a calendar"
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert page.field.rect().contains(button.geometry())
    button.click()
    assert page.field._popup is not None
    assert page.field._popup.isVisible()


def test_no_day_is_later_than_the_latest(qtbot: QtBot) -> None:
    page = shown(qtbot, DayField("Day", TODAY, latest=TODAY))
    QTest.keyClick(page.before, Qt.Key.Key_Tab)
    QTest.keyClick(page.field, Qt.Key.Key_Up)
    assert page.field.text() == "Wed 18 Mar 2026"
    typed(page, "20 dec")
    assert page.field.settle()
    assert page.field.text() == "Sat 20 Dec 2025"
    typed(page, "tomorrow")
    assert not page.field.settle()
    assert page.field.accessibleDescription() == "That day is still to come."
    page.field.open_calendar()
    assert page.field._popup is not None
    assert page.field._popup.month.maximumDate() == QDate(2026, 3, 18)


@pytest.mark.parametrize("day", [None, date(2026, 3, 18)])
def test_a_day_that_may_be_unknown_comes_back_as_it_was_shown(qtbot: QtBot, day: date | None) -> None:
    field = OptionalDayField("Seen on", "not noted", TODAY)
    qtbot.addWidget(field)
    field.show_day(date(2020, 1, 1))
    field.show_day(day)
    assert field.day() == day
    assert field.lineEdit().placeholderText() == "not noted"
    assert (field.text() == "") is (day is None)


def test_a_day_that_may_be_unknown_is_taken_out_again(qtbot: QtBot) -> None:
    page = shown(qtbot, OptionalDayField("Seen on", "not noted", TODAY))
    page.field.show_day(date(2026, 3, 1))
    QTest.keyClick(page.before, Qt.Key.Key_Tab)
    QTest.keyClick(page.field, Qt.Key.Key_Delete)
    QTest.keyClick(page.field, Qt.Key.Key_Tab)
    assert page.after.hasFocus()
    assert day_of(page.field) is None
    QTest.keyClick(page.after, Qt.Key.Key_Backtab)
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert day_of(page.field) == date(2026, 3, 17)


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_the_calendar_names_its_days_in_full(theme: Theme, qtbot: QtBot, text_scale: float) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    field = DayField("Day", TODAY)
    qtbot.addWidget(field)
    field.show()
    field.open_calendar()
    assert field._popup is not None
    view = field._popup.month.findChild(QTableView, "qt_calendar_calendarview")
    assert view is not None
    padding = 2 * 8
    qtbot.waitUntil(lambda: view.columnWidth(3) >= look().metrics.width("Wed", bold=True) + padding)
    assert view.width() <= field._popup.width()
    field._popup.close()


def test_days_of_other_months_are_softer(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(Scheme.LIGHT, 1.0)
    field = DayField("Day", TODAY)
    qtbot.addWidget(field)
    field.show()
    field.open_calendar()
    assert field._popup is not None
    month = field._popup.month

    def darkest(day: QDate) -> int:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        month.paintCell(painter, image.rect(), day)
        painter.end()
        return min(QColor(image.pixel(x, y)).lightness() for x in range(40) for y in range(40))

    assert darkest(QDate(2026, 4, 1)) > darkest(QDate(2026, 3, 1)) + 40
    field._popup.close()
