"""A title that gives way, and loses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.clamped_label import ClampedLabel

LONG = "Wolfeschlegelsteinhausenbergerdorff" * 9
MANY = "Maria Guadalupe " * 20


@pytest.fixture
def label(qtbot: QtBot) -> ClampedLabel:
    made = ClampedLabel(size=TextSize.HEADING, lines=3)
    qtbot.addWidget(made)
    made.resize(300, 200)
    return made


@pytest.mark.parametrize("text", [LONG, MANY], ids=["one word", "many words"])
def test_whatever_is_in_it_takes_three_lines_and_the_whole_is_told(label: ClampedLabel, text: str) -> None:
    label.set_text(text)
    assert label.minimumSizeHint().width() <= 120
    assert label.heightForWidth(300) < 4 * look().metrics.line(TextSize.HEADING)
    assert label.is_cut()
    assert label.toolTip() == text.strip()
    assert label.accessibleName() == text.strip()
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == text.strip()


def test_what_fits_has_no_tool_tip_and_one_line(label: ClampedLabel) -> None:
    label.set_text("Ann Archer")
    assert not label.is_cut()
    assert label.toolTip() == ""
    assert label.heightForWidth(300) < 2 * look().metrics.line(TextSize.HEADING)
    label.resize(60, 20)
    assert label.heightForWidth(60) > label.heightForWidth(300)


def test_the_whole_is_copied(label: ClampedLabel) -> None:
    label.set_text(LONG)
    (copy,) = label.actions()
    copy.trigger()
    assert QGuiApplication.clipboard().text() == LONG


def test_markup_stays_what_it_is(label: ClampedLabel) -> None:
    label.set_text("<b>" + LONG)
    assert label.text().startswith("<b>")
    assert label.toolTip().startswith("<span>&lt;b&gt;")
