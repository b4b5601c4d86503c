"""A card says in full how things stand, whatever room there is beside its title."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.widgets.card import Card

TITLE, CAPTION = "Sending from here", "if you like; else your mail program sends your letters"


def lines(card: Card) -> tuple[bool, bool]:
    """Whether the caption is beside the title, and whether below."""
    return card._caption.isVisible(), card._below.isVisible()


def test_a_caption_stands_below_where_it_would_be_cut(qtbot: QtBot, theme: Theme) -> None:
    card = Card(TITLE, CAPTION)
    card.add_to_title(QPushButton("Edit"))
    qtbot.addWidget(card)
    card.resize(700, 200)
    card.show()
    assert lines(card) == (True, False)
    theme.choose(Scheme.LIGHT, 2.0)
    card.resize(600, 200)
    assert lines(card) == (False, True)
    assert card._below.text() == CAPTION
    assert card._title.width() >= card._title.sizeHint().width()
    card.resize(1400, 200)
    assert lines(card) == (True, False)
    card.set_caption("")
    assert lines(card) == (False, False)
    card.set_caption("short")
    assert lines(card) == (True, False)
