"""Keys and mnemonics are unique, and everything in a menu is an action of the table."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.actions import ICONS, KEYS, Act, all_texts, keys_of, make_action
from otnet_desktop.ui.menus import CONTENTS, menu_titles
from tests.house.source import calls, modules


def mnemonic(text: str) -> str:
    plain = text.replace("&&", "")
    return plain[plain.index("&") + 1].casefold() if "&" in plain else ""


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(key.toString() for act in Act for key in keys_of(act))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("keys", [key for keys in KEYS.values() for key in keys])
def test_keys_are_keys(keys: str) -> None:
    assert QKeySequence.fromString(keys).toString() != ""


@pytest.mark.parametrize("menu", CONTENTS)
def test_mnemonics_are_unique_in_each_menu(menu: str) -> None:
    texts = all_texts()
    letters = [mnemonic(texts[act]) for act in CONTENTS[menu] if act]
    assert all(letters)
    assert len(letters) == len(set(letters)), letters


def test_mnemonics_of_the_menus_are_unique() -> None:
    letters = [mnemonic(title) for title in menu_titles().values()]
    assert len(letters) == len(set(letters))


def test_every_action_has_a_text_and_stands_in_one_menu(qtbot: QtBot) -> None:
    assert set(all_texts()) == set(Act)
    places = Counter(act for acts in CONTENTS.values() for act in acts if act)
    assert set(places) == set(Act) - {Act.HAND_OVER}, "handing over belongs to the composer"
    assert set(places.values()) == {1}


@pytest.mark.parametrize("act", ICONS)
def test_every_icon_is_there(qtbot: QtBot, act: Act, qapp: object) -> None:
    from PySide6.QtCore import QObject

    owner = QObject()
    assert not make_action(act, owner).icon().isNull()


def test_shortcuts_come_from_the_table_alone() -> None:
    """Whoever set one by hand could not be checked for clashes."""
    setters = ("setShortcut", "setShortcuts", "QShortcut", "setShortcutContext")
    found = [
        module.at(call)
        for module in modules()
        if module.name != "otnet_desktop.ui.actions"
        for setter in setters
        for call in calls(module, setter)
    ]
    assert found == []
