"""Letters of one's own: kept, renamed, deleted, brought back, and used like those that ship."""

from __future__ import annotations

from dataclasses import replace

import pytest

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.own_letters import OwnLetter, own_id
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.synonyms import Synonyms
from otnet_desktop.services.letters import LettersService
from otnet_desktop.services.workspace import Workspace
from tests.factories import add_person

MINE = OwnLetter("", "My way", "Hello {greeting_name}", "Dear {greeting_name}, {nonsense}? {my_name}", OutKind.INTRO)


def test_what_is_kept_can_be_renamed_deleted_and_brought_back(workspace: Workspace) -> None:
    told: list[Changed] = []
    workspace.announcer.subscribe(told.append)
    kept = workspace.letters.add(MINE)
    assert workspace.letters.all() == [replace(MINE, ref=kept.ref)]
    workspace.letters.save(replace(kept, title="Another way"))
    assert workspace.letters.get(kept.ref).title == "Another way"
    workspace.letters.remove(kept.ref)
    assert workspace.letters.all() == []
    with pytest.raises(NotFound):
        workspace.letters.save(kept)
    assert [Room.WRITING in changed.rooms for changed in told] == [True] * 3
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.letters.all() == [kept]
    assert Room.WRITING in told[-1].rooms
    workspace.history.undo()
    assert workspace.letters.all() == []
    assert workspace.care.check() == []


def test_they_are_found_by_their_words_and_by_what_is_called_otherwise_elsewhere(workspace: Workspace) -> None:
    body = "Dear {greeting_name},\nmay I ask about your pediatrics team? I met it once.\nThanks"
    kept = workspace.letters.add(OwnLetter("", "Erste Zeilen", "", body))
    workspace.letters.add(MINE)
    (found,) = workspace.letters.find("ped team")
    assert (found.letter, found.line) == (kept, "may I ask about your pediatrics team? I met it once.")
    abroad = LettersService(workspace.steps, Synonyms([("pediatrics", "paediatrics")]).readings)
    assert [one.letter for one in abroad.find("paediatrics")] == [kept]
    assert [one.letter for one in workspace.letters.find("erste")] == [kept]
    for text in ("", " ", "?", "ped nonsense"):
        assert workspace.letters.find(text) == []


def test_one_sitting_is_one_step(workspace: Workspace) -> None:
    kept = workspace.letters.add(MINE)
    sitting = workspace.letters.save(replace(kept, body="One"))
    workspace.letters.save(replace(kept, body="One two"), sitting)
    workspace.history.undo()
    assert workspace.letters.get(kept.ref) == kept


def test_names_are_told_apart_and_in_order(workspace: Workspace) -> None:
    for title in ("b", "My way", "My way", "A"):
        workspace.letters.add(replace(MINE, title=title))
    assert [letter.title for letter in workspace.letters.all()] == ["A", "b", "My way", "My way 2"]


def test_it_is_filled_like_any_other(workspace: Workspace) -> None:
    workspace.preferences.change(me=Me("Jordan Avery"))
    person = add_person(workspace.store, "Renata Núñez", "renata")
    kept = workspace.letters.add(MINE)
    begun = workspace.composing.begin(person, letter=own_id(kept.ref))
    assert begun.draft.subject == "Hello Renata"
    assert begun.draft.body == "Dear Renata, ‹nonsense›? Jordan Avery"
    assert begun.draft.kind is OutKind.INTRO
    other = workspace.composing.with_letter(begun, "thank_you.answer")
    assert workspace.composing.with_letter(other, own_id(kept.ref)).draft == begun.draft


def test_a_letter_that_is_gone_leaves_a_blank_sheet(workspace: Workspace) -> None:
    person = add_person(workspace.store, "Renata Núñez", "renata")
    assert workspace.composing.begin(person, letter=own_id("gone")).draft.body.startswith("Dear Renata")


def test_what_gaps_would_hold(workspace: Workspace) -> None:
    workspace.preferences.change(me=Me("Jordan Avery"))
    values = workspace.composing.values(add_person(workspace.store, "Renata Núñez", "renata"))
    assert (values["greeting_name"], values["my_name"], values.get("takeaway", "")) == ("Renata", "Jordan Avery", "")
