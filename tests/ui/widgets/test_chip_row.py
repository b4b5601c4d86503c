"""Filters, by pointer and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.widgets.chip import Chip
from otnet_desktop.ui.widgets.chip_row import ChipItem, ChipRow

ITEMS = (ChipItem("all", "All", 60), ChipItem("due", "Due", 3), ChipItem("tag", "R&D <b>", None))
KEY = Qt.Key


@pytest.fixture(params=[True, False], ids=["exclusive", "free"])
def row(request: pytest.FixtureRequest, qtbot: QtBot) -> ChipRow:
    made = ChipRow("Filters", exclusive=request.param)
    qtbot.addWidget(made)
    made.show_items(ITEMS)
    made.show()
    return made


def chips(row: ChipRow) -> list[Chip]:
    return row.findChildren(Chip)


def press(key: Qt.Key) -> None:
    chip = QApplication.focusWidget()
    assert chip is not None
    QTest.keyClick(chip, key)


def focused() -> str:
    chip = QApplication.focusWidget()
    assert isinstance(chip, Chip)
    return chip.key


def test_a_press_switches_and_tells(row: ChipRow, qtbot: QtBot) -> None:
    row.check("all")
    with qtbot.waitSignal(row.changed):
        chips(row)[1].click()
    assert row.checked() == (("due",) if row._exclusive else ("all", "due"))


def test_the_action_of_a_screen_reader_switches_and_tells(row: ChipRow, qtbot: QtBot) -> None:
    row.check("all")
    action = QAccessible.queryAccessibleInterface(chips(row)[1]).actionInterface()
    with qtbot.waitSignal(row.changed):
        action.doAction(QAccessibleActionInterface.toggleAction())
    assert row.checked() == (("due",) if row._exclusive else ("all", "due"))


def test_an_exclusive_row_never_has_none_on(qtbot: QtBot) -> None:
    row = ChipRow("Filters", exclusive=True)
    qtbot.addWidget(row)
    row.show_items(ITEMS)
    assert row.checked() == ("all",)
    chips(row)[0].click()
    assert row.checked() == ("all",)


def test_the_row_is_one_stop_and_the_arrows_walk(row: ChipRow) -> None:
    stops = [chip for chip in chips(row) if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
    stops[0].setFocus()
    press(KEY.Key_Home)
    walked = [focused()]
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Right, KEY.Key_Left, KEY.Key_Home, KEY.Key_End):
        press(key)
        walked.append(focused())
    assert walked == ["all", "due", "tag", "tag", "due", "all", "tag"]
    assert [chip.key for chip in chips(row) if chip.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["tag"]


def test_left_goes_on_in_a_mirrored_row(row: ChipRow) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chips(row)[0].setFocus()
    press(KEY.Key_Left)
    assert focused() == "due"


def test_names_say_the_number_and_captions_are_literal(row: ChipRow) -> None:
    assert [chip.accessibleName() for chip in chips(row)] == ["All, 60 people", "Due, 3 people", "R&D <b>"]
    assert "R&&D <b>" in chips(row)[2].text()


def test_one_is_one_person(row: ChipRow) -> None:
    row.show_items((ChipItem("all", "All", 1), ChipItem("due", "Due", 3)))
    assert [chip.accessibleName() for chip in chips(row)][:2] == ["All, 1 person", "Due, 3 people"]


def test_a_choice_of_one_is_announced_as_such(row: ChipRow) -> None:
    wanted = QAccessible.Role.RadioButton if row._exclusive else QAccessible.Role.CheckBox
    assert {QAccessible.queryAccessibleInterface(chip).role() for chip in chips(row)} == {wanted}


def test_new_numbers_keep_the_state_and_the_focus(row: ChipRow, qtbot: QtBot) -> None:
    row.check("due")
    due = chips(row)[1]
    due.setFocus()
    with qtbot.assertNotEmitted(row.changed):
        row.show_items((ChipItem("due", "Due", 2), ChipItem("new", "New", 1)))
    assert row.checked() == ("due",)
    assert focused() == "due"
    assert due.accessibleName() == "Due, 2 people"


def test_a_narrow_row_wraps(row: ChipRow) -> None:
    assert row.heightForWidth(120) > row.heightForWidth(600)


def test_words_from_outside_are_shortened_and_our_own_are_whole(qtbot: QtBot) -> None:
    row = ChipRow("Filters")
    qtbot.addWidget(row)
    long = "Answers side by side " * 9
    row.show_items([ChipItem("tag", long), ChipItem("ours", long.strip(), whole=True)])
    outside, ours = chips(row)
    assert "…" in outside.text()
    assert outside.toolTip()
    assert long.strip() in ours.text()
    assert ours.toolTip() == ""
