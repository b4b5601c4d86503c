"""F6: to where one was in each pane, and no trouble with panes and controls that are going or gone."""

from __future__ import annotations

import gc
import weakref
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from otnet_desktop.ui.pane_walk import PaneWalk
from otnet_desktop.ui.ways_around import WaysAround


class Panes(QWidget):
    """Two panes of two fields each."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.panes = [QWidget(), QWidget()]
        self.fields: list[QLineEdit] = []
        for pane in self.panes:
            row.addWidget(pane)
            inner = QHBoxLayout(pane)
            for _ in range(2):
                self.fields.append(QLineEdit())
                inner.addWidget(self.fields[-1])
        self.walk = PaneWalk(lambda: self.panes, self)


@pytest.fixture
def window(qtbot: QtBot) -> Panes:
    window = Panes()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_it_goes_back_to_where_one_was(window: Panes) -> None:
    window.walk.remember(None, window.fields[3])
    assert window.walk.go_to(window.panes[1])
    assert window.focusWidget() is window.fields[3]


def test_where_that_is_gone_it_goes_to_the_first(window: Panes) -> None:
    window.walk.remember(None, window.fields[3])
    delete(window.fields[3])
    assert window.walk.go_to(window.panes[1])
    assert window.focusWidget() is window.fields[2]


def test_nothing_of_a_pane_that_is_gone_is_kept(window: Panes) -> None:
    """Every page that is laid over the places is a pane for a while."""
    pane, field = weakref.ref(window.panes[0]), weakref.ref(window.fields[0])
    window.walk.remember(None, window.fields[0])
    delete(window.panes.pop(0))
    del window.fields[:2]
    window.walk.remember(None, window.fields[0])
    gc.collect()
    assert (pane(), field()) == (None, None)
    assert window.walk.go_to(window.panes[0])
    assert window.focusWidget() is window.fields[0]


def test_panes_and_controls_that_are_gone_are_passed_over(window: Panes) -> None:
    gone = window.fields[0]
    delete(window.panes[0])
    window.walk.remember(None, gone)
    window.walk.remember(gone, window.fields[2])
    assert window.walk.pane_of(gone) is None
    assert window.walk.pane_of(window.fields[2]) is window.panes[1]


def test_a_window_that_is_going_has_no_panes(qapp: object) -> None:
    window = Panes()
    around = SimpleNamespace(_window=window)
    delete(window)
    assert WaysAround._panes(around) == []  # type: ignore[arg-type]
