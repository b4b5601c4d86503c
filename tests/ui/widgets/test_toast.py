"""The message with Undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.widgets import saved_mark
from otnet_desktop.ui.widgets import toast as toast_module
from otnet_desktop.ui.widgets.saved_mark import SavedMark
from otnet_desktop.ui.widgets.toast import STAYS_MS, Toast


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []

    class Ear:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802
            heard.append(event.message())

    for module in (toast_module, saved_mark):
        monkeypatch.setattr(module, "QAccessible", Ear)
    assert hasattr(QAccessible, "updateAccessibility")
    return heard


@pytest.fixture
def toast(qtbot: QtBot) -> Iterator[Toast]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 480)
    column = QVBoxLayout(window)
    column.addStretch(1)
    made = Toast()
    column.addWidget(made)
    window.show()
    yield made
    made.hide()


def undo_of(toast: Toast) -> QPushButton:
    button = toast.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    return button


def test_it_says_takes_back_and_goes(toast: Toast, qtbot: QtBot, announced: list[str]) -> None:
    toast.tell("<b>Renata</b> was archived.")
    assert toast.isVisible()
    assert announced == ["<b>Renata</b> was archived."]
    with qtbot.waitSignal(toast.undo_chosen):
        undo_of(toast).click()
    assert not toast.isVisible()


def test_it_never_takes_the_focus(toast: Toast) -> None:
    before = QApplication.focusWidget()
    toast.tell("Saved a copy.", undo=False)
    assert QApplication.focusWidget() is before
    assert not undo_of(toast).isVisible()


def test_it_goes_by_itself(toast: Toast) -> None:
    toast.tell("Done.")
    assert toast._timer.interval() == STAYS_MS
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert not toast.isVisible()
    assert not toast._timer.isActive()


def test_it_stays_while_the_focus_is_on_it(toast: Toast) -> None:
    toast.tell("Done.")
    undo_of(toast).setFocus()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    assert toast._timer.isActive()


def test_it_stays_while_the_pointer_is_on_it(toast: Toast) -> None:
    toast.tell("Done.")
    here = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_a_long_message_stays_in_the_window(toast: Toast, qtbot: QtBot, theme: Theme, text_scale: float) -> None:
    theme.choose(Scheme.DARK, text_scale)
    window = toast.parentWidget()
    assert window is not None
    toast.tell("A long message about a person with a very long name. " * 3)
    words = toast._text
    for width, height in ((640, 480), (500, 400)):
        window.resize(width, height)
        qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))  # every line is seen
        assert (window.width(), window.height()) == (width, height)
        assert window.rect().contains(toast.geometry())


def test_a_short_message_takes_one_line(toast: Toast, qtbot: QtBot) -> None:
    toast.tell("Renata Okafor was archived.")
    qtbot.waitUntil(lambda: toast._text.width() > 0)
    assert toast._text.height() < 2 * toast._text.fontMetrics().height()
    assert toast._card.width() < toast.width() - 100, "only as wide as its words"


def test_a_click_leaves_the_focus_where_one_works(toast: Toast, qtbot: QtBot) -> None:
    window = toast.window()
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    toast.tell("Done.")
    QTest.mouseClick(undo_of(toast), Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    assert field.hasFocus()


def test_closed_by_keyboard_it_says_that_the_focus_is_free(toast: Toast, qtbot: QtBot) -> None:
    window = toast.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    toast.tell("Done.")
    close = toast.findChild(QToolButton)
    assert isinstance(close, QToolButton)
    close.setFocus()
    with qtbot.waitSignal(toast.left):
        QTest.keyClick(close, Qt.Key.Key_Space)


def test_only_a_failure_to_save_is_announced(qtbot: QtBot, announced: list[str]) -> None:
    mark = SavedMark()
    qtbot.addWidget(mark)
    mark.show_saving()
    mark.show_saved()
    assert mark.accessibleName() == "Saved"
    assert announced == []
    mark.show_failed("Not saved: the disk is full")
    assert announced == ["Not saved: the disk is full"]
    mark.show_nothing()
    assert not mark.isVisible()
