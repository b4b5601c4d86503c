"""Where the window goes when it is closed, with and without a tray."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QIcon, QPixmap, QPixmapCache
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.window_keeper import LATE_TRAY_MS, WindowKeeper


class Tray(TrayIcon):
    """A tray that comes and goes as the test likes."""

    there = True

    def is_there(self) -> bool:
        return self.there


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:
    made = Tray(QIcon())
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def keeper(window: QMainWindow, tray: Tray) -> Iterator[WindowKeeper]:
    made = WindowKeeper(window, tray)
    yield made
    made.let_go()


def test_closing_hides_in_the_tray_and_says_so(window: QMainWindow, keeper: WindowKeeper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keeper.stayed_in_tray):
        assert not window.close()
    assert window.isHidden()


def test_without_a_tray_closing_minimises(window: QMainWindow, keeper: WindowKeeper, tray: Tray, qtbot: QtBot) -> None:
    tray.there = False
    with qtbot.assertNotEmitted(keeper.stayed_in_tray):
        assert not window.close()
    assert window.isMinimized()
    assert not window.isHidden()


def test_at_the_end_closing_closes(window: QMainWindow, keeper: WindowKeeper) -> None:
    keeper.let_go()
    assert window.close()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
@pytest.mark.parametrize("state", ["hidden", "minimised", "maximised"])
def test_it_comes_back_from_everywhere(window: QMainWindow, keeper: WindowKeeper, state: str) -> None:
    {"hidden": window.hide, "minimised": window.showMinimized, "maximised": window.showMaximized}[state]()
    keeper.show_and_raise()
    assert window.isVisible()
    assert not window.isMinimized()
    assert window.isMaximized() == (state == "maximised")


def test_a_hidden_window_comes_back_when_its_tray_is_gone(
    window: QMainWindow, keeper: WindowKeeper, tray: Tray
) -> None:
    window.hide()
    keeper.check()
    assert window.isHidden()
    tray.there = False
    keeper.check()
    assert window.isMinimized()
    assert not window.isHidden()


def test_a_hidden_start_waits_for_a_late_tray(window: QMainWindow, keeper: WindowKeeper, tray: Tray) -> None:
    window.hide()
    tray.there = False
    keeper.start_hidden()
    keeper.check()
    assert window.isHidden()
    assert keeper._late_tray.interval() == LATE_TRAY_MS
    keeper._late_tray.stop()
    keeper._late_tray.timeout.emit()
    assert not window.isHidden()


def test_a_hidden_start_stays_hidden_in_a_tray_that_came(window: QMainWindow, keeper: WindowKeeper, tray: Tray) -> None:
    window.hide()
    keeper.start_hidden()
    keeper._late_tray.stop()
    keeper._late_tray.timeout.emit()
    assert window.isHidden()


@pytest.mark.parametrize("hidden", [True, False])
def test_pictures_are_kept_as_long_as_somebody_may_see_them(
    window: QMainWindow, keeper: WindowKeeper, hidden: bool
) -> None:
    """Qt's cache empties itself bit by bit, and wakes the program for each of them."""
    QPixmapCache.insert("a face", QPixmap(8, 8))
    window.setVisible(not hidden)
    keeper.check()
    assert QPixmapCache.find("a face", QPixmap()) != hidden
