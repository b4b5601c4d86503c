"""The rail, the segments and the search field, by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import icon_button, primary_button
from otnet_desktop.ui.widgets.search_field import SearchField
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.widgets.side_rail import SideRail, main_entries

KEY = Qt.Key


def stops(widget: QWidget) -> list[QAbstractButton]:
    return [b for b in widget.findChildren(QAbstractButton) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_the_rail_is_one_stop_and_the_arrows_choose(qtbot: QtBot) -> None:
    rail = SideRail("Places", main_entries())
    qtbot.addWidget(rail)
    rail.show()
    assert rail.chosen_key() == "people"
    assert len(stops(rail)) == 1
    with qtbot.waitSignal(rail.chosen) as told:
        QTest.keyClick(stops(rail)[0], KEY.Key_Down)
    assert told.args == ["timeline"]
    assert rail.chosen_key() == "timeline"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_chosen_place_has_a_bar_at_the_leading_edge(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    rail = SideRail("Places", main_entries())
    rail.setLayoutDirection(direction)
    qtbot.addWidget(rail)
    rail.show()
    button = rail.findChildren(QAbstractButton)[0]
    button.clearFocus()
    image = button.grab().toImage()
    x = image.width() - 2 if direction is Qt.LayoutDirection.RightToLeft else 1
    assert image.pixelColor(x, image.height() // 2) == look()[Role.ACCENT]


def test_segments_choose_by_arrow_and_are_literal(qtbot: QtBot) -> None:
    segments = Segmented("Whose meetings", (("person", "Tom & <i>Ann</i>"), ("all", "Everyone")))
    qtbot.addWidget(segments)
    segments.show()
    assert segments.chosen_key() == "person"
    first = segments.findChildren(QAbstractButton)[0]
    assert first.accessibleName() == "Tom & <i>Ann</i>"
    assert "Tom && <i>Ann</i>" in first.text()
    segments.say("person", "Wolfe…", "Wolfeschlegel")
    assert (first.accessibleName(), first.toolTip()) == ("Wolfeschlegel", "Wolfeschlegel")
    first.setFocus()
    with qtbot.waitSignal(segments.chosen) as told:
        QTest.keyClick(first, KEY.Key_Right)
    assert told.args == ["all"]


@pytest.mark.parametrize(
    "choice",
    [
        lambda: SideRail("Places", main_entries()),
        lambda: Segmented("Whose meetings", (("person", "Ann"), ("all", "Everyone"))),
    ],
    ids=["rail", "segments"],
)
def test_a_choice_of_one_is_announced_as_such(qtbot: QtBot, choice: Callable[[], QWidget]) -> None:
    widget = choice()
    qtbot.addWidget(widget)
    roles = [QAccessible.queryAccessibleInterface(button).role() for button in widget.findChildren(QAbstractButton)]
    assert set(roles) == {QAccessible.Role.RadioButton}


def test_esc_clears_and_then_is_somebody_elses(qtbot: QtBot) -> None:
    field = SearchField("Search", "Ctrl+F")
    qtbot.addWidget(field)
    field.show()
    field.setText("hand")
    clear = field.findChild(QAbstractButton)
    assert isinstance(clear, QAbstractButton)
    assert clear.isVisible()
    assert clear.accessibleName() == "Clear search"
    QTest.keyClick(field, KEY.Key_Escape)
    assert field.text() == ""
    assert not clear.isVisible()


def test_down_walks_into_the_results(qtbot: QtBot) -> None:
    field = SearchField("Search", "Ctrl+F")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.went_down):
        QTest.keyClick(field, KEY.Key_Down)


def test_the_focus_shows_on_a_filled_button(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = primary_button("Write", parent=window)
    button.resize(button.sizeHint())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def ring() -> QColor:
        return button.grab().toImage().pixelColor(button.width() // 2, 2)

    button.clearFocus()
    assert ring() == look()[Role.ACCENT]
    button.setFocus()
    assert ring() == look()[Role.ON_ACCENT]


def test_an_icon_alone_has_a_name_and_a_size(qtbot: QtBot) -> None:
    button = icon_button("more", "More actions")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "More actions"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24
