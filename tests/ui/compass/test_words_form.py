"""Areas and settings of one's own, from the compass."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.services.vocabulary import OwnList
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.compass.words_form import WordsForm
from otnet_desktop.ui.intents import Intents


def test_words_are_added_one_after_the_other_and_taken_out(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    form = WordsForm(workspace, intents)
    qtbot.addWidget(form)
    form.open()
    for word in ("Care farm", "Circus"):
        QTest.keyClicks(form.word, word)
        form.accept()
    assert workspace.vocabulary.own(OwnList.SETTINGS) == ["Care farm", "Circus"]
    assert form.isVisible()
    (remove,) = [b for b in form.findChildren(QToolButton) if b.accessibleName() == "Take out Circus" and b.isVisible()]
    remove.click()
    assert workspace.vocabulary.own(OwnList.SETTINGS) == ["Care farm"]
    form.which.setCurrentIndex(form.which.findData(OwnList.AREAS.value))
    assert not [b for b in form.findChildren(QToolButton) if b.isVisible()]
    form.accept()
    assert not form.isVisible()


def test_what_is_there_already_is_said(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = WordsForm(workspace, intents)
    qtbot.addWidget(form)
    QTest.keyClicks(form.word, "school system")
    with qtbot.waitSignal(intents.failed) as failed:
        form.accept()
    assert isinstance(failed.args[0], BadInput)
    assert form.word.text() == "school system"
