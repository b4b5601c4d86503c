"""The next step and the journey."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.journey_bar import JourneyBar, JourneyStops, StopState
from otnet_desktop.ui.widgets.next_step_card import NextStep, NextStepCard

THANK = NextStep(
    "Thank Renata for yesterday",
    "You met for 30 minutes.",
    "today 18:30",
    "Write thank-you",
    (("hour", "In an hour"), ("tomorrow", "Tomorrow")),
    due=True,
)


def card_with(step: NextStep, qtbot: QtBot, width: int = 560) -> NextStepCard:
    card = NextStepCard()
    qtbot.addWidget(card)
    card.show_step(step)
    card.resize(width, card.heightForWidth(width))
    card.show()
    QApplication.processEvents()
    return card


def test_one_button_acts(qtbot: QtBot) -> None:
    card = card_with(THANK, qtbot)
    act = next(button for button in card.findChildren(QPushButton) if button.text() == "Write thank-you")
    with qtbot.waitSignal(card.acted):
        act.click()
    assert act.accessibleDescription() == "Thank Renata for yesterday, You met for 30 minutes., today 18:30"


def test_later_says_which(qtbot: QtBot) -> None:
    card = card_with(THANK, qtbot)
    menu = card.findChild(QMenu)
    assert isinstance(menu, QMenu)
    choice = menu.actions()[1]
    assert isinstance(choice, QAction)
    with qtbot.waitSignal(card.later_chosen) as told:
        choice.trigger()
    assert told.args == ["tomorrow"]


def test_a_step_without_a_button_or_choices_shows_none(qtbot: QtBot) -> None:
    card = card_with(NextStep("Nothing to do", "She answers by Friday."), qtbot)
    assert [button.text() for button in card.findChildren(QPushButton) if button.isVisible()] == []


def test_warm_only_when_due(qtbot: QtBot) -> None:
    due = card_with(THANK, qtbot).grab().toImage()
    calm = card_with(NextStep("Prepare", button="Open"), qtbot).grab().toImage()
    assert due.pixelColor(8, due.height() // 2) == look()[Role.DUE_TINT]
    assert calm.pixelColor(8, calm.height() // 2) == look()[Role.PANEL]


def test_the_button_goes_below_where_there_is_little_room(theme: Theme, qtbot: QtBot) -> None:
    card = card_with(THANK, qtbot, 300)
    act = next(button for button in card.findChildren(QPushButton) if button.text() == "Write thank-you")
    assert act.mapTo(card, act.rect().topLeft()).x() < 40
    below = card.heightForWidth(300)
    card.resize(700, 200)
    QApplication.processEvents()
    assert act.mapTo(card, act.rect().topLeft()).x() > 300
    assert card.heightForWidth(700) < below


def test_the_journey_is_told_in_words(qtbot: QtBot) -> None:
    bar = JourneyBar()
    qtbot.addWidget(bar)
    bar.show_stops(JourneyStops(StopState.DONE, StopState.DONE, StopState.DONE, StopState.DUE))
    assert bar.accessibleName() == "Journey"
    assert bar.accessibleDescription() == "Homework: done, Ask: done, Meet: done, Thank: due, Keep in touch: ahead"


def test_each_state_has_its_own_shape(theme: Theme, qtbot: QtBot) -> None:
    """Without colour: the grey pictures of the four states differ."""
    pictures = set()
    for state in StopState:
        bar = JourneyBar()
        qtbot.addWidget(bar)
        bar.show_stops(JourneyStops(state))
        bar.resize(500, bar.heightForWidth(500))
        image = bar.grab().toImage()
        shape = [image.pixelColor(x, y).lightness() < 200 for x in range(35, 65) for y in range(24)]
        pictures.add(tuple(shape))
    assert len(pictures) == len(StopState)


def test_a_label_in_two_lines_has_room_for_both(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(Scheme.LIGHT, 2.0)
    page, bar = QWidget(), JourneyBar()
    column = QVBoxLayout(page)
    column.addWidget(bar)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(800, 400)
    page.show()
    assert not bar._is_tight(bar.width())
    assert bar.sizeHint().height() < bar.heightForWidth(bar.width()) == bar.height()


def test_a_narrow_bar_names_the_stop_that_matters(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(Scheme.LIGHT, 2.0)
    bar = JourneyBar()
    qtbot.addWidget(bar)
    bar.show_stops(JourneyStops(StopState.DONE, StopState.CURRENT))
    assert bar.minimumSizeHint().width() < 400
    assert bar._is_tight(300)
    assert bar._told() == 1
    bar.show_stops(JourneyStops(StopState.DONE, StopState.DONE))
    assert bar._told() == 1
