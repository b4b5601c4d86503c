"""The search as people use it: their own words first, then what others call the same."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.own_letters import OwnLetter
from otnet_desktop.domain.people import Affiliation
from otnet_desktop.domain.synonyms import Synonyms
from otnet_desktop.services.roster import RosterService
from otnet_desktop.services.vocabulary import OwnList
from otnet_desktop.services.workspace import Workspace
from tests.factories import add_person, profile

SAME = Synonyms((("SNF", "care home"), ("pediatric", "paediatric")))


def found(roster: RosterService, text: str) -> list[str]:
    hits = roster.find(text)
    return [row.name for row in roster.rows([hit.id for hit in hits])]


def test_words_of_another_country_find_the_same_people(workspace: Workspace) -> None:
    add_person(workspace.store, profile("Ann Ash", affiliations=(Affiliation("Elm", setting="snf"),)))
    add_person(workspace.store, profile("Bo Beech", affiliations=(Affiliation("Sunny Care Home"),)))
    add_person(workspace.store, profile("Cid Cedar", affiliations=(Affiliation("Elm", "Paediatric OT"),)))
    roster = RosterService(workspace.store, SAME.readings)
    assert found(roster, "care home") == ["Bo Beech", "Ann Ash"]
    assert found(roster, "SNF") == ["Ann Ash", "Bo Beech"]
    assert found(roster, "pediatrics elm") == ["Cid Cedar"]
    assert [hit.id for hit in roster.find_people("SNF")] == [hit.id for hit in roster.find("SNF")]
    assert found(RosterService(workspace.store), "SNF") == ["Ann Ash"]


def test_notes_are_found_by_other_words_too(workspace: Workspace) -> None:
    person = add_person(workspace.store, profile("Ann Ash", note="Likes paediatric work"))
    roster = RosterService(workspace.store, SAME.readings)
    (hit,) = roster.find_words("pediatric")
    assert (hit.id, hit.matched) == (person, "Note: Likes paediatric work")


def test_no_more_than_asked_for(workspace: Workspace) -> None:
    for name in ("Ann", "Bo", "Cid"):
        add_person(workspace.store, profile(name, affiliations=(Affiliation("Elm", setting="snf"),)))
    add_person(workspace.store, profile("Dee", affiliations=(Affiliation("Care Home"),)))
    assert len(RosterService(workspace.store, SAME.readings).find("care home", 2)) == 2


def test_words_of_ones_own_find_each_other_at_once(workspace: Workspace) -> None:
    ann = add_person(workspace.store, profile("Ann Ash", affiliations=(Affiliation("Green Care Ltd"),)))
    kept = workspace.letters.add(OwnLetter("", "Asking", "", "About green care"))
    assert workspace.roster.find("care farm") == []
    workspace.vocabulary.add(OwnList.SYNONYMS, "Care farm = green care")
    assert [hit.id for hit in workspace.roster.find("care farm")] == [ann]
    assert [hit.id for hit in workspace.roster.find_words("care farm")] == []
    assert [found.letter for found in workspace.letters.find("care farm")] == [kept]
    for word in ("Green care", "care farm = ", "CARE FARM = green care"):
        with pytest.raises(BadInput):
            workspace.vocabulary.add(OwnList.SYNONYMS, word)
    workspace.history.undo()
    assert workspace.roster.find("care farm") == []
