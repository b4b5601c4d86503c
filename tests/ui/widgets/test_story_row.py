"""The painted entry of the timeline."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.theme.tokens import Role, Tone
from otnet_desktop.ui.widgets.accessible_rows import OBJECT_ROLE
from otnet_desktop.ui.widgets.story_row import StoryRow, StoryRowDelegate, height_at, spoken
from otnet_desktop.ui.widgets.wrapped_text import height_of, wrapped
from tests.ui.widgets.pictures import MARGIN, colours, is_clean_outside, paint_row

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
CALL = StoryRow("3", "Video call", "video", Tone.ACCENT, "Yesterday 16:00", "Start with one classroom")
TODAY = StoryRow("d", "Today, 20 March", is_divider=True)
ENDLESS = replace(CALL, title="Talk " * 99, details="when\n" * 50, quote="words " * 400)


def model_of(*rows: StoryRow) -> QStandardItemModel:
    model = QStandardItemModel()
    for row in rows:
        item = QStandardItem()
        item.setData(row, OBJECT_ROLE)
        model.appendRow(item)
    return model


@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("row", [CALL, TODAY, ENDLESS], ids=["call", "today", "endless"])
def test_nothing_is_painted_outside(
    theme: Theme, row: StoryRow, text_scale: float, direction: Qt.LayoutDirection
) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    height = height_at(row, 260, direction)
    state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
    image = paint_row(StoryRowDelegate(), model_of(row), 0, 260, height, state=state, direction=direction)
    assert is_clean_outside(image)


def test_a_narrower_view_makes_higher_rows() -> None:
    row = replace(CALL, quote="Start with one classroom you can visit weekly.")
    assert height_at(row, 200, LTR) > height_at(row, 500, LTR)


def test_an_endless_entry_stays_short() -> None:
    line = look().metrics.line()
    assert height_at(ENDLESS, 260, LTR) < 12 * line + 30


def test_the_row_asks_for_the_width_of_its_view(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model_of(CALL))
    delegate = StoryRowDelegate(view)
    view.resize(300, 300)
    view.show()
    size = delegate.sizeHint(QStyleOptionViewItem(), view.model().index(0, 0))
    assert size.width() == view.viewport().width()
    assert size.height() == height_at(CALL, view.viewport().width(), LTR)


@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("future", [True, False])
def test_the_dot_leads_and_is_open_for_what_is_to_come(future: bool, direction: Qt.LayoutDirection) -> None:
    row = replace(CALL, tone=Tone.PLUM, future=future)
    image = paint_row(StoryRowDelegate(), model_of(row), 0, 260, height_at(row, 260, direction), direction=direction)
    leading = QRect(MARGIN + (226 if direction is RTL else 12), MARGIN + 4, 22, 22)
    found = colours(image, leading)
    assert (look()[Role.PLUM_TINT].name() in found) is not future
    assert (look()[Role.PANEL].name() in found) is future


def test_the_last_line_says_that_there_is_more() -> None:
    layout = wrapped("one two three four five six seven", TextSize.BODY, False, 90, 2, LTR)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    assert height_of(layout) <= 2 * look().metrics.line() + 2


def test_a_text_that_fits_is_left_alone() -> None:
    layout = wrapped("one\ntwo", TextSize.BODY, False, 400, 2, LTR)
    assert layout.lineCount() == 2
    assert "…" not in layout.text()


def test_what_a_screen_reader_hears() -> None:
    assert spoken(CALL) == "Video call, Yesterday 16:00"
