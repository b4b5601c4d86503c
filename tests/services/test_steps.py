"""Steps of the user: one undo, one look, one announcement, made when everything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from otnet_desktop.domain.changes import Changed
from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import renata, somebody


def test_what_is_done_together_is_told_once_and_after_it_is_written(workspace: Workspace) -> None:
    written: list[bool] = []

    def hear(_changed: Changed) -> None:
        written.append(not workspace.store.database.connection.in_transaction)

    workspace.announcer.subscribe(hear)
    with workspace.steps.together("Everything"):
        somebody(workspace, "Ann")
        with workspace.steps.together("Some of it"):
            somebody(workspace, "Bo")
        somebody(workspace, "Cy")
    assert written == [True]
    workspace.history.undo()
    assert not workspace.people.is_anybody_here()


def test_only_facts_make_one_look_again(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deriving how somebody stands is half of what a save costs."""
    looked_at: list[PersonId] = []

    def look_again(people: Iterable[PersonId]) -> None:
        looked_at.extend(people)

    person = renata(workspace)
    monkeypatch.setattr(workspace.steps, "look_again", look_again)
    workspace.research.save_notes(person.id, "Wrote the sensory path guide.")
    workspace.people.save(person.id, replace(person.profile, nickname="Ren"))
    with workspace.steps.together("Tidy up"):
        workspace.research.save_notes(person.id, "Wrote two guides.")
    assert looked_at == []
    other = ContactPoint(ContactKind.EMAIL, "ren@larchmont.example.org")
    workspace.people.save(person.id, replace(person.profile, contact_points=(other,)))
    assert looked_at == [person.id]
