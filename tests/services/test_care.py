"""Looking after open data: what a restore brings back."""

from __future__ import annotations

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import renata


def test_a_restore_brings_back_preferences_too_and_tells_everyone(workspace: Workspace) -> None:
    workspace.preferences.change(text_percent=125)
    path, _note = workspace.care.back_up()
    renata(workspace)
    workspace.preferences.change(text_percent=200)
    heard: list[Changed] = []
    workspace.announcer.subscribe(heard.append)
    workspace.care.restore(path)
    assert workspace.preferences.current.text_percent == 125
    assert not workspace.people.is_anybody_here()
    assert heard[-1] == Changed(frozenset(Room), None)
