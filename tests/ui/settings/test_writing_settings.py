"""How one wants to write, kept at once."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.writing_settings import WritingSettings


def test_what_is_chosen_holds_and_comes_back(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    card = WritingSettings(workspace, intents)
    qtbot.addWidget(card)
    assert card.asks.text() == "As many as I like"
    assert card.hints.isChecked()
    card.asks.setValue(3)
    card.hints.click()
    workspace.preferences.reload()
    again = WritingSettings(workspace, intents)
    qtbot.addWidget(again)
    assert again.asks.value() == workspace.preferences.current.asks_per_week == 3
    assert not again.hints.isChecked()
