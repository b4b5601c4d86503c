"""A short form: Enter accepts it wherever one is, and it is as high as its fields, within the screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.widgets.short_form import ShortForm

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PressedBox(QCheckBox):
    """A box as on desktops that let Enter press everything (GNOME, Xfce)."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class OpeningBox(QComboBox):
    """The same for a list of choices."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ENTER:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class Form(ShortForm):
    """Counts how often it was accepted."""

    def __init__(self) -> None:
        super().__init__("A form", "Keep")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.saved = 0
        self.tick = PressedBox("Wait")
        self.choice = OpeningBox()
        self.choice.addItems(["one", "two"])
        self.kind = Segmented("Kind", [("a", "A"), ("b", "B")])
        for field in (self.choice, self.tick, self.kind):
            self.body.addWidget(field)

    def save(self) -> bool:
        self.saved += 1
        return False


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.mark.parametrize("key", ENTER)
def test_enter_accepts_from_every_field_also_where_the_desktop_lets_it_press(form: Form, key: Qt.Key) -> None:
    segment = form.kind.findChildren(QWidget)[0]
    for field in (form.choice, form.tick, segment):
        before = form.saved
        QTest.keyClick(field, key)
        assert form.saved == before + 1, field
    assert not form.choice.view().isVisible()
    assert not form.tick.isChecked()


def test_what_cannot_be_read_keeps_it_open(form: Form) -> None:
    day = DayField("Day", date(2026, 3, 18))
    form.body.addWidget(day)
    day.show()
    QTest.keyClicks(day, "or so")
    form.accept_button.click()
    assert form.saved == 0
    assert form.focusWidget() is day
    day.setEnabled(False)
    form.accept_button.click()
    assert form.saved == 1, "what does not count is not asked about"


def test_it_is_as_high_as_its_fields_also_when_they_become_more_or_fewer(form: Form, qtbot: QtBot) -> None:
    before = form.height()
    more = QPlainTextEdit()
    more.setFixedHeight(90)
    form.body.addWidget(more)
    qtbot.waitUntil(lambda: form.height() == before + 90 + form.body.spacing())
    more.hide()
    qtbot.waitUntil(lambda: form.height() == before)
    assert form._scroll.verticalScrollBar().maximum() == 0


def test_it_grows_no_higher_than_the_screen_and_scrolls_then(form: Form, qtbot: QtBot) -> None:
    screen = form.screen().availableGeometry()
    form.move(form.x(), screen.bottom() - form.height())
    more = QPlainTextEdit()
    more.setFixedHeight(2 * screen.height())
    form.body.addWidget(more)
    qtbot.waitUntil(lambda: form._scroll.verticalScrollBar().maximum() > 0)
    assert screen.height() - 60 < form.height() <= screen.height()
    assert form.frameGeometry().bottom() <= screen.bottom()


def test_a_size_that_was_given_by_hand_stays(form: Form, qtbot: QtBot) -> None:
    form.resize(form.width(), form.height() + 50)
    given = form.size()
    more = QPlainTextEdit()
    more.setFixedHeight(20)
    form.body.addWidget(more)
    qtbot.waitUntil(lambda: more.y() > 0 and not form._soon.isActive())
    assert form.size() == given


def test_space_ticks_and_opens(form: Form, qtbot: QtBot) -> None:
    QTest.keyClick(form.tick, Qt.Key.Key_Space)
    QTest.keyClick(form.choice, Qt.Key.Key_Space)
    assert form.tick.isChecked()
    qtbot.waitUntil(form.choice.view().isVisible)
    QTest.keyClick(form.choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(form.choice.view(), Qt.Key.Key_Return)
    assert form.choice.currentText() == "two"
    assert form.saved == 0, "the Enter was the list's"


def test_a_long_text_is_read_from_its_beginning(qtbot: QtBot) -> None:
    made = Form()
    qtbot.addWidget(made)
    line, first = QLineEdit(), QLineEdit()
    made.body.addWidget(first)
    made.body.addWidget(line)
    for field in (first, line):
        field.setText("Department of Occupational Therapy of a university with a very long name indeed, Springfield")
    first.setFocus()
    made.open()
    assert line.cursorPosition() == 0
    assert first.cursorPosition() == len(first.text()), "where one types, one goes on"


def test_no_bar_stays_where_there_is_room_for_the_whole(form: Form, qtbot: QtBot) -> None:
    """The bar takes room from the lines beside it, which become more, so that it would always be needed."""
    words = PlainLabel(("five words and no more " * 12).strip())
    form.body.addWidget(words)
    words.show()
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    for length in range(12, 60):
        words.setText(("five words and no more " * length).strip())
        qtbot.waitUntil(lambda: not form._soon.isActive())
        if form.height() < form.screen().availableGeometry().height() - 60:
            assert not form._scroll.verticalScrollBar().isVisible(), length
