"""A layout like words in lines."""

from __future__ import annotations

import gc

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from otnet_desktop.ui.widgets.flow_layout import FlowLayout

MANY = 60
"""Enough for some items to come to lie where others were."""


def bury() -> None:
    """Delete what is to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_items_outlive_a_page_whose_items_were_at_their_place(qtbot: QtBot) -> None:
    old, new = QWidget(), QWidget()
    column, row = QVBoxLayout(old), QHBoxLayout()
    gone = [QPushButton("Old") for _ in range(MANY)]
    for button in gone:
        row.addWidget(button)
    column.addLayout(row)
    flow = FlowLayout(new)
    kept = [QPushButton("New") for _ in range(MANY)]
    for button in gone:
        button.setParent(None)
    for button in kept:
        flow.addWidget(button)
    qtbot.addWidget(new)
    del column, row
    old.deleteLater()
    bury()
    items = [flow.itemAt(index) for index in range(flow.count())]
    assert len(items) == MANY
    assert all(isValid(item) for item in items)
    assert not flow.sizeHint().isEmpty()


def test_what_is_deleted_or_taken_out_leaves_the_others_in_their_place(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page, spacing=10)
    buttons = [QPushButton(name) for name in ("Deleted", "Removed", "Moved", "Taken", "Kept", "Last")]
    for button in buttons:
        flow.addWidget(button)
    page.resize(800, 100)
    page.show()
    buttons[0].deleteLater()
    bury()
    flow.removeWidget(buttons[1])
    buttons[2].setParent(None)
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is buttons[3]
    bury()
    flow.activate()
    assert [item.widget() for index in range(flow.count()) if (item := flow.itemAt(index))] == buttons[4:]
    assert (buttons[4].x(), buttons[5].x()) == (0, buttons[4].width() + 10)
    assert flow.takeAt(7) is None


def items_alive() -> int:
    """Items there are, of every layout."""
    gc.collect()
    return sum(isinstance(thing, QWidgetItem) for thing in shiboken6.getAllValidWrappers())


@pytest.mark.parametrize("nested", [True, False])
def test_its_items_go_with_it(qtbot: QtBot, nested: bool) -> None:
    """Also where it is a part of another layout."""
    before = items_alive()
    page = QWidget()
    flow = FlowLayout()
    buttons = [QPushButton(name) for name in ("One", "Two", "Taken")]
    for button in buttons:
        flow.addWidget(button)
    if nested:
        QVBoxLayout(page).addLayout(flow)
    else:
        page.setLayout(flow)
    page.show()
    taken = flow.takeAt(2)
    assert taken is not None
    assert items_alive() == before + 3
    page.deleteLater()
    del flow
    bury()
    assert items_alive() == before + 1
    assert isValid(taken)
    shiboken6.delete(taken)
