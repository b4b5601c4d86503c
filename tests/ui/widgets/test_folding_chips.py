"""Filters that fold behind "More" where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.widgets.chip import Chip
from otnet_desktop.ui.widgets.chip_row import ChipItem
from otnet_desktop.ui.widgets.folding_chips import FoldingChips

TEXTS = ("All", "Due", "Waiting", "To meet", "Resting", "Archived")
ITEMS = tuple(ChipItem(text.lower(), text, 10) for text in TEXTS)
WIDTH = 320


@pytest.fixture
def row(qtbot: QtBot) -> FoldingChips:
    made = FoldingChips("Show")
    qtbot.addWidget(made)
    made.show_items(ITEMS)
    made.resize(WIDTH, 100)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def in_row(row: FoldingChips) -> list[str]:
    return [chip.key for chip in row.findChildren(Chip) if chip.key and not chip.isHidden()]


def in_menu(row: FoldingChips) -> list[str]:
    row._fill()
    return [str(action.data()) for action in row._menu.actions()]


def lines(row: FoldingChips) -> int:
    return len({chip.y() for chip in row.findChildren(Chip) if not chip.isHidden()})


def enlarge(row: FoldingChips, theme: Theme, qtbot: QtBot, scale: float) -> None:
    theme.choose(Scheme.LIGHT, scale)
    row.resize(WIDTH, row.heightForWidth(WIDTH))
    qtbot.waitUntil(lambda: not row._fold_soon.isActive())


def test_with_ordinary_text_nothing_is_folded(row: FoldingChips) -> None:
    assert in_row(row) == [item.key for item in ITEMS]
    assert row._more.isHidden()


def test_with_large_text_they_take_one_line_and_come_back(row: FoldingChips, theme: Theme, qtbot: QtBot) -> None:
    enlarge(row, theme, qtbot, 2.0)
    assert lines(row) == 1
    assert not row._more.isHidden()
    assert [*in_row(row), *in_menu(row)] == [item.key for item in ITEMS]
    assert row._more.geometry().right() < WIDTH
    enlarge(row, theme, qtbot, 1.0)
    assert row._more.isHidden()
    assert lines(row) == 2


def test_what_is_chosen_in_the_menu_is_told_and_named(row: FoldingChips, theme: Theme, qtbot: QtBot) -> None:
    enlarge(row, theme, qtbot, 2.0)
    assert (row._more.text(), row._more.isChecked()) == ("More", False)
    row._fill()
    with qtbot.waitSignal(row.changed):
        row._menu.actions()[-1].trigger()
    assert row.checked() == ("archived",)
    assert ("Archived 10" in row._more.text(), row._more.isChecked()) == (True, True)
    assert row._more.accessibleName() == "More filters, Archived, 10 people"
    row._fill()
    assert [str(action.data()) for action in row._menu.actions() if action.isChecked()] == ["archived"]
    row.check("all")
    assert (row._more.text(), row._more.isChecked()) == ("More", False)


def test_more_is_reached_by_arrows_and_opened_by_key(row: FoldingChips, theme: Theme, qtbot: QtBot) -> None:
    enlarge(row, theme, qtbot, 2.0)
    row.findChildren(Chip)[0].setFocus()
    for _ in ITEMS:
        QTest.keyClick(QApplication.focusWidget() or row, Qt.Key.Key_Right)
    assert row._more.hasFocus()
    assert QAccessible.queryAccessibleInterface(row._more).role() is QAccessible.Role.ButtonMenu
    QTest.keyClick(row._more, Qt.Key.Key_Space)
    assert row._menu.isVisible()
    QTest.keyClick(row._menu, Qt.Key.Key_Escape)
    assert not row._more.isChecked(), "looking at the menu chooses nothing"


def test_the_focus_stays_in_the_row_when_its_chip_is_folded(row: FoldingChips, theme: Theme, qtbot: QtBot) -> None:
    row.findChildren(Chip)[ITEMS.index(ITEMS[-1])].setFocus()
    enlarge(row, theme, qtbot, 2.0)
    qtbot.waitUntil(row._more.hasFocus)


def test_a_very_narrow_row_still_shows_more(row: FoldingChips) -> None:
    row.resize(100, 100)
    assert row.checked() == ("all",)
    assert not row._more.isHidden()
