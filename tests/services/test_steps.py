"""Steps of the user: one undo, one look, one announcement, made when everything is written."""

from __future__ import annotations

from otnet_desktop.domain.changes import Changed
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import somebody


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
