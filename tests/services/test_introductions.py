"""Introductions told as facts, and noted with the person."""

from __future__ import annotations

from otnet_desktop.services.workspace import Workspace
from tests.ui.network import add


def test_both_ways_of_telling_are_read(workspace: Workspace) -> None:
    ann, bo = add(workspace, "Ann"), add(workspace, "Bo")
    cid = add(workspace, "Cid", met_via=workspace.people.get(bo).ref)
    add(workspace, "Dot", met_via="nobody-here")
    workspace.people.referred(ann, bo)
    told = [(spot.person, spot.layer, spot.by) for spot in workspace.introductions.tree().spots]
    assert told == [(ann, 0, None), (bo, 1, ann), (cid, 2, bo)]
    workspace.people.remove(bo)
    assert workspace.introductions.tree().spots == ()
    workspace.history.undo()
    assert len(workspace.introductions.tree().spots) == 3
