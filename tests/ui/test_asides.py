"""Pages over the places: one goes for another, or back, without any place being shown on the way."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.asides import Aside, Asides


class Place(QWidget):
    """Counts how often it was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = 0

    def showEvent(self, event: QShowEvent) -> None:
        self.shown += 1
        super().showEvent(event)


class Page(Aside):
    """With a line to type in."""

    def __init__(self) -> None:
        super().__init__("Page")
        self.line = QLineEdit()
        self.body.addWidget(self.line)

    def first_field(self) -> QWidget:
        return self.line


@pytest.fixture
def stack(qtbot: QtBot) -> QStackedWidget:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    for _ in range(3):
        stack.addWidget(Place())
    stack.show()
    return stack


@pytest.fixture
def asides(stack: QStackedWidget) -> Asides:
    return Asides(stack, lambda: stack.setCurrentIndex(0))


def counts(stack: QStackedWidget) -> list[int]:
    places = (stack.widget(number) for number in range(3))
    return [place.shown for place in places if isinstance(place, Place)]


def test_one_page_after_the_other_shows_no_place(stack: QStackedWidget, asides: Asides) -> None:
    for page in (Page(), Page(), Page()):
        asides.lay(page)
        assert stack.currentWidget() is asides.shown is page
    assert counts(stack) == [1, 0, 0]
    assert stack.count() == 4


def test_back_shows_the_place_one_came_from_alone(stack: QStackedWidget, asides: Asides) -> None:
    asides.lay(Page())
    asides.leave()
    assert asides.shown is None
    assert counts(stack) == [2, 0, 0]
    assert stack.count() == 3


def test_who_goes_to_a_place_leaves_the_page(stack: QStackedWidget, asides: Asides) -> None:
    asides.lay(Page())
    stack.setCurrentIndex(1)
    assert asides.shown is None
    assert counts(stack) == [1, 1, 0]
    assert stack.count() == 3
