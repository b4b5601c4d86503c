"""The tray icon's menu, whatever draws it. On a real tray: ``tests/desktop/test_tray.py``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.tray_state import SHOWN_ITEMS, TrayState

SIX = tuple((f"THANKS:m{n}:p{n}", f"Thank number {n}") for n in range(1, 7))


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[TrayIcon]:
    made = TrayIcon(QIcon())
    yield made
    made.close()
    made.deleteLater()


def lines(tray: TrayIcon) -> list[str]:
    return [action.text() for action in actions(tray)]


def actions(tray: TrayIcon) -> list[QAction]:
    return [action for action in tray._menu.actions() if action.isVisible() and not action.isSeparator()]


def choose(tray: TrayIcon, text: str) -> None:
    next(action for action in actions(tray) if action.text() == text).trigger()


def test_with_nothing_due_only_the_plain_actions_are_there(tray: TrayIcon) -> None:
    assert lines(tray) == ["Add people…", "Open OTnet Desktop", "Pause until tomorrow", "Quit"]
    assert tray.system_icon.toolTip().endswith("nothing to do now")


def test_the_first_five_come_by_title_and_the_rest_as_a_number(tray: TrayIcon) -> None:
    tray.update_state(TrayState(8, SIX))
    assert lines(tray)[: SHOWN_ITEMS + 1] == [title for _, title in SIX[:5]] + ["3 more"]
    assert tray.system_icon.toolTip().endswith("8 to do")


def test_a_chosen_title_gives_its_key(tray: TrayIcon, qtbot: QtBot) -> None:
    tray.update_state(TrayState(6, SIX))
    with qtbot.waitSignal(tray.item_requested) as asked:
        choose(tray, "Thank number 4")
    assert asked.args == ["THANKS:m4:p4"]


def test_fewer_things_leave_no_old_titles(tray: TrayIcon) -> None:
    tray.update_state(TrayState(6, SIX))
    tray.update_state(TrayState(1, SIX[:1]))
    assert lines(tray)[:2] == ["Thank number 1", "Add people…"]


def test_discreet_mode_shows_numbers_only(tray: TrayIcon, qtbot: QtBot) -> None:
    tray.update_state(TrayState(6, SIX))
    tray.update_state(TrayState(6, SIX, discreet=True))
    assert lines(tray)[0] == "6 to do"
    everything = [tray.system_icon.toolTip()] + [str(a.text()) + str(a.data()) for a in tray._menu.actions()]
    assert "Thank" not in "".join(everything)
    with qtbot.waitSignal(tray.open_requested):
        choose(tray, "6 to do")


def test_a_pause_can_be_ended(tray: TrayIcon, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.pause_requested):
        choose(tray, "Pause until tomorrow")
    tray.update_state(TrayState(paused=True))
    assert "Pause until tomorrow" not in lines(tray)
    assert tray.system_icon.toolTip().endswith("paused until tomorrow")
    with qtbot.waitSignal(tray.resume_requested):
        choose(tray, "Resume reminders")


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Add people…", "quick_add_requested"),
        ("Open OTnet Desktop", "open_requested"),
        ("Quit", "quit_requested"),
    ],
)
def test_the_plain_actions(tray: TrayIcon, qtbot: QtBot, text: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(tray, signal)):
        choose(tray, text)


@pytest.mark.parametrize("reason", ["Trigger", "DoubleClick"])
def test_pressing_the_icon_asks_for_the_window(tray: TrayIcon, qtbot: QtBot, reason: str) -> None:
    with qtbot.waitSignal(tray.open_requested):
        tray.system_icon.activated.emit(QSystemTrayIcon.ActivationReason[reason])


def test_the_other_buttons_do_not(tray: TrayIcon, qtbot: QtBot) -> None:
    tray.update_state(TrayState(6, SIX))
    with qtbot.assertNotEmitted(tray.open_requested):
        tray.system_icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
        tray.system_icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)


def test_the_same_state_again_changes_nothing(tray: TrayIcon) -> None:
    tray.update_state(TrayState(2, SIX[:2]))
    picture = tray.system_icon.icon().cacheKey()
    tray.update_state(TrayState(2, tuple(list(SIX)[:2])))
    assert tray.system_icon.icon().cacheKey() == picture
