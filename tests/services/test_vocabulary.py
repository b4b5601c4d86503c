"""Words of one's own: offered beside those that ship, and never taken from where they were used."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.compass import Cell, Mark
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.services.vocabulary import OwnList
from otnet_desktop.services.workspace import Workspace


def test_a_word_is_offered_and_shown_on_the_compass_at_once(workspace: Workspace) -> None:
    workspace.vocabulary.add(OwnList.SETTINGS, "  Care \n farm ")
    workspace.vocabulary.add(OwnList.AREAS, "Animals")
    now = workspace.vocabulary.now()
    assert now.settings[-1] == Choice("Care farm", "Care farm")
    assert now.practice_areas[-1] == Choice("Animals", "Animals")
    compass = workspace.compass.chart()
    assert (compass.areas[-1], compass.settings[-1]) == ("Animals", "Care farm")
    workspace.history.undo()
    assert workspace.vocabulary.own(OwnList.AREAS) == []


def test_what_is_there_already_is_not_added_again(workspace: Workspace) -> None:
    workspace.vocabulary.add(OwnList.SETTINGS, "Care farm")
    for word in ("care FARM", " "):
        with pytest.raises(BadInput):
            workspace.vocabulary.add(OwnList.SETTINGS, word)
    assert workspace.vocabulary.own(OwnList.SETTINGS) == ["Care farm"]


def test_a_word_that_is_taken_out_stays_where_it_was_used(workspace: Workspace) -> None:
    workspace.vocabulary.add(OwnList.SETTINGS, "Care farm")
    workspace.compass.mark(Cell("Animals", "Care farm"), Mark.CURIOUS)
    workspace.vocabulary.remove(OwnList.SETTINGS, "Care farm")
    assert workspace.vocabulary.now().settings == workspace.material.vocabulary.settings
    assert workspace.compass.chart().settings[-1] == "Care farm"


def test_every_list_takes_words_of_ones_own(workspace: Workspace) -> None:
    for which in set(OwnList) - {OwnList.SYNONYMS}:
        workspace.vocabulary.add(which, "mine")
        assert getattr(workspace.vocabulary.now(), which.value)[-1] == Choice("mine", "mine")
