"""Reflections: my own words after a meeting, and settings side by side."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.domain.reflections import Fit, Reflection, by_setting
from otnet_desktop.services.workspace import Workspace
from tests.ui.network import add, met


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor", affiliations=(Affiliation("Larch School", setting="school"),))


@pytest.fixture
def meeting(workspace: Workspace, renata: PersonId) -> Meeting:
    return met(workspace, renata, start="2026-03-10T10:00")


def test_it_is_kept_and_taken_back_as_one_sitting(workspace: Workspace, meeting: Meeting) -> None:
    words = Reflection(meeting.id, liked="The calm", fits=(Fit("school", 4), Fit("farm", 2)))
    sitting = workspace.reflections.save(Reflection(meeting.id, liked="The c"))
    workspace.reflections.save(words, sitting=sitting)
    assert workspace.reflections.of(meeting.id) == words
    workspace.reflections.save(Reflection(meeting.id, liked="The calm", fits=(Fit("school", 5),)))
    assert workspace.reflections.of(meeting.id).fits == (Fit("school", 5),)
    workspace.history.undo()
    assert workspace.reflections.of(meeting.id) == words
    workspace.history.undo()
    assert workspace.reflections.of(meeting.id) == Reflection(meeting.id)


def test_one_that_says_nothing_is_none(workspace: Workspace, meeting: Meeting) -> None:
    workspace.reflections.save(Reflection(meeting.id, wondering="Pay?"))
    workspace.reflections.save(Reflection(meeting.id))
    assert workspace.reflections.all() == []


def test_a_fit_is_from_one_to_five(workspace: Workspace, meeting: Meeting) -> None:
    for score in (0, 6):
        with pytest.raises(BadInput):
            workspace.reflections.save(Reflection(meeting.id, fits=(Fit("school", score),)))


def test_settings_stand_side_by_side(workspace: Workspace, renata: PersonId, meeting: Meeting) -> None:
    other = met(workspace, renata, start="2026-03-12T10:00")
    workspace.reflections.save(Reflection(meeting.id, fits=(Fit("school", 2), Fit("clinic", 5))))
    workspace.reflections.save(Reflection(other.id, liked="Better", fits=(Fit("school", 4),)))
    sides = by_setting(workspace.reflections.all())
    assert {setting: [one.fit(setting) for one in all_] for setting, all_ in sides.items()} == {
        "school": [4, 2],
        "clinic": [5],
    }


def test_the_settings_one_got_to_know_are_offered(workspace: Workspace, meeting: Meeting) -> None:
    workspace.reflections.save(Reflection(meeting.id, fits=(Fit("farm", 3),)))
    assert workspace.reflections.settings_of(meeting.id) == ["school", "farm"]


def test_it_goes_and_comes_back_with_the_person_and_is_found(
    workspace: Workspace, renata: PersonId, meeting: Meeting
) -> None:
    workspace.reflections.save(Reflection(meeting.id, liked="Quiet corridors", fits=(Fit("school", 4),)))
    assert [hit.id for hit in workspace.roster.find("corridors")] == [renata]
    workspace.people.remove(renata)
    assert workspace.reflections.all() == []
    workspace.history.undo()
    assert [one.fit("school") for one in workspace.reflections.all()] == [4]
    assert workspace.store.check.in_search() == workspace.store.check.in_journal() == []
