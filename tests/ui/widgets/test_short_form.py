"""A short form: Enter accepts it wherever one is, and it is as high as its fields, within the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

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


def test_space_ticks_and_opens(form: Form, qtbot: QtBot) -> None:
    QTest.keyClick(form.tick, Qt.Key.Key_Space)
    QTest.keyClick(form.choice, Qt.Key.Key_Space)
    assert form.tick.isChecked()
    qtbot.waitUntil(form.choice.view().isVisible)
    QTest.keyClick(form.choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(form.choice.view(), Qt.Key.Key_Return)
    assert form.choice.currentText() == "two"
    assert form.saved == 0, "the Enter was the list's"
