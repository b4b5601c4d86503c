"""The painted row of a person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.theme.tokens import Role, Tone
from otnet_desktop.ui.widgets.accessible_rows import OBJECT_ROLE, row_data
from otnet_desktop.ui.widgets.match import Match
from otnet_desktop.ui.widgets.person_row import PersonRow, PersonRowDelegate, spoken
from otnet_desktop.ui.widgets.tag import tag_size
from tests.ui.widgets.pictures import MARGIN, NOTHING, colours, ink_span, is_clean_outside, paint_row

RENATA = PersonRow(1, "Renata Okafor", Tone.PLUM, "School OT · Larchmont USD", "thank today", Tone.DUE, due=True)
ENABLED = QStyle.StateFlag.State_Enabled
LONG = replace(RENATA, name="Amélie Duval " * 20, headline="Ergothérapeute " * 20, pill_text="reply due " * 9)
ROWS = {
    "plain": RENATA,
    "long": LONG,
    "empty": PersonRow(2, "", Tone.BLUE),
    "lines": replace(RENATA, name="Renata\nOkafor\r\n\tOT"),
    "matched": replace(RENATA, matched=Match("Notes: she mentioned the teacher consult model " * 5, ((21, 28),))),
}


def model_of(row: PersonRow) -> QStandardItemModel:
    model = QStandardItemModel()
    item = QStandardItem()
    item.setData(row, OBJECT_ROLE)
    model.appendRow(item)
    return model


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
@pytest.mark.parametrize("width", [90, 200, 360])
def test_nothing_is_painted_outside(
    theme: Theme, row: PersonRow, width: int, text_scale: float, direction: Qt.LayoutDirection
) -> None:
    theme.choose(Scheme.DARK, text_scale)
    delegate = PersonRowDelegate()
    state = ENABLED | QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
    height = delegate.row_height()
    image = paint_row(delegate, model_of(row), 0, width, height, state=state, direction=direction)
    assert is_clean_outside(image)
    ring = QRect(MARGIN + width // 2, MARGIN, 1, 4)
    assert look()[Role.ACCENT].name() in colours(image, ring)


def test_what_is_cut_is_told_in_full(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _view: told.append(text))
    view = QListView()
    qtbot.addWidget(view)
    delegate = PersonRowDelegate(view)
    option = QStyleOptionViewItem()
    help_wanted = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    named = replace(RENATA, name="Amélie <b> " * 30)
    for row, width in ((RENATA, 600), (RENATA, 160), (named, 600)):
        option.rect = QRect(0, 0, width, 56)
        model = model_of(row)
        delegate.helpEvent(help_wanted, view, option, model.index(0, 0))
    assert len(told) == 2
    assert told[0] == "Renata Okafor\nSchool OT · Larchmont USD"
    assert "&lt;b&gt;" in told[1]


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_a_row_is_high_enough_for_its_lines(theme: Theme, text_scale: float) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    metrics = look().metrics
    two = metrics.line() + metrics.line(TextSize.CAPTION)
    delegate = PersonRowDelegate()
    assert delegate.row_height() >= two + 8
    assert delegate.row_height(searching=True) >= two + metrics.line(TextSize.CAPTION) + 8


def test_a_row_is_56_high_as_drawn() -> None:
    assert PersonRowDelegate().row_height() == 56


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_bar_of_the_selection_and_the_face_lead(direction: Qt.LayoutDirection) -> None:
    state = ENABLED | QStyle.StateFlag.State_Selected
    image = paint_row(PersonRowDelegate(), model_of(RENATA), 0, 360, 56, state=state, direction=direction)
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    bar = QRect(MARGIN + (357 if mirrored else 0), MARGIN + 20, 3, 10)
    assert colours(image, bar) == {look()[Role.ACCENT].name()}
    face = QRect(MARGIN + (310 if mirrored else 12), MARGIN + 9, 38, 38)
    assert look()[Role.PLUM_TINT].name() in colours(image, face)


def test_markup_is_shown_not_obeyed() -> None:
    literal = replace(RENATA, name="<b>W</b>", headline="", pill_text="", due=False)
    image = paint_row(PersonRowDelegate(), model_of(literal), 0, 360, 56)
    first, last = ink_span(image, QRect(MARGIN + 60, MARGIN, 290, 50), NOTHING)
    assert last - first > look().metrics.width("<b>W</b>") * 0.8
    assert last - first > 2 * look().metrics.width("W", bold=True)


def test_a_narrow_row_keeps_the_name_and_puts_the_pill_below() -> None:
    narrow = paint_row(PersonRowDelegate(), model_of(RENATA), 0, 220, 56)
    at_the_end = QRect(MARGIN + 170, MARGIN + 16, 38, 8)
    assert look()[Role.DUE_TINT].name() not in colours(narrow, at_the_end)
    below = QRect(MARGIN + 62, MARGIN + 32, 60, 14)
    assert look()[Role.DUE_TINT].name() in colours(narrow, below)


def test_a_short_name_leaves_its_room_to_the_pill() -> None:
    text = "meet tomorrow 13:00, then write to them"
    row = PersonRow(1, "Kai", Tone.BLUE, pill_text=text, pill_tone=Tone.DUE, due=True)
    wide = tag_size(text, Tone.DUE).width()
    image = paint_row(PersonRowDelegate(), model_of(row), 0, 62 + 40 + wide + 12, 56)
    begins = QRect(MARGIN + 62 + 40 + 2, MARGIN + 22, 4, 12)
    assert look()[Role.DUE_TINT].name() in colours(image, begins)


@pytest.mark.parametrize(("height", "kept"), [(56, False), (80, True)])
def test_a_reason_takes_the_second_line_or_a_third(height: int, kept: bool) -> None:
    row = replace(RENATA, pill_text="", headline="W" * 6, matched=Match("iii", ((0, 3),)))
    image = paint_row(PersonRowDelegate(), model_of(row), 0, 360, height)
    text = QRect(MARGIN + 60, MARGIN, 280, height - 1)
    assert look()[Role.ACCENT].name() in colours(image, text)
    assert (look()[Role.SOFT].name() in colours(image, text)) is kept


def test_a_late_match_in_a_long_snippet_is_in_sight() -> None:
    row = replace(RENATA, pill_text="", headline="", matched=Match("x " * 200 + "caseload", ((400, 408),)))
    image = paint_row(PersonRowDelegate(), model_of(row), 0, 360, 56)
    assert look()[Role.ACCENT].name() in colours(image, QRect(MARGIN + 60, MARGIN + 26, 280, 28))


def test_what_a_screen_reader_hears() -> None:
    assert spoken(RENATA) == "Renata Okafor, School OT · Larchmont USD, thank today"
    answers = {
        Qt.ItemDataRole.DisplayRole: "Renata",
        Qt.ItemDataRole.AccessibleTextRole: "said",
        Qt.ItemDataRole.AccessibleDescriptionRole: "why",
        OBJECT_ROLE: RENATA,
        Qt.ItemDataRole.ToolTipRole: None,
    }
    for role, answer in answers.items():
        assert row_data(int(role), "Renata", "said", "why", RENATA) == answer
