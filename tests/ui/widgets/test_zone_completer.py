"""Zones are suggested as they are typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.widgets.zone_completer import ZoneCompleter

ZONES = ["America/Los_Angeles", "America/New_York", "Europe/London"]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("new yo", ["America/New_York"]), ("Est", ["America/New_York"]), ("lo", ["America/Los_Angeles", "Europe/London"])],
)
def test_by_part_of_a_name_with_spaces_and_by_what_a_clock_is_called(
    qtbot: QtBot, typed: str, suggested: list[str]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    completer = ZoneCompleter(QStringListModel(ZONES, parent), parent)
    completer.setCompletionPrefix(typed)
    model = completer.completionModel()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == suggested
