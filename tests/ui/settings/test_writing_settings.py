"""How one wants to write, kept at once."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.services.vocabulary import OwnList
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.compass.words_form import WordsForm
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.person_form import PersonForm
from otnet_desktop.ui.people.purpose_strip import PurposeStrip
from otnet_desktop.ui.settings.writing_settings import WritingSettings
from tests.factories import profile


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


def test_words_of_ones_own_are_one_button_away_and_offered_where_one_chooses(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    card = WritingSettings(workspace, intents)
    qtbot.addWidget(card)
    card.words.click()
    (form,) = card.findChildren(WordsForm)
    form.which.setCurrentIndex(form.which.findData(OwnList.HOW_MET.value))
    QTest.keyClicks(form.word, "Choir")
    form.accept()
    form.which.setCurrentIndex(form.which.findData(OwnList.PURPOSES.value))
    QTest.keyClicks(form.word, "Write together")
    form.accept()
    person_form = PersonForm(workspace, intents)
    qtbot.addWidget(person_form)
    assert person_form._how_met.findText("Choir") >= 0
    strip = PurposeStrip(workspace, intents)
    qtbot.addWidget(strip)
    ann = workspace.people.add(profile("Ann Ash")).id
    strip.show_person(ann)
    strip._choose_kind(strip._kind.findData("Write together"))
    purpose = workspace.research.of(ann).purpose
    assert purpose is not None
    assert purpose.kind == "Write together"
    assert workspace.composing.begin(ann).letter == "", "a blank sheet: nobody wrote a letter for it yet"
